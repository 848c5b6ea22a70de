import { isAbout } from './about.ts';
import { excerptOf } from './excerpt.ts';
import type { Severity } from './finding.ts';
import { ALL_RULES } from './rules/all-rules.ts';
import type { Match, Rule } from './rules/rule.ts';
import type { ScanSettings } from './scan-settings.ts';
import { compileTriggers } from './triggers.ts';
import { viewsOf } from './views.ts';

/** What a rule found in one string; a string has at most one of each rule. */
export interface TextFinding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly excerpt: string;
}

const TRIGGERS = compileTriggers(ALL_RULES);
const RAW_RULES = ALL_RULES.filter(({ raw }) => raw === true);
const MAY_HIDE = /[^\t\n\r\u0020-\u007E]/;

/** Looks at one string in every view. Findings stand in the order of the rules. */
export function scanText(text: string, settings: ScanSettings): TextFinding[] {
  const found = new Map<Rule, TextFinding>();
  const views = viewsOf(text);
  // Views differ in a few sentences: what reads the same in two of them is looked at once.
  const seen = views.length > 1 ? new Set<string>() : undefined;
  for (const view of views) {
    if (MAY_HIDE.test(view)) {
      for (const rule of RAW_RULES) if (!found.has(rule)) keep(found, rule, view, findIn(rule, view, settings));
    }
    scanView(view, settings, found, seen);
  }
  return found.size < 2 ? [...found.values()] : ALL_RULES.flatMap((rule) => found.get(rule) ?? []);
}

function scanView(
  view: string,
  settings: ScanSettings,
  found: Map<Rule, TextFinding>,
  seen: Set<string> | undefined,
): void {
  TRIGGERS.eachSentence(view, (sentence, lanes) => {
    if (seen?.has(sentence) === true) return;
    seen?.add(sentence);
    for (let lane = 0; lane < lanes.length; lane++) {
      for (let bits = lanes[lane] ?? 0; bits !== 0; bits &= bits - 1) {
        const rule = ALL_RULES[lane * 32 + 31 - Math.clz32(bits & -bits)];
        if (rule === undefined || found.get(rule)?.severity === 'block') continue;
        keep(found, rule, sentence, findIn(rule, sentence, settings));
      }
    }
  });
}

function findIn(rule: Rule, text: string, settings: ScanSettings): Match | undefined {
  if (typeof rule.match === 'function') return rule.match(text, settings);
  const match = rule.match.exec(text);
  return match === null ? undefined : { index: match.index, length: match[0].length };
}

function keep(found: Map<Rule, TextFinding>, rule: Rule, text: string, match: Match | undefined): void {
  if (match === undefined) return;
  const severity = rule.soft === true && isAbout(text, match) ? 'warn' : rule.severity;
  if (found.has(rule) && severity === 'warn') return;
  found.set(rule, { rule, severity, excerpt: excerptOf(text, match) });
}
