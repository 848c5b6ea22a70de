import { AppError } from '../../base/errors.ts';
import {
  type HubDeps,
  listSends,
  type Resolution,
  resolveByOperator,
  type SendRow,
  type SendState,
  type SendStory,
  tellSend,
} from '../../outreach/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withHub } from '../compose-hub.ts';
import { formatTable, type Output } from '../output.ts';
import { type CommonFlags, readSettings } from '../settings.ts';
import { actorOf } from './actor.ts';
import { rehearse } from './rehearse.ts';

export interface SendsFlags extends CommonFlags {
  readonly state?: SendState;
  readonly campaign?: string;
  readonly why?: string;
  readonly limit?: number;
  readonly as?: Resolution;
  readonly by?: string;
  readonly dryRun?: boolean;
}

const DEFAULT_LIMIT = 50;

export async function outreachSends(
  command: Command<SendsFlags>,
  action: string,
  sendId: string | undefined,
): Promise<number> {
  const { flags, environment } = command;
  const settings = await readSettings('hub', flags, environment);
  return withHub(command, settings, async (deps) => {
    if (action === 'resolve') return resolve(command, deps, sendId);
    if (flags.why !== undefined) return why(command, deps, flags.why);
    return list(command, deps);
  });
}

async function list({ flags, output }: Command<SendsFlags>, { database }: HubDeps): Promise<number> {
  const { state, campaign: campaignId, limit = DEFAULT_LIMIT } = flags;
  const { sends, counts } = await listSends(database, { state, campaignId, limit });
  output.document({ sends: sends.map(withoutToken), counts });
  const total = Object.entries(counts).map(([name, n]) => `${name} ${n}`);
  output.line(total.length === 0 ? 'no sends' : total.join(', '));
  const rows = sends.map((send) => [send.send_id, stateOf(send), String(send.step_no), send.due_at, send.to_email]);
  if (rows.length > 0)
    for (const line of formatTable([['send', 'state', 'step', 'due', 'to'], ...rows])) output.line(line);
  return EXIT.ok;
}

async function why({ output }: Command<SendsFlags>, deps: HubDeps, sendId: string): Promise<number> {
  const story = await tellSend(deps, sendId);
  output.document({ ...story, send: withoutToken(story.send) });
  print(output, story);
  return EXIT.ok;
}

function print(output: Output, { send, gate, attempts, waits_for: waits, ...states }: SendStory): void {
  output.line(`${output.bold(send.send_id)} is ${stateOf(send)}`);
  output.line(`  step ${send.step_no} to ${send.to_email}, due ${send.due_at}, ${send.message_id}`);
  output.line(`  campaign ${send.campaign_id} ${states.campaign_status}, contact ${states.enrollment_state}`);
  for (const check of gate) {
    const reason = check.reason === null ? '' : `, ${check.reason}`;
    output.line(
      `  ${check.created_at} gate at ${check.stage}: ${check.decision} with ${check.score ?? 'no score'}${reason}`,
    );
  }
  for (const attempt of attempts) {
    const end =
      attempt.ended_at === null ? `under way (${attempt.phase})` : `${attempt.outcome} at ${attempt.ended_at}`;
    output.line(
      `  ${attempt.started_at} attempt ${attempt.attempt_no} by ${attempt.worker_id}: ${end}${attempt.detail === null ? '' : `, ${attempt.detail}`}`,
    );
  }
  for (const wait of waits) output.line(`  waits for ${wait}`);
}

async function resolve(
  { flags, output }: Command<SendsFlags>,
  deps: HubDeps,
  sendId: string | undefined,
): Promise<number> {
  const { as, by, dryRun = false } = flags;
  if (sendId === undefined || sendId === 'undefined' || as === undefined || by === undefined) {
    throw new AppError('usage', 'resolve a send: it takes the id of the send, --as and --by', {
      hint: 'say "outreach sends resolve SEND_ID --as sent --by NAME"; the others are failed and resend',
    });
  }
  const actor = actorOf(by);
  const done = await rehearse(deps.database, dryRun, async (tx) => resolveByOperator(tx, deps, sendId, as, actor));
  output.document({ send_id: sendId, as, new_send_id: done.newSendId ?? null, dry_run: dryRun });
  const again = done.newSendId === undefined || dryRun ? '' : `; ${done.newSendId} goes out instead`;
  output.line(`${sendId} ${dryRun ? 'would be' : 'is'} resolved as ${as}${again}`);
  return EXIT.ok;
}

function stateOf({ state, certainty, resolution }: SendRow): string {
  if (state !== 'sent' || certainty === 'confirmed') return state;
  return `${state} (assumed${resolution === null ? '' : `, ${resolution}`})`;
}

/** Whoever reads the list must not be able to act as the worker that holds a claim. */
function withoutToken({ claim_token: _token, ...send }: SendRow): Omit<SendRow, 'claim_token'> {
  return send;
}
