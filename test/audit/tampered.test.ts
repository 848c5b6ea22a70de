import { describe, expect, test } from 'vitest';
import { type AuditVerdict, verifyAudit } from '../../src/audit/index.ts';
import { openDatabase } from '../../src/database/index.ts';
import { edited, forgetReach, type LogRow, rawly, rechained, rehashed, rewriteRows, tenEntries } from './tampering.ts';

async function verdictOf(url: string): Promise<AuditVerdict> {
  const database = await openDatabase(url);
  const verdict = await verifyAudit(database);
  await database.close();
  return verdict;
}

async function verdictAfter(fn: (rows: LogRow[]) => LogRow[], careful = false): Promise<AuditVerdict> {
  const url = await tenEntries();
  rewriteRows(url, fn);
  if (careful) forgetReach(url);
  return verdictOf(url);
}

function integrityOf(verdict: AuditVerdict): unknown[] {
  const kinds = ['edited', 'gap', 'chain', 'malformed', 'truncated'];
  return verdict.findings.filter(({ kind }) => kinds.includes(kind)).map(({ seq, kind }) => [seq, kind]);
}

function replaceRow(seq: number, change: (row: LogRow) => LogRow): (rows: LogRow[]) => LogRow[] {
  return (rows) => rows.map((row) => (row.seq === seq ? change(row) : row));
}

const FAILURE = { outcome: 'failure' };

describe('found by the rows and their chain alone', () => {
  test('an entry that was edited, at its number', async () => {
    const verdict = await verdictAfter(replaceRow(5, (row) => edited(row, FAILURE)));
    expect(verdict).toMatchObject({ integrity: 'broken', first_bad_seq: 5 });
    expect(integrityOf(verdict)).toEqual([[5, 'edited']]);
  });

  test('a hash that was edited, at its number and at the link to it', async () => {
    const verdict = await verdictAfter(replaceRow(5, (row) => ({ ...row, entry_hash: 'ab'.repeat(32) })));
    expect(verdict.first_bad_seq).toBe(5);
    expect(integrityOf(verdict)).toEqual([
      [5, 'edited'],
      [6, 'chain'],
    ]);
  });

  test('an entry that was edited and hashed again, at the next one, which names the old hash', async () => {
    const verdict = await verdictAfter(replaceRow(5, (row) => rehashed(edited(row, FAILURE))));
    expect(verdict.first_bad_seq).toBe(6);
    expect(integrityOf(verdict)).toEqual([[6, 'chain']]);
  });

  test('an entry that was deleted in the middle, at its number', async () => {
    const verdict = await verdictAfter((rows) => rows.filter(({ seq }) => seq !== 5));
    expect(verdict).toMatchObject({ rows: 9, first_bad_seq: 5 });
    expect(integrityOf(verdict)).toEqual([[5, 'gap']]);
  });

  test('the first entries deleted, at number 1', async () => {
    const verdict = await verdictAfter((rows) => rows.slice(3));
    expect(integrityOf(verdict)).toEqual([[1, 'gap']]);
  });

  test('an entry that was deleted and the later ones renumbered, at the first of these', async () => {
    const verdict = await verdictAfter((rows) =>
      rows.filter(({ seq }) => seq !== 5).map((row, index) => ({ ...row, seq: index + 1 })),
    );
    expect(verdict.first_bad_seq).toBe(5);
    expect(integrityOf(verdict)[0]).toEqual([5, 'chain']);
  });

  test('two entries that changed places, at the first of the two', async () => {
    const verdict = await verdictAfter((rows) => {
      const [fifth, sixth] = [rows[4]!, rows[5]!];
      return rows.with(4, { ...sixth, seq: 5 }).with(5, { ...fifth, seq: 6 });
    });
    expect(verdict.first_bad_seq).toBe(5);
    expect(integrityOf(verdict)[0]).toEqual([5, 'chain']);
  });

  test('an entry that calls itself another number, at its number, also when it is the last', async () => {
    const verdict = await verdictAfter(replaceRow(10, (row) => rehashed(edited(row, { seq: 99 }))));
    expect(integrityOf(verdict)).toEqual([[10, 'chain']]);
  });

  test('a back-dated entry put in between, at the one after it', async () => {
    const verdict = await verdictAfter((rows) => {
      const before = rows[4]!;
      const forged = edited(before, { seq: 6, prev_hash: before.entry_hash, event: 'handoff.verified' });
      const moved = rows.slice(5).map((row) => ({ ...row, seq: row.seq + 1 }));
      return [...rows.slice(0, 5), rehashed({ ...forged, seq: 6 }), ...moved];
    });
    expect(verdict).toMatchObject({ rows: 11, first_bad_seq: 7 });
    expect(integrityOf(verdict)[0]).toEqual([7, 'chain']);
  });

  test('an entry numbered below 1, put before the first', async () => {
    const verdict = await verdictAfter((rows) => [{ ...rows[0]!, seq: -3 }, ...rows]);
    expect(verdict).toMatchObject({ rows: 11, first_bad_seq: -3 });
  });

  test('an entry that is no JSON object, at its number, hashed again or not', async () => {
    // A table without generated columns, since these would refuse the text.
    for (const [entry, kind] of [
      ['words', 'edited'],
      ['{"seq":5', 'edited'],
      ['[]', 'malformed'],
      ['words', 'malformed'],
    ] as const) {
      const url = await tenEntries();
      rawly(url, (connection) => {
        connection.exec('create table plain (seq integer primary key, entry text, entry_hash text)');
        connection.exec('insert into plain select seq, entry, entry_hash from audit_log');
        connection.exec('drop table audit_log');
        connection.exec('alter table plain rename to audit_log');
        const hash = kind === 'malformed' ? rehashed({ seq: 5, entry, entry_hash: '' }).entry_hash : undefined;
        const update = connection.prepare(
          'update audit_log set entry = ?, entry_hash = coalesce(?, entry_hash) where seq = 5',
        );
        update.run(entry, hash ?? null);
      });
      const verdict = await verdictOf(url);
      expect(verdict).toMatchObject({ integrity: 'broken', first_bad_seq: 5 });
      expect(integrityOf(verdict)[0]).toEqual([5, kind]);
    }
  });

  test('every one of many damages breaks the verdict; a hundred are listed', async () => {
    const url = await tenEntries();
    rewriteRows(url, (rows) =>
      Array.from({ length: 300 }, (_, index) => ({ ...rows[index % 10]!, seq: index + 1, entry_hash: 'none' })),
    );
    const verdict = await verdictOf(url);
    expect(integrityOf(verdict)).toHaveLength(100);
    expect(verdict).toMatchObject({ integrity: 'broken', first_bad_seq: 1, rows: 300 });
  });
});

