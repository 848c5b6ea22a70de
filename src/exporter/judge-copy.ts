import { checkDocument } from './check-document.ts';
import { checkEnvelope, type EnvelopeVerdict } from './check-envelope.ts';
import type { ExportContext } from './context.ts';
import type { Copy } from './copy-input.ts';

/** As its producer must make it, whatever its contract. */
export async function judgeCopy(ctx: ExportContext, { fd, written }: Copy): Promise<EnvelopeVerdict> {
  const { contract, target, scan, accepted, requireAcceptance } = ctx.settings;
  const { system, signal, database } = ctx;
  const targets = target === undefined ? contract.targets : [target];
  const question = {
    fd,
    sizeBytes: written.bytes,
    system,
    targets,
    signal,
    database,
    scan,
    accepted,
    requireAcceptance,
  };
  return contract.form === 'document'
    ? checkDocument({ ...question, contract })
    : checkEnvelope({ ...question, contract });
}
