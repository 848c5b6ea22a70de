import { randomBytes, randomUUID } from 'node:crypto';
import { isoTime } from '../base/clock.ts';

export const PROCESS_TYPES = ['campaign', 'sequence', 'send', 'engage'] as const;
export type ProcessType = (typeof PROCESS_TYPES)[number];

export const PROCESS_ID = /^outreach-execution-(campaign|sequence|send|engage)-\d{8}-[0-9a-f]{8}$/;

/** `outreach-execution-send-20260129-c3d4e5f6`: what kind of work made a row, on which UTC day, in which run of it. */
export function newProcessId(type: ProcessType, nowMs: number): string {
  const day = isoTime(nowMs).slice(0, 10).replaceAll('-', '');
  return `outreach-execution-${type}-${day}-${randomBytes(4).toString('hex')}`;
}

/** An id that sorts by time (RFC 9562, version 7): rows that are made together lie together in their index. */
export function newId(nowMs: number): string {
  const time = nowMs.toString(16).padStart(12, '0').slice(-12);
  const random = randomUUID().slice(15);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random}`;
}
