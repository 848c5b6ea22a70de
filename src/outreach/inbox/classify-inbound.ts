import type { InboundMail, ReportedRecipient } from './inbound-mail.ts';
import { newText } from './new-text.ts';
import { isOptOut } from './opt-out.ts';
import { returnDate } from './return-date.ts';

/**
 * What a mail is, whoever it is about. reply: a person's own words. auto_reply: a machine's answer for a person. report: a mail
 * server about a mail of ours. other: a machine's mail that says nothing about ours.
 */
export type InboundClass =
  | { readonly kind: 'reply'; readonly isOptOut: boolean }
  | { readonly kind: 'auto_reply'; readonly away: Away | undefined }
  | { readonly kind: 'report'; readonly recipients: readonly ReportedRecipient[] }
  | { readonly kind: 'complaint' }
  | { readonly kind: 'other' };

/** Somebody is out of the office. */
export interface Away {
  /** Midnight in UTC of the first day back; undefined where they do not say. */
  readonly untilMs: number | undefined;
}

/** RFC 5965, section 7.3: the other kinds are about a failed check of our domain, a virus, or the wish to get the mail. */
const COMPLAINTS = new Set(['abuse', 'fraud']);

/** A mail server's own report comes first, then the signs of RFC 3834 and of those who never read it; the rest is people's. */
export function classifyInbound(mail: InboundMail, nowMs: number): InboundClass {
  if (mail.complaint !== undefined) return { kind: COMPLAINTS.has(mail.complaint.kind) ? 'complaint' : 'other' };
  if (mail.report !== undefined) return { kind: 'report', recipients: mail.report.recipients };
  if (mail.signs.isReport) return { kind: 'other' };
  if (isAutomatic(mail)) return { kind: 'auto_reply', away: awayOf(mail, nowMs) };
  return { kind: 'reply', isOptOut: isOptOut(newText(mail.text)) };
}

const AUTOMATIC_PRECEDENCE = new Set(['auto_reply', 'auto-reply', 'bulk', 'junk']);

function isAutomatic({ signs, subject }: InboundMail): boolean {
  if (signs.autoSubmitted !== undefined && signs.autoSubmitted !== 'no') return true;
  if (signs.hasAutoReplyHeader || signs.hasNullReturnPath || signs.isFromMailServer) return true;
  return AUTOMATIC_PRECEDENCE.has(signs.precedence ?? '') || AUTO_SUBJECT.test(subject.trim());
}

/** Subjects that mail servers put before the one they answer; a person's answer begins with Re. */
const AUTO_SUBJECT =
  /^(?:auto(?:matic|mated)?[ -]?(?:reply|response)|out of (?:the )?office|ooo|automatische (?:antwort|abwesenheitsnotiz)|abwesenheits(?:notiz|meldung|assistent)|réponse automatique|absence du bureau|respuesta automática|fuera de (?:la )?oficina|risposta automatica|resposta automática|automatisch antwoord)(?:\s*:|\s*$|\s*\()/i;

const AWAY_WORDS =
  /\bout of (?:the )?office\b|\booo\b|\b(?:on|annual|parental|maternity|paternity|sick) (?:leave|vacation|holidays?)\b|\baway from (?:the|my) (?:office|desk)\b|\bcurrently away\b|\b(?:not|nicht) im (?:büro|hause?)\b|\babwesen\w*|\bim urlaub\b|\bnicht (?:im büro|erreichbar)\b|\bactuellement absente?\b|\ben congés?\b|\babsente? (?:du bureau|jusqu)|\bde vacaciones\b|\bfuera de (?:la )?oficina\b|\bausente\b/i;

/** Not every machine's answer says that nobody is there: a ticket number does not. */
function awayOf({ subject, text }: InboundMail, nowMs: number): Away | undefined {
  const written = newText(text);
  if (!AWAY_WORDS.test(subject) && !AWAY_WORDS.test(written) && !AUTO_SUBJECT.test(subject.trim())) return undefined;
  return { untilMs: returnDate(`${subject}\n${written}`, nowMs) };
}
