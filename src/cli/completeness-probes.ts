import type { CompletenessProbe } from '../audit/index.ts';
import type { Database, Role } from '../database/index.ts';

interface Questions {
  readonly name: string;
  /** Rows of `what`: those that lack their entry. */
  readonly unlogged: string;
  /** Rows of `seq` and `what`: entries whose row is not there. */
  readonly unfounded: string;
}

/** A batch that was given out again waits as `pending`, and its former entry stays; so its row is looked for in any state. */
const OUTBOX: Questions = {
  name: 'published batch',
  unlogged: `
    select o.batch_id as what from outbox o where o.state = 'published' and not exists (
      select 1 from audit_log a where a.batch_id = o.batch_id and a.contract = o.contract
         and a.event = 'handoff.published' and a.checksum = o.sha256)
     order by o.id limit $1`,
  unfounded: `
    select a.seq, a.batch_id as what from audit_log a where a.event = 'handoff.published' and not exists (
      select 1 from outbox o where o.contract = a.contract and o.batch_id = a.batch_id)
     order by a.seq limit $1`,
};

const LEDGER: Questions = {
  name: 'ingested batch',
  unlogged: `
    select b.batch_id as what from batch b where not exists (
      select 1 from audit_log a where a.batch_id = b.batch_id and a.contract = b.contract
         and a.event = 'handoff.ingested' and a.checksum = b.sha256)
     order by b.ingest_seq limit $1`,
  unfounded: `
    select a.seq, a.batch_id as what from audit_log a where a.event = 'handoff.ingested' and not exists (
      select 1 from batch b where b.contract = a.contract and b.batch_id = a.batch_id and b.sha256 = a.checksum)
     order by a.seq limit $1`,
};

/** The hub takes batches and hands over others. */
const QUESTIONS: Readonly<Record<Role, readonly Questions[]>> = {
  producer: [OUTBOX],
  consumer: [LEDGER],
  hub: [LEDGER, OUTBOX],
};

/** Each batch that was handed over has its entry, and each such entry its batch: in the tables of that side. */
export function completenessProbes(database: Database, role: Role): CompletenessProbe[] {
  return QUESTIONS[role].map(({ name, unlogged, unfounded }) => ({
    name,
    unlogged: (limit) => database.query(unlogged, [limit]),
    unfounded: (limit) => database.query(unfounded, [limit]),
  }));
}
