import { AppError } from '../../base/errors.ts';
import { refuseOverlap } from '../../poller/index.ts';
import type { Settings } from '../settings.ts';

/** A prefix that this system works in, and what it must be allowed to do there besides writing. */
export interface Place {
  readonly kind: 'inbox' | 'archive' | 'quarantine' | 'receipts';
  readonly prefix: string;
  readonly mustDelete: boolean;
}

export interface Part {
  readonly roles: readonly ('producer' | 'consumer')[];
  readonly places: readonly Place[];
}

/** What the contracts make of this system. Throws `misconfigured` when it has no part in any. */
export function partOf({ system, contracts }: Settings): Part {
  const sent = contracts.filter((contract) => contract.source === system);
  const received = contracts.filter((contract) => contract.targets.includes(system));
  refuseOverlap(received.map((contract) => ({ contract, prefix: contract.prefix })));
  const inboxes = [...new Set([...sent, ...received])].map((contract): Place => ({
    kind: 'inbox',
    prefix: `exports/${contract.prefix}/`,
    mustDelete: received.includes(contract),
  }));
  const own: Place[] = [
    { kind: 'archive', prefix: `archive/${system}/`, mustDelete: false },
    { kind: 'quarantine', prefix: `quarantine/${system}/`, mustDelete: false },
  ];
  if (received.some(({ receipts }) => receipts)) {
    // A later verdict takes the place of an earlier receipt.
    own.push({ kind: 'receipts', prefix: `receipts/${system}/`, mustDelete: true });
  }
  const places = received.length === 0 ? inboxes : [...inboxes, ...own];
  if (places.length > 0) {
    const roles = [
      ...(sent.length > 0 ? (['producer'] as const) : []),
      ...(received.length > 0 ? (['consumer'] as const) : []),
    ];
    return { roles, places };
  }
  throw new AppError('misconfigured', `work as ${system}: no contract is sent by it or to it`, {
    hint: 'see who sends what with "handoff contract ls"; name the system with --system or in handoff.config.json',
  });
}
