/**
 * How far a mail came, by what was reached and never by what an error says: a connection lost before DATA and one lost after
 * the final dot look the same to whoever only reads errors.
 */
export type Phase = 'connect' | 'auth' | 'envelope' | 'body';

/** What a mail server said. */
export interface Reply {
  readonly code: number;
  /** RFC 3463: `5.1.1`; undefined where the server gave none. */
  readonly enhanced: string | undefined;
  readonly text: string;
}

/**
 * accepted: the server took it over. refused: the server said no, so it has nothing. unsent: no byte of the body left.
 * withdrawn: nobody wanted it any more when the server asked for the body, so none left. unknown: the body was under way and
 * no answer came; it may have been delivered.
 */
export type Delivery =
  | { readonly kind: 'accepted'; readonly reply: Reply; readonly providerId: string | undefined }
  | { readonly kind: 'refused'; readonly phase: Phase; readonly command: Command; readonly reply: Reply }
  | { readonly kind: 'unsent'; readonly phase: Phase; readonly trouble: Trouble }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'unknown' };

/** Which command was answered with no. */
export type Command = 'session' | 'auth' | 'mail' | 'rcpt' | 'data';

/** network: the way. tls, auth: the mailbox. mail: it cannot be made. local: our own database. */
export type Trouble = 'network' | 'tls' | 'auth' | 'mail' | 'local';

export function replyOf(response: string, code: number): Reply {
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})(?!\d)/.exec(response)?.[1];
  return { code, enhanced, text: response };
}
