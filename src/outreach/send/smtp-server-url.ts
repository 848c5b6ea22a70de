import { AppError } from '../../base/errors.ts';

/** How one mailbox's mail goes out. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS as `starttls` says. */
  readonly secure: boolean;
  readonly starttls: 'required' | 'offered' | 'never';
  readonly user: string | undefined;
  readonly password: string | undefined;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/;
const STARTTLS = ['required', 'offered', 'never'] as const;

/**
 * `smtp://user:password@host:587` or `smtps://user:password@host`. A password never crosses a network in the clear: with one,
 * STARTTLS is required unless the host is this machine or `?starttls=` says `offered` or `never`. Throws `misconfigured`,
 * without the password.
 */
export function parseSmtpUrl(text: string): SmtpServer {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^smtps?:$/.test(url.protocol) || url.hostname === '') throw unreadable();
  const secure = url.protocol === 'smtps:';
  const user = url.username === '' ? undefined : decode(url.username);
  const wanted = url.searchParams.get('starttls');
  const known = STARTTLS.find((word) => word === wanted);
  if (wanted !== null && known === undefined) throw unreadable();
  const isExposed = user !== undefined && !LOOPBACK.test(url.hostname);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    starttls: known ?? (isExposed ? 'required' : 'offered'),
    user,
    password: url.password === '' ? undefined : decode(url.password),
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw new AppError(
      'misconfigured',
      'read the address of a mail server: a percent sign is not followed by two digits',
      {
        cause,
      },
    );
  }
}

function unreadable(): AppError {
  return new AppError('misconfigured', 'read the address of a mail server: it is not one', {
    hint: 'write smtp://user:password@host:587 or smtps://user:password@host, with ?starttls=required, offered or never',
  });
}
