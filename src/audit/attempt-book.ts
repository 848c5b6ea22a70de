import { closesAttempt, opensAttempt } from './events.ts';
import { type Finding, MAX_FINDINGS } from './finding.ts';
import type { EntryParts } from './parse-entry.ts';

/** Attempts that are open; memory grows with those alone, not with the log. */
export class AttemptBook {
  readonly #open = new Map<string, number>();
  readonly #findings: Finding[] = [];

  see(seq: number, { event, correlationId, attempt }: EntryParts): void {
    const opens = opensAttempt(event);
    if (!opens && !closesAttempt(event)) return;
    const key = `${attempt ?? '-'} of ${correlationId ?? '-'}`;
    if (opens) {
      if (this.#open.has(key)) this.#find(seq, 'ended-twice', `attempt ${key} was opened twice`);
      this.#open.set(key, seq);
    } else if (!this.#open.delete(key)) {
      this.#find(seq, 'ended-twice', `${event} closes attempt ${key}, which is not open`);
    }
  }

  findings(): readonly Finding[] {
    const findings = [...this.#findings];
    for (const [key, seq] of this.#open) {
      if (findings.length >= MAX_FINDINGS) break;
      findings.push({ seq, kind: 'unfinished', detail: `attempt ${key} has no end yet` });
    }
    return findings;
  }

  #find(seq: number, kind: Finding['kind'], detail: string): void {
    if (this.#findings.length < MAX_FINDINGS) this.#findings.push({ seq, kind, detail });
  }
}
