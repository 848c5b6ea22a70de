import { isoTime, systemClock } from '../../base/clock.ts';
import { AppError } from '../../base/errors.ts';
import {
  checkGate,
  countEnrichments,
  type EnrichmentMove,
  type LeadEnrichment,
  MAX_ENRICHMENT_BYTES,
  moveEnrichment,
  parseEnrichment,
  showEnrichment,
} from '../../exporter/index.ts';
import { type Command, EXIT } from '../command.ts';
import { withExporter } from '../compose.ts';
import { formatTable, type Output } from '../output.ts';
import { readInput } from '../read-input.ts';
import { type CommonFlags, readSettings, type Settings } from '../settings.ts';

export interface MoveFlags extends CommonFlags {
  readonly dryRun?: boolean;
}

export interface RequestFlags extends MoveFlags {
  readonly by: string;
  /** RFC 3339, UTC. */
  readonly at?: string;
}

export interface CompleteFlags extends MoveFlags {
  readonly file: string;
}

const LIMIT = {
  verb: 'attach',
  maxBytes: MAX_ENRICHMENT_BYTES,
  tooLarge: 'an enrichment is one JSON object with contact, business, provider and enriched_at',
};

/** The contract whose cards say how far a lead is enriched. */
const CONTRACT = 'lead-card-batch';

export async function enrichmentRequest(command: Command<RequestFlags>, leadId: string): Promise<number> {
  const { by, at = isoTime(systemClock.now()) } = command.flags;
  return moveLead(command, leadId, { to: 'REQUESTED', approval: { by, at } });
}

export async function enrichmentComplete(command: Command<CompleteFlags>, leadId: string): Promise<number> {
  const { file } = command.flags;
  const bytes = await readInput(file, command, LIMIT);
  return moveLead(command, leadId, { to: 'ENRICHED', enrichment: parseEnrichment(file, bytes) });
}

export async function enrichmentFail(command: Command<MoveFlags>, leadId: string): Promise<number> {
  return moveLead(command, leadId, { to: 'FAILED' });
}

async function moveLead(command: Command<MoveFlags>, leadId: string, move: EnrichmentMove): Promise<number> {
  const { flags, output } = command;
  const settings = await sourceSettings(command);
  // Before anything is opened: what can never be a move makes no database.
  checkGate(leadId, move);
  const dryRun = flags.dryRun ?? false;
  return withExporter(command, settings, { dryRun }, async (deps) => {
    const moved = await deps.database.transaction((tx) => moveEnrichment(tx, { ...deps, dryRun }, leadId, move));
    output.document({ ...moved, dry_run: dryRun });
    output.line(
      `${leadId} ${dryRun ? 'would go' : 'went'} from ${moved.from} to ${output.good(moved.to)}, approved by ${moved.approved_by} at ${moved.approved_at}`,
    );
    return EXIT.ok;
  });
}

/** The consumer stores what it is sent: only who sends the cards has anything to say about them. Throws `usage`. */
async function sourceSettings({ flags, environment }: Command): Promise<Settings> {
  const settings = await readSettings('producer', flags, environment);
  const { system } = settings;
  if (settings.contracts.some(({ name, source }) => name === CONTRACT && source === system)) return settings;
  throw new AppError('usage', `enrich leads as ${system}: it is not the source of ${CONTRACT}`, {
    hint: 'see who sends what with "handoff contract ls"; name the system with --system',
  });
}

/** One lead, or without an id how many there are in each state. */
export async function enrichmentShow(command: Command, leadId: string): Promise<number> {
  const settings = await sourceSettings(command);
  return withExporter(command, settings, { dryRun: true }, async ({ database }) => {
    const { output } = command;
    if (leadId === '') {
      const counts = await countEnrichments(database);
      output.document({ counts });
      const rows = Object.entries(counts).map(([state, leads]) => [state, String(leads)]);
      for (const line of formatTable([['state', 'leads'], ...rows])) output.line(line);
      return EXIT.ok;
    }
    const lead = await showEnrichment(database, leadId);
    output.document(lead);
    printLead(output, lead);
    return EXIT.ok;
  });
}

function printLead(output: Output, lead: LeadEnrichment): void {
  output.line(`${output.bold(lead.lead_id)}: ${lead.state}`);
  if (lead.approved_by === null) {
    output.line(`next: "handoff enrichment request ${lead.lead_id} --by <name>" once somebody approved it`);
    return;
  }
  output.line(
    `approved by ${lead.approved_by} at ${lead.approved_at ?? ''}; ${lead.state} since ${lead.updated_at ?? ''}`,
  );
  if (lead.enrichment !== null) output.line(`attached: ${JSON.stringify(lead.enrichment)}`);
}