describe('noticed by the memory of the database how far the log reached: a hint, not a broken chain', () => {
  const hinted = (rows: number) => ({ integrity: 'ok', evidence: 'disturbed', rows, first_bad_seq: null });

  test('a log whose end was cut off, at the first entry that is missing', async () => {
    const verdict = await verdictAfter((rows) => rows.slice(0, 8));
    expect(verdict).toMatchObject(hinted(8));
    expect(verdict.findings).toContainEqual(expect.objectContaining({ seq: 9, kind: 'shortened' }));
  });

  test('a log that was emptied', async () => {
    expect(await verdictAfter(() => [])).toMatchObject(hinted(0));
  });

  test('an entry deleted, the others renumbered and chained again', async () => {
    expect(await verdictAfter((rows) => rechained(rows.filter(({ seq }) => seq !== 5)))).toMatchObject(hinted(9));
  });
});

/**
 * Whoever may write the whole file can make a chain that is right in itself. These pass, and the length of the tail
 * without a checkpoint says how much of the log is open to it: all.
 */
describe('not found without a checkpoint elsewhere', () => {
  const passes = { integrity: 'ok', first_bad_seq: null };

  test.each<[string, number, (rows: LogRow[]) => LogRow[]]>([
    [
      'an entry edited and the rest chained again',
      10,
      (rows) => rechained(replaceRow(5, (row) => edited(row, FAILURE))(rows)),
    ],
    ['the last entry edited and hashed again', 10, replaceRow(10, (row) => rehashed(edited(row, FAILURE)))],
    ['an entry deleted, the rest renumbered and chained again', 9, (rows) => rechained(rows.toSpliced(4, 1))],
    ['a back-dated entry put in and the rest chained again', 11, (rows) => rechained(rows.toSpliced(5, 0, rows[4]!))],
    [
      'two entries changed places and all chained again',
      10,
      (rows) => rechained(rows.with(4, rows[5]!).with(5, rows[4]!)),
    ],
    ['the end cut off', 8, (rows) => rows.slice(0, 8)],
    ['all entries deleted', 0, () => []],
  ])('%s, by someone who also sets the memory back', async (_, rows, fn) => {
    expect(await verdictAfter(fn, true)).toMatchObject({ ...passes, rows, unanchored_tail: rows, checkpoints: 0 });
  });
});

test('a log that nobody touched is found whole, also an empty one', async () => {
  const url = await tenEntries();
  const whole = { integrity: 'ok', completeness: 'ok', first_bad_seq: null, findings: [] };
  expect(await verdictOf(url)).toMatchObject({ ...whole, rows: 10, checkpoints: 0, unanchored_tail: 10 });
});
