/** What was computed from the bytes of one read. */
export interface Hashes {
  readonly sha256: string;
  /** Base64. */
  readonly md5: string;
  readonly bytes: number;
}

/** What there is to compare them with. */
export interface Vouchers {
  readonly statedSha256: string | undefined;
  readonly remote?: boolean;
  readonly statedMd5?: string | undefined;
  readonly lastReadMd5?: string | undefined;
}

export interface Weighed {
  /** These are the object's bytes, good or bad: a stated hash agrees, two reads agree, or there was no way to be hurt on. */
  readonly certain: boolean;
  /** The rule that the bytes break, for the report. */
  readonly mismatch: string | undefined;
}

/**
 * Tells a bad file from a bad wire. What a read alone says against a file counts only when the bytes are certain;
 * otherwise it is read again, and two reads that differ are the wire's fault. The metadata's SHA-256 is the producer's
 * word: bytes that twice break it are refused. The store's MD5 is a guess at what its etag means (one that encrypts
 * states something else), so bytes that twice differ from it are believed. Bytes without either are believed until
 * something speaks against them; from then on two reads must agree.
 */
export function weighBytes({ statedSha256, remote, statedMd5, lastReadMd5 }: Vouchers, found: Hashes): Weighed {
  const twice = lastReadMd5 === found.md5;
  if (statedSha256 !== undefined) {
    if (statedSha256 === found.sha256) return { certain: true, mismatch: undefined };
    return { certain: twice, mismatch: 'the metadata states another SHA-256 than the bytes have' };
  }
  if (remote !== true || twice || statedMd5 === found.md5) return { certain: true, mismatch: undefined };
  if (statedMd5 !== undefined) return { certain: false, mismatch: 'the store states another MD5 than the bytes have' };
  const mismatch = lastReadMd5 === undefined ? undefined : 'the read before brought other bytes';
  return { certain: false, mismatch };
}
