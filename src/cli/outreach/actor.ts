import { AppError } from '../../base/errors.ts';
import type { Actor } from '../../outreach/index.ts';

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} .@_-]{0,63}$/u;

/** Who does it, as the audit log names them. Throws `usage`. */
export function actorOf(by: string | undefined): Actor {
  const name = by ?? 'operator';
  if (!NAME.test(name)) {
    throw new AppError('usage', `act as ${JSON.stringify(name)}`, {
      hint: 'a name is letters, digits, spaces and . @ _ -, 64 at most',
    });
  }
  return `user:${name}`;
}
