import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkStore } from '../../src/cli/doctor/store-checks.ts';
import { systemClock } from '../../src/base/clock.ts';
import { type ObjectStore, openStore } from '../../src/objectstore/index.ts';
import { freshBucket, storeUrl, type TestBucket, uniqueBucketName } from '../support/gateway.ts';
import { type Answer, freshFolder, handoff, handoffJson } from '../support/handoff.ts';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly hint?: string;
}
interface Doctor {
  readonly ok: boolean;
  readonly roles: readonly string[];
  readonly checks: readonly Check[];
}

const STORE_CHECKS = [
  'store', 'inbox', 'archive', 'quarantine', 'receipts', 'conditional-put', 'md5', 'list-and-head', 'clock',
]; // prettier-ignore
const MACHINE_CHECKS = ['database', 'disk', 'signing-keys'];

function namesOf(checks: readonly Check[]): string[] {
  return checks.map(({ name }) => name);
}

function failedOf(answer: Answer): string[] {
  return (JSON.parse(answer.stdout) as Doctor).checks.filter(({ ok }) => !ok).map(({ name }) => name);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
}

describe('a directory store', () => {
  test('a consumer that may do everything is well, and no probe is left', () => {
    const folder = freshFolder();
    const report = handoffJson<Doctor>(folder, ['doctor']);
    expect(report).toMatchObject({ status: 0, ok: true, roles: ['consumer'] });
    expect(namesOf(report.checks)).toEqual(['configuration', ...STORE_CHECKS, ...MACHINE_CHECKS]);
    expect(filesIn(folder)).toEqual([]);
  });

  test('a producer is asked about its inbox alone', () => {
    const report = handoffJson<Doctor>(freshFolder(), ['doctor', '--system', 'social-xpress-engine']);
    expect(report).toMatchObject({ status: 0, ok: true, roles: ['producer'] });
    expect(namesOf(report.checks)).not.toContain('archive');
  });

  test('a prefix that cannot be written is named, and the exit code tells', () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'handoff-data/bucket'), { recursive: true });
    writeFileSync(join(folder, 'handoff-data/bucket/archive'), 'a file where a folder belongs');
    const answer = handoff(folder, ['doctor', '--json']);
    expect(failedOf(answer)).toEqual(['archive']);
    expect(answer.status).not.toBe(0);
  });

  test("another system's database is found", () => {
    const folder = freshFolder();
    const database = ['--database', 'sqlite:./one.db'];
    handoff(folder, ['poll', ...database]);
    expect(handoffJson<Doctor>(folder, ['doctor', ...database])).toMatchObject({ status: 0, ok: true });
    const answer = handoff(folder, ['doctor', '--json', '--system', 'outreach-global', ...database]);
    expect([answer.status, failedOf(answer)]).toEqual([1, ['database']]);
  });

  test('a file that is no database is found', () => {
    const folder = freshFolder();
    writeFileSync(
      join(folder, 'notes.txt'),
      'these are notes, and long enough to be read as a page of a database\n'.repeat(50),
    );
    const answer = handoff(folder, ['doctor', '--json', '--database', 'sqlite:./notes.txt']);
    expect([answer.status, failedOf(answer)]).toEqual([78, ['database']]);
  });

  test('a system without a part in any contract, a broken configuration: exit 78, and still one document', () => {
    const folder = freshFolder();
    const nobody = handoff(folder, ['doctor', '--json', '--system', 'nobody-here']);
    expect([nobody.status, failedOf(nobody)]).toEqual([78, ['configuration']]);
    writeFileSync(join(folder, 'handoff.config.json'), '{"sotre": 1}');
    const broken = handoff(folder, ['doctor', '--json']);
    expect([broken.status, failedOf(broken)]).toEqual([78, ['configuration']]);
  });
});

describe('an S3 store', () => {
  let bucket: TestBucket;
  beforeAll(async () => {
    bucket = await freshBucket();
  });

  test('the gateway keeps what the promises rest on, and no probe is left', async () => {
    const report = handoffJson<Doctor>(freshFolder(), ['doctor', '--store', bucket.url], bucket.env);
    expect(report).toMatchObject({ status: 0, ok: true });
    expect(report.checks.find(({ name }) => name === 'md5')?.detail).toBe('damaged bytes are refused');
    const store = await openStore(bucket.url);
    for await (const page of store.list('', { signal: AbortSignal.timeout(30_000) })) expect(page).toEqual([]);
    await store.close();
  });

  test('a wrong secret is exit 78, a bucket that is not there too, a server that is down 75', () => {
    const folder = freshFolder();
    const wrong = handoff(folder, ['doctor', '--json', '--store', bucket.url], {
      ...bucket.env,
      AWS_SECRET_ACCESS_KEY: 'wrong',
    });
    expect([wrong.status, failedOf(wrong)]).toEqual([78, ['store']]);
    const missing = handoff(folder, ['doctor', '--json', '--store', storeUrl(uniqueBucketName())], bucket.env);
    expect([missing.status, failedOf(missing)]).toEqual([78, ['store']]);
    const down = handoff(
      folder,
      ['doctor', '--json', '--store', 's3://bucket?endpoint=http://127.0.0.1:9'],
      bucket.env,
    );
    expect([down.status, failedOf(down)]).toEqual([75, ['store']]);
  });
});

describe('a store that does not keep its word', () => {
  const signal = AbortSignal.timeout(60_000);

  /** A real directory store, with one promise of the port broken. */
  async function brokenStore(broken: (store: ObjectStore) => Partial<ObjectStore>): Promise<ObjectStore> {
    const store = await openStore(`file:${freshFolder()}`);
    const changed = broken(store);
    return new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(changed, name) ?? Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }

  async function failedChecks(store: ObjectStore, url = 'file:./x'): Promise<string[]> {
    const places = [{ kind: 'inbox', prefix: 'exports/lead-batches/', mustDelete: true }] as const;
    const findings = await checkStore({ store, url, places, clock: systemClock, signal });
    return findings.filter(({ check }) => !check.ok).map(({ check }) => check.name);
  }

  test('one that overwrites is found', async () => {
    const store = await brokenStore((real) => ({
      async putIfAbsent(key, payload, metadata, signal) {
        const head = await real.head(key, signal);
        if (head !== undefined) await real.remove(key, head.etag, signal);
        return real.putIfAbsent(key, payload, metadata, signal);
      },
    }));
    expect(await failedChecks(store)).toEqual(['conditional-put']);
  });

  test('one that takes damaged bytes is found', async () => {
    // A directory store does not look at the MD5, as a server would that ignores it.
    expect(await failedChecks(await brokenStore(() => ({})), 's3://bucket')).toEqual(['md5']);
  });

  test('one whose listing names another etag is found', async () => {
    const store = await brokenStore((real) => ({
      async *list(prefix, options) {
        for await (const page of real.list(prefix, options))
          yield page.map((object) => ({ ...object, etag: 'another' }));
      },
    }));
    expect(await failedChecks(store)).toEqual(['list-and-head']);
  });

  test('one whose clock is ten minutes late is found', async () => {
    const store = await brokenStore((real) => ({
      async head(key, signal) {
        const head = await real.head(key, signal);
        return head && { ...head, modifiedMs: head.modifiedMs - 600_000 };
      },
    }));
    expect(await failedChecks(store)).toEqual(['clock']);
  });
});
