/** What lies under a receipt's key when another answer comes, and which of the two stays. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type HandoffReceipt, parseReceipt, receiptKey } from '../../src/contract/index.ts';
import { type ObjectStore, payloadOf } from '../../src/objectstore/index.ts';
import { putReceipt } from '../../src/poller/receipt-object.ts';
import { dropByHand, envelope, makeWorld, sha256, SYSTEM, type World } from './world.ts';

const ID = 'sxp_2026_01_11_001';
const NAME = `${ID}.json`;
const good = JSON.stringify(envelope());
const keyOf = (body: string, id = ID): string => receiptKey(SYSTEM, 'lead-batches', id, sha256(body));

async function receiptIn(world: World, key: string): Promise<HandoffReceipt> {
  return parseReceipt(await readFile(join(world.folder, 'bucket', key)));
}

test.each([
  ['no JSON at all', 'hello'],
  ['a receipt about another batch', JSON.stringify({ batch_id: 'sxp_2026_01_11_009' })],
  ['a receipt about other bytes', JSON.stringify({ sha256: sha256('other') })],
  ['something huge', `{"contract":"handoff-receipt","x":"${'x'.repeat(100_000)}"}`],
])('%s under our key is replaced by the answer', async (_, change) => {
  const world = await makeWorld();
  await world.put(NAME, good);
  await world.poll();
  const path = join(world.folder, 'bucket', keyOf(good));
  const text = await readFile(path, 'utf8');
  const forged = change.startsWith('{"batch_id') || change.startsWith('{"sha256');
  const planted = forged
    ? JSON.stringify({ ...(JSON.parse(text) as object), ...(JSON.parse(change) as object) })
    : change;
  await writeFile(path, planted);
  await dropByHand(world, NAME, good);
  expect(await world.poll()).toMatchObject({ duplicates: 1, receipts: 1 });
  expect(await readFile(path, 'utf8')).toBe(text);
});

const T1 = '2026-01-11T10:00:00.000Z';
const T2 = '2026-01-11T10:00:00.001Z';
const says = (verdict: HandoffReceipt['verdict'], reason: string | null, at: string): Partial<HandoffReceipt> => ({
  verdict,
  reason_code: reason,
  decided_at: at,
});
const held = says('held', 'VERSION_NEWER', T1);
const ingested = says('ingested', null, T1);
const refused = says('quarantined', 'JSON_INVALID', T1);

test.each([
  ['held, then refused', held, refused, 'replaced'],
  ['held, then taken', held, ingested, 'replaced'],
  ['refused, then taken', refused, ingested, 'replaced'],
  ['refused, later for another reason', refused, says('quarantined', 'NAME_MISMATCH', T2), 'replaced'],
  ['refused, later held', refused, says('held', 'VERSION_NEWER', T2), 'replaced'],
  ['refused, by a run that sleeps since it was held', refused, held, 'exists'],
  ['refused twice for one reason', refused, says('quarantined', 'JSON_INVALID', T2), 'exists'],
  ['taken, then refused', ingested, says('quarantined', 'JSON_INVALID', T2), 'exists'],
  ['taken, then held', ingested, says('held', 'VERSION_NEWER', T2), 'exists'],
  ['taken twice', ingested, says('ingested', null, T2), 'exists'],
])('%s', async (_, before, after, how) => {
  const world = await makeWorld();
  await world.put(NAME, good);
  await world.poll();
  const base = { ...(await receiptIn(world, keyOf(good))), problems: [] };
  const key = 'receipts/nextier-execution/lead-batches/x.0000000000000000.json';
  expect(await putReceipt(world.deps, key, { ...base, ...before })).toBe('created');
  expect(await putReceipt(world.deps, key, { ...base, ...after })).toBe(how);
  expect(await receiptIn(world, key)).toEqual({ ...base, ...(how === 'replaced' ? after : before) });
});

// The name in a key is cut at 120 characters: two names in the inbox may share one.
test.each([
  ['taken; the other one is refused', ingested, says('quarantined', 'JSON_INVALID', T2), 'exists'],
  ['taken; the other one is held', ingested, says('held', 'VERSION_NEWER', T2), 'exists'],
  ['taken; the other one is taken too', ingested, says('ingested', null, T2), 'replaced'],
  ['refused; the other one is taken', refused, says('ingested', null, T2), 'replaced'],
  ['refused; the other one is refused too', refused, says('quarantined', 'JSON_INVALID', T2), 'replaced'],
])('two batches share a key, one is %s', async (_, before, after, how) => {
  const world = await makeWorld();
  await world.put(NAME, good);
  await world.poll();
  const base = { ...(await receiptIn(world, keyOf(good))), problems: [] };
  const key = 'receipts/nextier-execution/lead-batches/x.0000000000000000.json';
  const twin = { ...base, ...after, batch_id: 'sxp_2026_01_11_002' };
  await putReceipt(world.deps, key, { ...base, ...before });
  expect(await putReceipt(world.deps, key, twin)).toBe(how);
  expect(await receiptIn(world, key)).toEqual(how === 'replaced' ? twin : { ...base, ...before });
});

test('a receipt that others change all the time is given up for now', async () => {
  const world = await makeWorld();
  await world.put(NAME, good);
  await world.poll();
  const receipt = await receiptIn(world, keyOf(good));
  const key = keyOf(good);
  const store = new Proxy<ObjectStore>(world.store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (name !== 'remove') return typeof member === 'function' ? (member.bind(target) as unknown) : member;
      return async (...call: Parameters<ObjectStore['remove']>) => {
        const removed = await target.remove(...call);
        await target.putIfAbsent(call[0], payloadOf(Buffer.from('again')), {}, world.deps.signal);
        return removed;
      };
    },
  });
  await writeFile(join(world.folder, 'bucket', key), 'mine');
  await expect(putReceipt({ ...world.deps, store }, key, receipt)).rejects.toMatchObject({ code: 'unavailable' });
});
