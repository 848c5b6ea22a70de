import { createHash } from 'node:crypto';
import type { InboundVerdict } from '../tables/inbox-tables.ts';
import { type Away, classifyInbound, type InboundClass } from './classify-inbound.ts';
import type { InboundMail } from './inbound-mail.ts';
import type { MailPlace } from './inbound-table.ts';
import { judgeReport } from './judge-report.ts';
import { type Match, matchInbound, type MatchContext } from './match-inbound.ts';
import { parseInbound } from './parse-inbound.ts';

/** A mail as the IMAP server gives it. */
export interface ArrivedMail {
  readonly place: MailPlace;
  /** From its first byte; of a long one only so much as is looked at. */
  readonly source: Uint8Array;
  /** When the server took it. */
  readonly receivedMs: number;
}

/** What a mail is. `own`, `unmatched` and `other` are nobody's business: nothing is written of them. */
export type Judged =
  | { readonly verdict: 'own' | 'unmatched' | 'other' }
  | { readonly verdict: 'broken'; readonly key: string; readonly cause: unknown }
  | JudgedMail;

export interface JudgedMail {
  readonly verdict: Exclude<InboundVerdict, 'broken'>;
  readonly key: string;
  readonly match: Match;
  readonly away: Away | undefined;
  /** RFC 3463, of a report. */
  readonly status: string | undefined;
}

/** Reads, classifies and matches one mail; writes nothing. `own` are the addresses that we write from ourselves. */
export async function judgeInbound(
  context: MatchContext,
  own: ReadonlySet<string>,
  arrived: ArrivedMail,
): Promise<Judged> {
  let mail: InboundMail;
  try {
    mail = await parseInbound(arrived.source);
  } catch (cause) {
    // Whatever the parser says: one mail that cannot be read must not keep the others from being read.
    return { verdict: 'broken', key: hashKey(arrived.source), cause };
  }
  const kind = classifyInbound(mail, context.nowMs);
  const isReport = kind.kind === 'report' || kind.kind === 'complaint';
  if (!isReport && mail.from !== null && own.has(mail.from)) return { verdict: 'own' };
  const match = kind.kind === 'other' ? undefined : await matchInbound(context, mail);
  if (match === undefined) return { verdict: kind.kind === 'other' ? 'other' : 'unmatched' };
  return judgeMatched(kind, match, mail.messageId ?? hashKey(arrived.source));
}

function judgeMatched(kind: InboundClass, match: Match, key: string): Judged {
  const judged = { key, match, away: undefined, status: undefined };
  if (match.purpose === 'unsubscribe') return { ...judged, verdict: 'unsubscribe' };
  switch (kind.kind) {
    case 'reply':
      return { ...judged, verdict: kind.isOptOut ? 'opt_out' : 'reply' };
    case 'auto_reply':
      return { ...judged, verdict: 'auto_reply', away: kind.away };
    case 'complaint':
      // Anybody can write that somebody complained; only who has our mail can name it.
      return match.by === 'address' ? { verdict: 'unmatched' } : { ...judged, verdict: 'complaint' };
    case 'report': {
      const report = judgeReport(kind.recipients, match);
      return report === undefined ? { verdict: 'other' } : { ...judged, ...report };
    }
    case 'other':
      return { verdict: 'other' };
  }
}

function hashKey(source: Uint8Array): string {
  return `sha256:${createHash('sha256').update(source).digest('hex')}`;
}
