/**
 * How long does it take to verify a large audit log, with its checkpoints in the table and in the store?
 *
 *   npm run bench:audit -- [--entries 1000000] [--every 10000] [--limit-s 20]
 *
 * `--every` so many entries a checkpoint is cut. Verification runs in a process of its own, whole: open, read, hash,
 * check signatures, close. Exits 1 when it takes longer than the limit, or when the verdict is not a whole log.
 */
import { spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  auditModule,
  openAuditLog,
  openCheckpointer,
  openNoteSigner,
  openNoteVerifier,
  originOf,
  verifyAudit,
} from '../../src/audit/index.ts';
import { systemClock } from '../../src/base/clock.ts';
import { silentLog } from '../../src/base/log.ts';
import { migrate, openDatabase } from '../../src/database/index.ts';
import { openStore } from '../../src/objectstore/index.ts';
import { newPrivateKey, SYSTEM } from '../audit/open-anchored.ts';
import { handoff } from '../audit/open-log.ts';

interface Place {
  readonly database: string;
  readonly store: string;
  readonly publicKey: string;
}

async function writeLog(folder: string, entries: number, every: number): Promise<Place> {
  const place = { database: `sqlite:${join(folder, 'audit.db')}`, store: `file:${join(folder, 'bucket')}` };
  const [database, store] = [await openDatabase(place.database), await openStore(place.store)];
  await migrate(database, [auditModule], systemClock);
  const audit = openAuditLog(SYSTEM, systemClock);
  const privateKey = newPrivateKey();
  const signer = openNoteSigner(originOf(SYSTEM), privateKey);
  const signal = new AbortController().signal;
  const around = { database, store, signer, system: SYSTEM, clock: systemClock, log: silentLog, signal };
  const checkpointer = openCheckpointer(around);
  for (let done = 0; done < entries; done += every) {
    const facts = Array.from({ length: Math.min(every, entries - done) / 2 }, (_, n) => handoff(done + n)).flat();
    await database.transaction((tx) => audit.append(tx, ...facts));
    await checkpointer.cut();
  }
  await database.close();
  await store.close();
  const publicKey = createPublicKey(privateKey).export({ format: 'pem', type: 'spki' }).toString();
  return { ...place, publicKey };
}

/** What the child does: prints the verdict. */
async function verify({ database: url, store: storeUrl, publicKey }: Place): Promise<void> {
  const [database, store] = [await openDatabase(url), await openStore(storeUrl)];
  const verifiers = [openNoteVerifier(originOf(SYSTEM), createPublicKey(publicKey))];
  const verdict = await verifyAudit(database, { system: SYSTEM, verifiers, store });
  const { heapUsed, rss } = process.memoryUsage();
  console.log(JSON.stringify({ ...verdict, heap_mb: Math.round(heapUsed / 1e6), rss_mb: Math.round(rss / 1e6) }));
  await database.close();
  await store.close();
}

async function measure(entries: number, every: number, limitSeconds: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'handoff-bench-audit-'));
  try {
    const startedMs = Date.now();
    const place = await writeLog(folder, entries, every);
    console.log(`${entries} entries written in ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
    const program = [fileURLToPath(import.meta.url), '--verify', JSON.stringify(place)];
    const verifyMs = Date.now();
    const { stdout, stderr } = spawnSync(process.execPath, program, { encoding: 'utf8' });
    const seconds = (Date.now() - verifyMs) / 1000;
    console.log(`verified in ${seconds.toFixed(1)} s: ${stdout.trim()}${stderr}`);
    const verdict = JSON.parse(stdout) as Record<string, unknown>;
    const whole = verdict['integrity'] === 'ok' && verdict['evidence'] === 'ok' && verdict['completeness'] === 'ok';
    return whole && verdict['rows'] === entries && verdict['unanchored_tail'] === 0 && seconds < limitSeconds;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '1000000' },
    every: { type: 'string', default: '10000' },
    'limit-s': { type: 'string', default: '20' },
    verify: { type: 'string' },
  },
});
if (values.verify !== undefined) await verify(JSON.parse(values.verify) as Place);
else if (!(await measure(Number(values.entries), Number(values.every), Number(values['limit-s']))))
  process.exitCode = 1;
