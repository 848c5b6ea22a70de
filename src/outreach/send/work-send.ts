import type { DKIMKey } from 'nodemailer/lib/dkim';
import { codeOf } from '../../base/errors.ts';
import type { HubDeps } from '../context.ts';
import { renderMessage, type RenderLinks } from '../sequence/render-message.ts';
import type { Claimed } from './claim.ts';
import { composeMail } from './compose-mail.ts';
import type { Delivery } from './delivery.ts';
import type { Judgement } from './retry-table.ts';
import { settleSend } from './settle.ts';
import { parseSmtpUrl } from './smtp-server-url.ts';
import { deliverMail, type SmtpTimeouts } from './smtp-transport.ts';
import { submitSend } from './submit.ts';
import type { WorkerIdentity } from './worker-identity.ts';

/** What every mail of a run is made with. */
export interface SendContext {
  readonly deps: HubDeps;
  readonly worker: WorkerIdentity;
  readonly links: RenderLinks | undefined;
  readonly dkim: DKIMKey | undefined;
  readonly timeouts: SmtpTimeouts;
}

/** One claimed send from its rendering to its outcome. */
export async function workSend(ctx: SendContext, claim: Claimed): Promise<Judgement['verdict']> {
  const verdict = await settleSend(ctx.deps, ctx.worker, claim, await tryToDeliver(ctx, claim));
  const { send_id, correlation_id } = claim.send;
  ctx.deps.log.info({ send_id, correlation_id, process_id: ctx.worker.processId, verdict }, 'a mail was tried');
  return verdict;
}

async function tryToDeliver(ctx: SendContext, claim: Claimed): Promise<Delivery> {
  const { deps, worker } = ctx;
  const { mailbox, send } = claim;
  try {
    const server = parseSmtpUrl(deps.resolveRef(mailbox.smtp_ref));
    const content = await deps.database.transaction((tx) => renderMessage(tx, deps, send, ctx.links));
    const mail = await composeMail(send, mailbox, content, { nowMs: deps.clock.now(), dkim: ctx.dkim });
    const commit = (): Promise<boolean> =>
      submitSend(deps, worker, claim, { sha256: mail.sha256, variant: content.variant });
    return await deliverMail(
      server,
      { from: content.bounceAddress ?? mailbox.address, to: send.to_email, bytes: mail.bytes },
      commit,
      ctx.timeouts,
    );
  } catch (thrown) {
    return unsentBecause(ctx, claim, thrown);
  }
}

/** Nothing has left: `deliverMail` throws nothing, so it was our own part that failed. */
function unsentBecause({ deps, worker }: SendContext, { send }: Claimed, thrown: unknown): Delivery {
  const code = codeOf(thrown);
  deps.log.error(
    { send_id: send.send_id, correlation_id: send.correlation_id, process_id: worker.processId, error: code },
    'a mail was not made',
  );
  if (code === 'misconfigured') return { kind: 'unsent', phase: 'connect', trouble: 'auth' };
  // What cannot be rendered is tried again like a failed way, and fails for good after as many attempts.
  return { kind: 'unsent', phase: 'connect', trouble: code === 'refused' || code === 'internal' ? 'mail' : 'local' };
}
