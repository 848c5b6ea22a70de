import type { DryRun } from '../../outreach/index.ts';
import type { Output } from '../output.ts';

type Planned = Extract<DryRun, { outcome: 'planned' }>;

/** What a dry run found, for people. */
export function printPlan(output: Output, { campaign, plan }: Planned): void {
  const { outreach_id: id, bit_score: score, bit_tier: tier, strategy } = campaign;
  output.line(`${output.bold(id)}: the gate is ${output.good('open')}, score ${score}, ${tier}: ${strategy}`);
  output.line(`  it would begin at ${plan.begins_at}`);
  for (const { contact_id, reason } of plan.left_out) output.line(`  left out: ${contact_id}, ${reason}`);
  for (const contact of plan.contacts) {
    output.line(`  ${contact.name} <${contact.email}> (${contact.contact_id}, ${contact.timezone})`);
    for (const mail of contact.mails) {
      const variant = mail.variant === null ? '' : `, variant ${mail.variant}`;
      output.line(`    step ${mail.step_no}${variant}, due ${mail.due_at}: ${output.bold(mail.subject)}`);
      for (const line of mail.text.trimEnd().split('\n')) output.line(`      ${line}`.trimEnd());
    }
  }
}
