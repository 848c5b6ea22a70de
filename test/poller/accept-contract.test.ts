import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AppError, codeOf } from '../../src/base/errors.ts';
import { executionHandoffContext } from '../../src/contract/index.ts';
import { acceptContract } from '../../src/poller/index.ts';
import { makeWorld, type World } from './world.ts';

const REQUEST = { contract: executionHandoffContext, range: '^1', dryRun: false };

async function entries({ database }: World): Promise<Record<string, unknown>[]> {
  const rows = await database.query<{ outcome: string; detail: string; correlation_id: string }>(
    "select outcome, detail, correlation_id from audit_log where event = 'contract.accepted' order by seq",
  );
  return rows.map(({ detail, ...row }) => ({ ...row, ...(JSON.parse(detail) as object) }));
}

test('an acceptance is opened and ended in the audit log', async () => {
  const world = await makeWorld();
  const { key } = await acceptContract(world.deps, REQUEST);
  expect(await world.keys('acceptances/')).toEqual([key]);
  expect(await entries(world)).toMatchObject([{ outcome: 'pending' }, { outcome: 'success', key }]);
});

test('one that failed is ended too, with its error, and the next one is whole', async () => {
  const world = await makeWorld();
  // Where the folder should be is something else.
  const place = join(world.folder, 'bucket/acceptances');
  mkdirSync(join(world.folder, 'bucket'), { recursive: true });
  writeFileSync(place, '');
  const failure = await acceptContract(world.deps, REQUEST).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  const error = codeOf(failure);
  expect(failure).toBeInstanceOf(AppError);
  const [opened, ended] = await entries(world);
  expect(opened).toMatchObject({ outcome: 'pending', correlation_id: expect.any(String) as string });
  expect(ended).toMatchObject({
    outcome: 'failure',
    error,
    correlation_id: opened?.['correlation_id'],
    key: opened?.['key'],
  });
  rmSync(place);
  await acceptContract(world.deps, REQUEST);
  expect((await entries(world)).map(({ outcome }) => outcome)).toEqual(['pending', 'failure', 'pending', 'success']);
  await world.auditEvents();
});
