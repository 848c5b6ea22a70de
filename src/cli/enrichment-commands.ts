import type { Command as Commander } from 'commander';
import type { On } from './command.ts';
import type { CompleteFlags, MoveFlags, RequestFlags } from './commands/enrichment.ts';

/** How far the producer is with finding out about its leads. */
export function addEnrichment(program: Commander, on: On, addHiddenFlags: (group: Commander) => void): void {
  const enrichment = program.command('enrichment').description('what the source finds out about a lead, once approved');
  addHiddenFlags(enrichment);
  on<RequestFlags>(
    enrichment
      .command('request <lead-id>')
      .description('a lead may be enriched: somebody approved it')
      .requiredOption('--by <name>', 'who approved it; the audit log names them')
      .option('--at <time>', 'when it was approved: RFC 3339 in UTC (default: now)')
      .option('--dry-run', DRY_RUN),
    async (command, leadId) => (await import('./commands/enrichment.ts')).enrichmentRequest(command, leadId),
  );
  on<CompleteFlags>(
    enrichment
      .command('complete <lead-id>')
      .description('attach contact and business data to a requested lead, for good')
      .requiredOption('--file <file>', 'the enrichment as JSON, - for stdin')
      .option('--dry-run', DRY_RUN),
    async (command, leadId) => (await import('./commands/enrichment.ts')).enrichmentComplete(command, leadId),
  );
  on<MoveFlags>(
    enrichment
      .command('fail <lead-id>')
      .description('nothing was found out about a requested lead; it may be requested again')
      .option('--dry-run', DRY_RUN),
    async (command, leadId) => (await import('./commands/enrichment.ts')).enrichmentFail(command, leadId),
  );
  on(
    enrichment.command('show [lead-id]').description('how one lead stands, or how many are in each state'),
    async (command, leadId) => (await import('./commands/enrichment.ts')).enrichmentShow(command, leadId),
  );
}

const DRY_RUN = 'check everything, write nothing';
