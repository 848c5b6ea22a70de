import { AppError } from '../../base/errors.ts';
import type { HubSettings } from '../hub-settings.ts';
import { allTexts } from '../sequence/choose-variant.ts';
import type { LiquidValues } from '../sequence/liquid.ts';
import { mailValues } from '../sequence/mail-values.ts';
import { render, renderSubject } from '../sequence/render-message.ts';
import type { StepRow } from '../sequence/sequence-table.ts';
import type { Contact } from './contacts.ts';

/** A mail as it would look, before there is one. */
export interface Preview {
  readonly step_no: number;
  /** Null for a step without variants. */
  readonly variant: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
}

/** Every step in every variant for one contact. Throws `refused`, naming step and contact. */
export function previewAll(steps: readonly StepRow[], contact: Contact, values: LiquidValues): Preview[] {
  let subject = '';
  return steps.flatMap((step) =>
    allTexts(step).map((texts) => {
      const what = `step ${step.step_no} for ${contact.contact_id}`;
      if (step.thread === 'new') subject = renderSubject(what, texts.subject, values);
      return {
        step_no: step.step_no,
        variant: texts.variant ?? null,
        subject: step.thread === 'reply' ? `Re: ${subject}` : subject,
        text: render(what, texts.text, 'plain', values),
        html: texts.html === null ? null : render(what, texts.html, 'html', values),
      };
    }),
  );
}

/** The values that a contact's mails will have, with stand-ins for what only a real mail has. */
export function previewValues(
  contact: Pick<Contact, 'name' | 'role' | 'email_norm'>,
  sender: { readonly displayName: string | null; readonly address: string } | undefined,
  { publicUrl, schedulerUrl }: Pick<HubSettings, 'publicUrl' | 'schedulerUrl'>,
): LiquidValues {
  return mailValues({
    contact: { name: contact.name, role: contact.role, emailNorm: contact.email_norm },
    sender,
    unsubscribeUrl: publicUrl && `${publicUrl}/u/…`,
    calendarUrl: publicUrl && schedulerUrl && `${publicUrl}/cal?…`,
  });
}

/** Why they cannot all be rendered, as a sentence; undefined when they can. */
export function renderProblem(
  steps: readonly StepRow[],
  contacts: readonly Contact[],
  valuesOf: (contact: Contact) => LiquidValues,
): string | undefined {
  try {
    for (const contact of contacts) previewAll(steps, contact, valuesOf(contact));
    return undefined;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'refused') return thrown.message;
    throw thrown;
  }
}
