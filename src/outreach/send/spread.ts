import { hash } from 'node:crypto';

/** 0 up to 1, the same for the same seed whenever and wherever it is asked: jitter that can be replayed. */
export function spread(seed: string): number {
  return Number.parseInt(hash('sha256', seed, 'hex').slice(0, 12), 16) / 2 ** 48;
}
