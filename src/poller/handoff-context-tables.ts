/** Whole contexts and their parts: written once with their ledger row, read for ever, changed never. */
const TABLES = {
  handoff_context: `
    handoff_id text primary key,
    handoff_timestamp text not null,
    handoff_version text not null,
    approved_by text not null,
    approval_timestamp text not null,
    approval_reason text,
    source_request_id text not null,
    source_analysis_timestamp text not null,
    governance_status text not null,
    governance_warnings text,
    metric_context text,
    audit_trail text not null,
    document text not null`,
  handoff_recommendation: `
    handoff_id text not null,
    position integer not null,
    recommendation_id text not null,
    type text not null,
    priority text not null,
    title text not null,
    description text not null,
    actionable_steps text not null,
    topic_id text,
    topic_name text,
    question_id text,
    question_text text,
    expected_impact text not null,
    created_at text not null,
    generated_by text not null,
    warnings text,
    primary key (handoff_id, position)`,
  handoff_topic: `
    handoff_id text not null,
    position integer not null,
    topic_id text not null,
    topic_name text not null,
    geo_score real,
    visibility_score real,
    sentiment_score real,
    brand_rank integer,
    competitor_count integer,
    question_count integer,
    sample_questions text,
    primary key (handoff_id, position)`,
  handoff_question: `
    handoff_id text not null,
    position integer not null,
    question_id text not null,
    question_text text not null,
    ai_answer_excerpt text,
    brand_mentioned integer not null check (brand_mentioned in (0, 1)),
    brand_position integer,
    sentiment text,
    topic_id text not null,
    topic_name text not null,
    primary key (handoff_id, position)`,
  handoff_warning: `
    handoff_id text not null,
    position integer not null,
    rule_id text not null,
    pointer text not null,
    excerpt text not null,
    primary key (handoff_id, position)`,
} as const;

/** `insert or replace` walks past the triggers on update and delete, and may aim at a row by either of its keys. */
const LEDGER_GUARD = `
    drop trigger batch_no_replace;
    create trigger batch_no_replace before insert on batch
    when exists (
      select 1 from batch
      where ingest_seq = new.ingest_seq or (contract = new.contract and batch_id = new.batch_id)
    )
    begin select raise(abort, 'batch is the ledger: a batch id is taken once'); end;`;

/** Nothing is added once the ledger has the context, so what stands there is what was verified. */
function guarded(name: string, columns: string): string {
  const isPart = columns.includes('position integer');
  const key = `handoff_id = new.handoff_id${isPart ? ' and position = new.position' : ''}`;
  const refuse = (what: string): string => `begin select raise(abort, 'handoff contexts are immutable${what}'); end;`;
  return `
    create table ${name} (${columns});
    create trigger ${name}_no_update before update on ${name} ${refuse('')}
    create trigger ${name}_no_delete before delete on ${name} ${refuse('')}
    create trigger ${name}_no_late_insert before insert on ${name}
    when exists (select 1 from batch where contract = 'execution-handoff-context' and batch_id = new.handoff_id)
      or exists (select 1 from ${name} where ${key})
    ${refuse(': this one was taken')}`;
}

export const HANDOFF_CONTEXT_STEP = {
  sqlite: `${LEDGER_GUARD}${Object.entries(TABLES)
    .map(([name, columns]) => guarded(name, columns))
    .join('\n')}`,
};
