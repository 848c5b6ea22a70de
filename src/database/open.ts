import { AppError } from '../base/errors.ts';
import type { Database, OpenOptions } from './port.ts';

/** `sqlite:./path.db` to an open database. The engine is loaded only when it is asked for. */
export async function openDatabase(url: string, options: OpenOptions = {}): Promise<Database> {
  if (url.startsWith('sqlite:') && url.length > 'sqlite:'.length) {
    const { openSqlite } = await import('./sqlite.ts');
    return openSqlite(url.slice('sqlite:'.length), options);
  }
  throw new AppError('misconfigured', `open the database ${withoutPassword(url)}`, {
    hint: 'give it as sqlite:<path>, for example sqlite:./handoff-data/platform.db',
  });
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//***@');
}
