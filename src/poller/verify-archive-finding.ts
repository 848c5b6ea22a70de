export interface ArchiveFinding {
  /**
   * damaged: the bytes are not those that the name, the metadata or the ledger speak of. unknown: the ledger lacks it.
   * missing: the ledger has it, the archive has no copy. misplaced: a name that no archive of ours makes.
   */
  readonly kind: 'damaged' | 'unknown' | 'missing' | 'misplaced';
  readonly key?: string;
  readonly batch_id?: string;
  readonly detail: string;
}
