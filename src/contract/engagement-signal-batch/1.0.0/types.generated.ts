// Made by scripts/generate-contracts.ts from schema.json. Change that one and run the script.

/**
 * What happened in outreach, told as facts to the system that decides what follows from them.
 */
export interface EngagementSignalBatch {
  /**
   * Name of the batch and of its file; its date is the UTC date of created_at.
   */
  batch_id: string;
  /**
   * The contract that the batch follows.
   */
  contract: 'engagement-signal-batch';
  /**
   * Major version of the contract.
   */
  schema_version: 'v1';
  /**
   * When the batch was made: RFC 3339 in UTC, with T and Z.
   */
  created_at: string;
  /**
   * The system that made the batch.
   */
  source: string;
  /**
   * The system that the batch is addressed to.
   */
  target: string;
  /**
   * The signals; each event_id stands once.
   */
  records: EngagementSignal[];
}
/**
 * One thing that happened. The same event_id may come again in a later batch, and is the same event then.
 */
export interface EngagementSignal {
  /**
   * Identity of the event, the same however often it is told.
   */
  event_id: string;
  /**
   * What happened.
   */
  event_type:
    | 'engagement.open'
    | 'engagement.click'
    | 'engagement.reply'
    | 'engagement.bounce'
    | 'engagement.unsubscribe'
    | 'meeting.booked'
    | 'campaign.completed';
  /**
   * The company in outreach, as the evaluation named it.
   */
  outreach_id: string;
  /**
   * Sovereign id of the company as it was handed over; echoed, never made.
   */
  sid?: string;
  /**
   * The campaign in which it happened.
   */
  campaign_id: string;
  /**
   * The sequence in which it happened; null where it belongs to none.
   */
  sequence_id: string | null;
  /**
   * The message that it answers to; null where it answers to none.
   */
  send_id: string | null;
  /**
   * Who did it; null only where nobody did: a meeting that is known by the company alone, the end of a campaign.
   */
  contact_id: string | null;
  /**
   * When it happened: RFC 3339 in UTC, with T and Z.
   */
  occurred_at: string;
  /**
   * Whether a person did it, a proxy for one, a machine, or nobody can tell.
   */
  actor_class: 'human' | 'proxy' | 'machine' | 'unknown';
  /**
   * How sure it is that a person did it: 0 not at all, 1 certain.
   */
  confidence: number;
  /**
   * That of the evaluation from which the outreach came; never made anew.
   */
  correlation_id: string;
  /**
   * The run of the outreach process that saw it.
   */
  process_id: string;
}
