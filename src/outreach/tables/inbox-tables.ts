import { sqlList } from '../states.ts';

/** What a mail that came in turned out to be. broken: nobody could read it, so it was passed over. */
export const INBOUND_VERDICTS = [
  'reply', 'opt_out', 'unsubscribe', 'auto_reply', 'bounce_hard', 'bounce_soft', 'delivered', 'complaint', 'broken',
] as const; // prettier-ignore
export type InboundVerdict = (typeof INBOUND_VERDICTS)[number];

/** Mails that were about one of ours: what has no such row was nobody's business, or has not come. */
export const INBOX_TABLES = `
  create table inbound_mails (
    mailbox_id text not null,
    message_key text not null,
    folder text not null,
    uidvalidity text not null,
    uid integer not null,
    verdict text not null check (verdict in (${sqlList(INBOUND_VERDICTS)})),
    send_id text,
    forward text check (forward in ('pending', 'done', 'failed')),
    forward_attempts integer not null default 0,
    forward_claimed_until text,
    received_at text not null,
    created_at text not null,
    correlation_id text,
    process_id text not null,
    primary key (mailbox_id, message_key)
  );
  create index inbound_mails_forward on inbound_mails (mailbox_id) where forward = 'pending';
`;
