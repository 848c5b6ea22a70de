import { AppError, messageOf } from '../../base/errors.ts';
import type { Transaction } from '../../database/port.ts';
import { findCampaign } from '../campaign-table.ts';
import { readPolicy } from '../campaign/policy.ts';
import type { HubDeps } from '../context.ts';
import { type EnrollmentRow, findEnrollment } from '../enrollment-table.ts';
import { readPerson } from '../gate/read-target.ts';
import type { SendRow } from '../send-table.ts';
import type { AddressPurpose } from '../tokens/tagged-address.ts';
import { chooseTexts, type StepTexts } from './choose-variant.ts';
import { type LiquidValues, renderLiquid, type TemplateForm, usedVariables } from './liquid.ts';
import { replaceLinks } from './links.ts';
import { mailValues, oneLine } from './mail-values.ts';
import { linkNumbers, type StepRow, stepsOf } from './sequence-table.ts';

/** Where the links of one mail lead; made by whoever holds the keys that they are signed with. */
export interface RenderLinks {
  pixelUrl(send: SendRow): string;
  /** `idx` is the link's number in its step. */
  clickUrl(send: SendRow, idx: number): string;
  unsubscribeUrl(send: SendRow): string;
  /** An address of the mailbox that names the send; undefined where there is no room. Absent: no such addresses are used. */
  taggedAddress?(purpose: AddressPurpose, send: SendRow, mailbox: string): string | undefined;
  /** Asked only for a template that uses `calendar_url`; it may write, in the transaction. */
  calendarUrl?(tx: Transaction, send: SendRow): Promise<string>;
}

export interface RenderedMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** The name of the variant that the contact gets; undefined for a step without. */
  readonly variant: string | undefined;
  /** Message-ID, X-Outreach-Send; in a thread In-Reply-To and References; with links List-Unsubscribe and Reply-To. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where bounces go: the envelope's sender, unless it is the mailbox itself. */
  readonly bounceAddress: string | undefined;
}

const MAX_RENDERED_SUBJECT = 255;

/**
 * One send as it is to go out: the frozen step, with the contact as the people list has it now. Without `links` its links
 * stay as the template has them, and there is no pixel. Throws `refused` for what cannot be rendered.
 */
export async function renderMessage(
  tx: Transaction,
  deps: Pick<HubDeps, 'settings'>,
  send: SendRow,
  links?: RenderLinks,
): Promise<RenderedMessage> {
  const enrollment = await findEnrollment(tx, send.enrollment_id);
  const steps = await stepsOf(tx, send.campaign_id);
  const step = steps.find(({ step_id: id }) => id === send.step_id);
  if (enrollment === undefined || step === undefined) {
    throw new AppError('refused', `render send ${send.send_id}: its step or its contact is not there`);
  }
  const own = chooseTexts(step, send.enrollment_id);
  const sender = await readSender(tx, send.mailbox_id ?? enrollment.mailbox_id);
  const values = await valuesOf(tx, send, { enrollment, sender }, own, links);
  const thread = await earlierMails(tx, send);
  const texts = await trackedTexts(tx, deps, send, own, links);
  const tagged = (purpose: AddressPurpose): string | undefined =>
    sender && links?.taggedAddress?.(purpose, send, sender.address);
  return {
    subject: subjectOf(steps, step, send, thread, values),
    text: render(send.send_id, texts.text, 'plain', values),
    html: texts.html === null ? null : render(send.send_id, texts.html, 'html', values),
    variant: own.variant,
    headers: headersOf(send, step.thread === 'reply' ? thread.map(({ message_id: id }) => id) : [], links, tagged),
    bounceAddress: tagged('bounce'),
  };
}

/** Throws `refused`; `what` is for the message. */
export function render(what: string, template: string, form: TemplateForm, values: LiquidValues): string {
  try {
    return renderLiquid(template, form, values);
  } catch (cause) {
    throw new AppError('refused', `render ${what}: ${messageOf(cause).split('\n')[0] ?? ''}`, { cause });
  }
}

/** One printable line: what a value brings along can end no header. */
export function renderSubject(what: string, template: string, values: LiquidValues): string {
  const subject = oneLine(render(what, template, 'plain', values), MAX_RENDERED_SUBJECT);
  if (subject === '') throw new AppError('refused', `render ${what}: the subject is empty`);
  return subject;
}

