/**
 * Companies to reach out to, as the latest evaluation of each has them (`outreach`, `company_target`, `people`), all
 * evaluations (`bit_scores`), and what outreach tells (`engagement_signal`). Others read them; only ingestion writes.
 *
 * The rows are the same in whatever order batches come. `recency` is the time of the evaluation, then the batch's place: the
 * greatest one has the row. `batch_order` is the batch's place alone: of what is told more than once the first one stays.
 */
export const OUTREACH_STEP = {
  sqlite: `
        create table outreach (
          outreach_id text primary key,
          sid text not null,
          correlation_id text not null,
          bit_evaluation_id text not null,
          batch_id text not null,
          recency text not null,
          updated_at text not null
        );
        create table company_target (
          outreach_id text primary key,
          email_method text,
          timezone text,
          batch_id text not null,
          updated_at text not null
        );
        create table people (
          outreach_id text not null,
          contact_id text not null,
          name text not null,
          email text not null,
          email_status text not null,
          role text not null,
          timezone text,
          batch_id text not null,
          updated_at text not null,
          primary key (outreach_id, contact_id)
        );
        create table bit_scores (
          bit_evaluation_id text primary key,
          outreach_id text not null,
          bit_score real,
          bit_tier text not null,
          evaluated_at text not null,
          correlation_id text not null,
          batch_id text not null,
          batch_order text not null,
          ingested_at text not null
        );
        create index bit_scores_outreach on bit_scores (outreach_id, evaluated_at);

        create table engagement_signal (
          event_id text primary key,
          event_type text not null,
          outreach_id text not null,
          sid text,
          campaign_id text not null,
          sequence_id text,
          send_id text,
          contact_id text,
          occurred_at text not null,
          actor_class text not null,
          confidence real not null,
          correlation_id text not null,
          process_id text not null,
          batch_id text not null,
          batch_order text not null,
          position integer not null
        );
        create index engagement_signal_outreach on engagement_signal (outreach_id, occurred_at);
      `,
};
