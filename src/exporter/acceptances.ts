import type { ExportContext } from './context.ts';
import type { InputOutcome } from './request.ts';
import { readAcceptedRange } from './read-acceptance.ts';

/** The same command, once it has asked what its targets accept. Asked for each input: a target may say more at any time. */
export async function askingTargets<Context extends ExportContext>(ctx: Context): Promise<Context> {
  const { contract, target, accepted } = ctx.settings;
  if (accepted !== undefined) return ctx;
  const trusted = await ctx.loadTrusted?.();
  const ranges = new Map<string, string>();
  for (const name of target === undefined ? contract.targets : [target]) {
    const range = await readAcceptedRange(ctx, trusted, { contract: contract.name, target: name });
    if (range !== undefined) ranges.set(name, range);
  }
  return { ...ctx, settings: { ...ctx.settings, accepted: (name: string) => ranges.get(name) } };
}

/** The target of what was sent, where it has accepted nothing. An envelope names its own, among those of the contract. */
export function unacceptedTargets({ settings }: ExportContext, { batches }: InputOutcome): string[] {
  const { contract, target = contract.targets[0] ?? '', accepted } = settings;
  const isSent = batches.some(({ status }) => status === 'published');
  return isSent && accepted?.(target) === undefined ? [target] : [];
}