async function valuesOf(
  tx: Transaction,
  send: SendRow,
  { enrollment, sender }: { readonly enrollment: EnrollmentRow; readonly sender: Sender | undefined },
  texts: StepTexts,
  links: RenderLinks | undefined,
): Promise<LiquidValues> {
  const person = await readPerson(tx, send.outreach_id, send.contact_id);
  const { name, role } = person ?? enrollment;
  const wantsCalendar = usesVariable(texts, 'calendar_url');
  return mailValues({
    contact: { name, role, emailNorm: enrollment.email_norm },
    sender,
    unsubscribeUrl: links?.unsubscribeUrl(send),
    calendarUrl: wantsCalendar ? await links?.calendarUrl?.(tx, send) : undefined,
  });
}

export function usesVariable({ subject, text, html }: StepTexts, name: string): boolean {
  return [subject, text, html ?? ''].some((template) => usedVariables(template).includes(name));
}

interface Sender {
  readonly displayName: string | null;
  readonly address: string;
}

async function readSender(tx: Transaction, mailboxId: string | null): Promise<Sender | undefined> {
  const [row] = await tx.query<{ display_name: string | null; address: string }>(
    'select display_name, address from mailboxes where mailbox_id = $1',
    [mailboxId],
  );
  return row && { displayName: row.display_name, address: row.address };
}

interface EarlierMail {
  readonly step_no: number;
  readonly message_id: string;
}

/** The mails of the same contact that left before this one, oldest first, from the last that began a thread. */
async function earlierMails(tx: Transaction, send: SendRow): Promise<EarlierMail[]> {
  return tx.query<EarlierMail>(
    `select l.step_no, l.message_id from send_log l
      where l.enrollment_id = $1 and l.step_no < $2 and l.state in ('sent', 'uncertain')
        and l.step_no >= (
          select coalesce(max(t.step_no), 1) from sequence_steps t
           where t.sequence_id = $3 and t.step_no < $2 and t.thread = 'new')
      order by l.step_no, l.generation`,
    [send.enrollment_id, send.step_no, send.sequence_id],
  );
}

/** A reply takes the subject of the step that began its thread; "Re:" only when something was really sent before it. */
function subjectOf(
  steps: readonly StepRow[],
  step: StepRow,
  send: SendRow,
  thread: readonly EarlierMail[],
  values: LiquidValues,
): string {
  const first = steps.findLast((one) => one.thread === 'new' && one.step_no <= step.step_no) ?? step;
  const subject = renderSubject(send.send_id, chooseTexts(first, send.enrollment_id).subject, values);
  return step.thread === 'reply' && thread.length > 0 ? `Re: ${subject}` : subject;
}

async function trackedTexts(
  tx: Transaction,
  { settings }: Pick<HubDeps, 'settings'>,
  send: SendRow,
  { text, html }: StepTexts,
  links: RenderLinks | undefined,
): Promise<{ readonly text: string; readonly html: string | null }> {
  const campaign = await findCampaign(tx, send.campaign_id);
  const tracking = campaign === undefined ? settings.tracking : readPolicy(campaign).tracking;
  if (links === undefined || !tracking) return { text, html };
  const numbers = await linkNumbers(tx, send.step_id);
  const track = (url: string): string => {
    const idx = numbers.get(url);
    return idx === undefined ? url : links.clickUrl(send, idx);
  };
  return {
    text: replaceLinks(text, 'plain', track),
    html: html === null ? null : withPixel(replaceLinks(html, 'html', track), links.pixelUrl(send)),
  };
}

function withPixel(html: string, url: string): string {
  const pixel = `<img src="${url.replaceAll('&', '&amp;')}" width="1" height="1" alt="">`;
  const end = html.toLowerCase().lastIndexOf('</body>');
  return end === -1 ? `${html}${pixel}` : `${html.slice(0, end)}${pixel}${html.slice(end)}`;
}

function headersOf(
  send: SendRow,
  thread: readonly string[],
  links: RenderLinks | undefined,
  tagged: (purpose: AddressPurpose) => string | undefined,
): Record<string, string> {
  const last = thread.at(-1);
  const address = tagged('unsubscribe');
  const replyAddress = tagged('reply');
  return {
    'Message-ID': send.message_id,
    'X-Outreach-Send': send.send_id,
    ...(last !== undefined && { 'In-Reply-To': last, References: thread.join(' ') }),
    ...(links !== undefined && {
      'List-Unsubscribe': [links.unsubscribeUrl(send), ...(address === undefined ? [] : [`mailto:${address}`])]
        .map((url) => `<${url}>`)
        .join(', '),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
    ...(replyAddress !== undefined && { 'Reply-To': replyAddress }),
  };
}
