/** `node log-program.ts <level>`: logs once at each level. */
import { type LogLevel, openLog } from '../../src/base/log.ts';

const log = await openLog((process.argv[2] ?? 'info') as LogLevel);
for (const level of ['debug', 'info', 'warn', 'error'] as const) {
  log[level]({ key: 'exports/a.json' }, `said as ${level}\nin two lines`);
}
