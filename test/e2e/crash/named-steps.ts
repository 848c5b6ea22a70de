/**
 * The steps of a file's life that must be crash points, by the names that the levers give them. The tests kill a process
 * at every point that it goes by; this table says which of them may never silently disappear.
 */
export type NamedSteps = Readonly<Record<string, readonly string[]>>;

const INBOX_TO_ARCHIVE: NamedSteps = {
  'the run takes its lease': ['inside run.started', 'after run.started'],
  'old moves are leased': [
    'after update file set claim_token of committed',
    'after update file set claim_token of archived',
    'after update file set claim_token of quarantining',
  ],
  'the inbox is listed': ['before list inbox', 'after a page of inbox'],
  'what was found is written down': ['inside insert into file', 'after insert into file'],
  'files are claimed, and the attempt is in the log': ['inside handoff.attempted', 'after handoff.attempted'],
  '1 the object is opened': ['before open inbox', 'after open inbox'],
  '2 and 3 its rows are verified and written': ['inserted into lead_card'],
  '4 rows, ledger, verdict and log are committed': ['inside handoff.ingested', 'after handoff.ingested'],
  '4 the other verdicts': ['duplicate', 'refused', 'skipped', 'held'].flatMap((verdict) => [
    `inside handoff.${verdict}`,
    `after handoff.${verdict}`,
  ]),
  '5 the archive gets its copy': ['before put archive', 'after put archive'],
  '5 a copy that is there already is proven': ['before head archive', 'after head archive'],
  '6 the copy is recorded': ['inside handoff.archived', 'after handoff.archived'],
  '7 the source is removed': ['before remove inbox', 'after remove inbox'],
  '8 the removal is recorded': ['inside handoff.removed', 'after handoff.removed'],
  'receipts are put': ['before put receipt', 'after put receipt'],
  'receipts are recorded': ['inside receipt.written', 'after receipt.written'],
  'the run gives its lease back': ['inside run.finished', 'after run.finished'],
};

const QUARANTINE: NamedSteps = {
  'quarantine: the copy is put': ['before put quarantine', 'after put quarantine'],
  'quarantine: its reason is put beside it': ['before put reason', 'after put reason'],
  'quarantine: it is recorded': ['inside file.quarantined', 'after file.quarantined'],
};

export const POLLER_STEPS: NamedSteps = { ...INBOX_TO_ARCHIVE, ...QUARANTINE };

/** Only a bucket's bytes come as a stream, which can be cut anywhere. */
export const GATEWAY_STEPS: NamedSteps = { '1 its bytes are on their way': ['within inbox'] };

/** In a folder a put has steps of its own, and so has a removal. */
export const DIRECTORY_STEPS: NamedSteps = {
  'the bytes are complete under a temporary name, and get their own': [
    'before link archive',
    'after link archive',
    'after link quarantine',
    'after link reason',
    'after link receipt',
  ],
  'metadata waits for its object': ['before rename waiting metadata', 'after rename waiting metadata'],
  'metadata takes its place': ['before rename metadata of archive', 'after rename metadata of archive'],
  'the temporary name goes': ['before unlink temporary', 'after unlink temporary'],
  'the source goes aside, then for good, then its metadata': [
    'before rename temporary',
    'after rename temporary',
    'before unlink metadata of inbox',
  ],
};

/** What a poll does for one that died in the middle of its rows, or between commit and done. */
export const RECOVERY_STEPS: NamedSteps = {
  'the claims of the dead are taken over': ['inside handoff.abandoned', 'after handoff.abandoned'],
  'a file with a crash behind it is claimed alone': ['after handoff.attempted'],
  'what is committed is archived': ['before head archive', 'before open inbox', 'before put archive'],
  'what is judged is quarantined': ['before head quarantine', 'before put quarantine', 'after file.quarantined'],
};

export const EXPORTER_STEPS: NamedSteps = {
  'the run of an input is opened': ['inside insert into export_run', 'after insert into export_run'],
  'a batch is complete in the spool': ['before rename spool', 'after rename spool'],
  'batch and attempt are committed to the outbox': ['inside handoff.attempted', 'after handoff.attempted'],
  'the bytes leave': ['before put inbox', 'after put inbox'],
  'published is recorded': ['inside handoff.published', 'after handoff.published'],
  'the spool is cleared': ['before rm spool', 'after rm spool'],
  'bad records are in their file': ['before rename rejects', 'after rename rejects'],
  'the end of the input is recorded': ['inside records.rejected', 'after records.rejected'],
};

export const DROP_STEPS: NamedSteps = {
  'published, and not moved yet': ['after handoff.published', 'before link file in sent'],
  'in sent under its second name, the first still there': ['after link file in sent', 'before rm file in box'],
  'refused, and not moved yet': ['after handoff.refused', 'before link file in rejected'],
  'its reason is put beside it': ['after link file in rejected'],
  'its first name goes': ['after rm file in box'],
};

/** What protects a batch: nothing of this may come before what stands above it. */
export const POLLER_ORDER = [
  'after run.started',
  'after handoff.attempted',
  'before open inbox',
  'inserted into lead_card',
  'inside handoff.ingested',
  'after handoff.ingested',
  'before put archive',
  'after put archive',
  'inside handoff.archived',
  'after handoff.archived',
  'before remove inbox',
  'after remove inbox',
  'inside handoff.removed',
  'before put quarantine',
  'after put quarantine',
  'before put reason',
  'after put reason',
  'inside file.quarantined',
  'before put receipt',
  'inside receipt.written',
  'inside run.finished',
] as const;

export const EXPORTER_ORDER = [
  'after insert into export_run',
  'after rename spool',
  'inside handoff.attempted',
  'after handoff.attempted',
  'before put inbox',
  'after put inbox',
  'inside handoff.published',
  'after handoff.published',
  'before rm spool',
  'after rename rejects',
  'inside records.rejected',
] as const;

/** Steps that a recording went by at none of, or only at some of their points. */
export function missingSteps(steps: NamedSteps, names: ReadonlyMap<string, number>): string[] {
  return Object.entries(steps).flatMap(([step, points]) =>
    points.filter((point) => !names.has(point)).map((point) => `${step}: no point "${point}"`),
  );
}

/** The points of `order` as a recording went by them for the first time. */
export function inOrder(order: readonly string[], firstAt: ReadonlyMap<string, number>): string[] {
  return order.toSorted((one, other) => (firstAt.get(one) ?? -1) - (firstAt.get(other) ?? -1));
}
