import { envelope, lead, SYSTEM } from '../world.ts';

/** What lies in the inbox under one name. All of a kind and an id are the same bytes. */
export const KINDS = ['good', 'reused', 'bad', 'foreign', 'newer', 'empty', 'torn'] as const;
export type Kind = (typeof KINDS)[number];

/** Names in the inbox: few, so that their files meet each other. */
export const IDS = ['sxp_2026_01_11_001', 'sxp_2026_01_11_002', 'sxp_2026_01_11_003'] as const;
export type Id = (typeof IDS)[number];

export interface Bytes {
  readonly text: string;
  /** What the producer states beside it, instead of the truth. */
  readonly statedSha256?: string;
}

/** good, reused: two good batches of one id. torn: its metadata states another hash than the bytes have. */
export function bytesOf(id: Id, kind: Kind): Bytes {
  switch (kind) {
    case 'good':
      return { text: goodText(id, 'one') };
    case 'reused':
      return { text: goodText(id, 'two') };
    case 'bad':
      return { text: JSON.stringify(envelope({ id, records: [lead(1, { tribe: 'nobody' })] })) };
    case 'foreign':
      return { text: JSON.stringify(envelope({ id, change: { target: `not-${SYSTEM}` } })) };
    case 'newer':
      return { text: JSON.stringify(envelope({ id, change: { schema_version: 'v2' } })) };
    case 'empty':
      return { text: '' };
    case 'torn':
      return { text: goodText(id, 'odd'), statedSha256: 'b'.repeat(64) };
  }
}

/** Equally long with equally long names: only the etag and the hash tell them apart. */
function goodText(id: Id, name: string): string {
  return JSON.stringify(envelope({ id, records: [lead(1, { display_name: name })] }));
}

export function isGood(kind: Kind): boolean {
  return kind === 'good' || kind === 'reused';
}

/** Addressed to somebody else, or for a later build: stays where it is. */
export function staysInInbox(kind: Kind): boolean {
  return kind === 'foreign' || kind === 'newer';
}
