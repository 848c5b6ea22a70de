import { AppError } from '../../base/errors.ts';

/** Where one mailbox is read. */
export interface ImapServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS as `starttls` says. */
  readonly secure: boolean;
  readonly starttls: 'required' | 'offered' | 'never';
  readonly user: string;
  readonly password: string;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/;
const STARTTLS = ['required', 'offered', 'never'] as const;

/**
 * `imaps://user:password@host` or `imap://user:password@host:143`. The password never crosses a network in the clear: without
 * TLS from the start STARTTLS is required, unless the host is this machine or `?starttls=` says `offered` or `never`. Throws
 * `misconfigured`, without the password.
 */
export function parseImapUrl(text: string): ImapServer {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^imaps?:$/.test(url.protocol) || url.hostname === '') throw unreadable();
  const secure = url.protocol === 'imaps:';
  const [user, password] = [decode(url.username), decode(url.password)];
  const wanted = url.searchParams.get('starttls');
  const known = STARTTLS.find((word) => word === wanted);
  if (user === '' || password === '' || (wanted !== null && known === undefined)) throw unreadable();
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 993 : 143) : Number(url.port),
    secure,
    starttls: known ?? (LOOPBACK.test(url.hostname) ? 'offered' : 'required'),
    user,
    password,
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw new AppError('misconfigured', 'read the address of an IMAP server: a percent sign is not followed by two digits', { cause }); // prettier-ignore
  }
}

function unreadable(): AppError {
  return new AppError('misconfigured', 'read the address of an IMAP server: it is not one', {
    hint: 'write imaps://user:password@host or imap://user:password@host:143, with ?starttls=required, offered or never',
  });
}
