/** A mail that came into one of our mailboxes, as far as it matters. Nothing in it is to be believed but what it shows. */
export interface InboundMail {
  /** `<…>` of the Message-ID header; null where there is none. */
  readonly messageId: string | null;
  /** As addresses are compared; null where From names none. */
  readonly from: string | null;
  /** Decoded, bounded. */
  readonly subject: string;
  /** `<…>` of In-Reply-To and References, the nearest first. */
  readonly references: readonly string[];
  /** Addresses in the headers that say whom it went to, in their own case. */
  readonly recipients: readonly string[];
  /** The headers that tell a machine's mail from a person's; undefined where a header is missing. */
  readonly signs: MachineSigns;
  /** The body as text, bounded; of an HTML mail, without what it quotes. */
  readonly text: string;
  /** What a mail server tells of a mail of ours. */
  readonly report: DeliveryReport | undefined;
  /** What a reader complained of. */
  readonly complaint: Complaint | undefined;
}

export interface MachineSigns {
  readonly autoSubmitted: string | undefined;
  readonly precedence: string | undefined;
  /** Any of X-Autoreply, X-Autorespond, X-AutoReply-From and their like. */
  readonly hasAutoReplyHeader: boolean;
  /** Return-Path is `<>`: nobody wants an answer. */
  readonly hasNullReturnPath: boolean;
  /** From is a mail server's own: mailer-daemon, postmaster. */
  readonly isFromMailServer: boolean;
  readonly isReport: boolean;
}

/** RFC 3464. */
export interface DeliveryReport {
  readonly recipients: readonly ReportedRecipient[];
  readonly original: OriginalMail;
}

export interface ReportedRecipient {
  /** As addresses are compared; the original one before the final one. */
  readonly addresses: readonly string[];
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** RFC 3463: `5.1.1`. */
  readonly status: string;
}

/** RFC 5965. */
export interface Complaint {
  /** `abuse`, `fraud`, `not-spam`…: lower case. */
  readonly kind: string;
  readonly original: OriginalMail;
}

/** What a report says of the mail that it is about. */
export interface OriginalMail {
  readonly messageId: string | null;
  /** Our own header. */
  readonly sendId: string | null;
}

/** A part of a mail that is longer is not looked at. */
export const MAX_TEXT_CHARACTERS = 200_000;
