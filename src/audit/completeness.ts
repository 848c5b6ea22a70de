import type { Finding } from './finding.ts';

/**
 * One kind of row that must have exactly one kind of entry, and the other way round. Whoever owns the table answers; at
 * most `limit` of each are wanted.
 */
export interface CompletenessProbe {
  /** For messages: `batch`, `outbox`. */
  readonly name: string;
  /** Rows without an entry. */
  unlogged(limit: number): Promise<readonly { readonly what: string }[]>;
  /** Entries without a row. */
  unfounded(limit: number): Promise<readonly { readonly seq: number; readonly what: string }[]>;
}

export async function askProbe(probe: CompletenessProbe, limit: number): Promise<Finding[]> {
  const unlogged = await probe.unlogged(limit);
  const unfounded = await probe.unfounded(limit);
  return [
    ...unlogged.map(({ what }): Finding => ({
      seq: 0,
      kind: 'unlogged',
      detail: `${probe.name} ${what} has no entry`,
    })),
    ...unfounded.map(({ seq, what }): Finding => ({
      seq,
      kind: 'unfounded',
      detail: `there is no ${probe.name} ${what} any more`,
    })),
  ];
}
