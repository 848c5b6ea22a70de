import { pointerTo } from '../json-pointer.ts';
import type { Finding, ScanReport } from './finding.ts';
import type { Place } from './prose.ts';
import type { ScanSettings } from './scan-settings.ts';
import { scanText, type TextFinding } from './scan-text.ts';

export type { Constraint, Finding, ScanReport, Severity } from './finding.ts';
export { isContextProse, type Place } from './prose.ts';
export { DEFAULT_SCAN_SETTINGS, type ScanSettings } from './scan-settings.ts';
export { ruleNamed } from './rules/all-rules.ts';
export { scanText } from './scan-text.ts';

export interface ScanOptions {
  readonly settings: ScanSettings;
  /** Whether the string at this place is free text; `isContextProse` knows an execution-handoff-context. */
  readonly isProse: (pointer: string, place: Place) => boolean;
}

/** A value still to be looked at. */
interface Pending {
  readonly value: unknown;
  readonly pointer: string;
  readonly name: string;
  readonly inDetails: boolean;
}

/** Repeated sentences are read once; this many different ones are remembered. */
const MAX_REMEMBERED = 20_000;

/**
 * Looks for what must not travel in free text. Pure; any depth; findings in the order of the document. A string has at
 * most one finding per rule.
 */
export function scanDocument(document: unknown, { settings, isProse }: ScanOptions): ScanReport {
  const findings: Finding[] = [];
  const read = rememberingScan(settings);
  const report = (pointer: string, found: readonly TextFinding[]): void => {
    for (const { rule, severity, excerpt } of found) {
      findings.push({ rule_id: rule.id, severity, constraint: rule.constraint, pointer, excerpt });
    }
  };
  const pending: Pending[] = [{ value: document, pointer: '', name: '', inDetails: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, pointer, name, inDetails } = next;
    if (typeof value === 'string') {
      if (isProse(pointer, { name, inDetails, text: value })) report(pointer, read(value));
    } else if (Array.isArray(value)) {
      for (let at = value.length - 1; at >= 0; at--) {
        pending.push({ value: value[at], pointer: pointerTo(pointer, at), name, inDetails });
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const member of membersOf(value, next)) {
        if (member.inDetails && inDetails) report(member.pointer, read(labelOf(member)));
        pending.push(member);
      }
    }
  }
  return { verdict: verdictOf(findings), findings };
}

/** Last first, as a stack wants them. */
function membersOf(value: object, { pointer, inDetails }: Pending): Pending[] {
  return Object.entries(value)
    .map(([name, member]: [string, unknown]) => ({
      value: member,
      pointer: pointerTo(pointer, name),
      name,
      inDetails: inDetails || name === 'details',
    }))
    .reverse();
}

/** A key of `details` is read like `job_id: 8842`: what it names counts, and so does that it names something. */
function labelOf({ name, value }: Pending): string {
  const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_');
  const shown =
    typeof value === 'object' ? '{' : typeof value === 'string' ? value.slice(0, 200) : JSON.stringify(value);
  return `${words}: ${shown}`;
}

function verdictOf(findings: readonly Finding[]): ScanReport['verdict'] {
  if (findings.some(({ severity }) => severity === 'block')) return 'block';
  return findings.length === 0 ? 'clean' : 'warn';
}

function rememberingScan(settings: ScanSettings): (text: string) => readonly TextFinding[] {
  const remembered = new Map<string, readonly TextFinding[]>();
  const clean = new Set<string>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const found = scanText(text, settings, clean);
    if (remembered.size < MAX_REMEMBERED) remembered.set(text, found);
    return found;
  };
}
