import type { Fault, Rule } from '../support/fault-proxy.ts';
import type { Dice } from './dice.ts';

/** Shares of all requests of a kind, before they are multiplied by how bad the round's weather is. */
const FAULTS: readonly (readonly [call: Rule['call'], share: number, fault: Fault])[] = [
  ['any', 0.02, { kind: 'reset' }],
  ['any', 0.01, { kind: 'status', status: 500, code: 'InternalError' }],
  ['any', 0.02, { kind: 'status', status: 503, code: 'SlowDown' }],
  ['any', 0.01, { kind: 'status', status: 503, code: 'SlowDown', retryAfter: 1 }],
  ['any', 0.002, { kind: 'status', status: 403, code: 'AccessDenied' }],
  ['any', 0.03, { kind: 'latency', ms: 40 }],
  ['list', 0.1, { kind: 'old-listing' }],
  ['list', 0.1, { kind: 'hide-keys', keys: /[05]\.json$/ }],
  ['get', 0.03, { kind: 'flip-down' }],
  ['get', 0.02, { kind: 'reset-body' }],
  ['get', 0.02, { kind: 'stop-body' }],
  ['put', 0.03, { kind: 'flip-up' }],
  ['put', 0.05, { kind: 'lose-answer' }],
  ['delete', 0.05, { kind: 'lose-answer' }],
];

/** From a bad line to a store that is nearly down. */
const WEATHERS = [0.5, 1, 2, 4];

export function stormRules(dice: Dice): Rule[] {
  const weather = dice.pick(WEATHERS);
  return FAULTS.map(([call, share, fault]) => ({ call, probability: share * weather, fault }));
}
