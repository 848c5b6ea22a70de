import { isAbout } from './about.ts';
import { excerptOf } from './excerpt.ts';
import type { Severity } from './finding.ts';
import { ALL_RULES } from './rules/all-rules.ts';
import type { Match, Rule } from './rules/rule.ts';
import type { ScanSettings } from './scan-settings.ts';
import { type Alternative, alternativesOf, GramSet } from './required-text.ts';
import { compileTriggers, type Triggers } from './triggers.ts';
import { viewsOf } from './views.ts';

/** What a rule found in one string; a string has at most one of each rule. */
export interface TextFinding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly excerpt: string;
}

/** Made when the first text is scanned: most commands load this file and scan nothing. */
let triggers: Triggers | undefined;
/** The same, rule by rule; a rule without a pattern has none. */
const alternatives: (readonly Alternative[] | undefined)[] = [];
const GRAMS_OF_SENTENCE = new GramSet();
const RAW_RULES = ALL_RULES.filter(({ raw }) => raw === true);
const MAY_HIDE = /[^\t\n\r\u0020-\u007E]/;

/**
 * Looks at one string in every view. Findings stand in the order of the rules. What is in `clean` was read before without
 * a finding, under the same settings, and is not read again; what proves clean is added.
 */
export function scanText(text: string, settings: ScanSettings, clean?: Set<string>): TextFinding[] {
  const found = new Map<Rule, TextFinding>();
  const views = viewsOf(text);
  // Views differ in a few sentences: what reads the same in two of them is looked at once.
  const seen = views.length > 1 ? new Set<string>() : undefined;
  for (const view of views) {
    if (MAY_HIDE.test(view)) {
      for (const rule of RAW_RULES) if (!found.has(rule)) keep(found, rule, view, findIn(rule, view, settings));
    }
    scanView(view, { settings, clean, seen }, found);
  }
  return found.size < 2 ? [...found.values()] : ALL_RULES.flatMap((rule) => found.get(rule) ?? []);
}

interface Reading {
  readonly settings: ScanSettings;
  readonly clean: Set<string> | undefined;
  readonly seen: Set<string> | undefined;
}

/** This many clean sentences of a document are remembered. */
const MAX_CLEAN = 50_000;

function scanView(view: string, { settings, clean, seen }: Reading, found: Map<Rule, TextFinding>): void {
  triggers ??= compileTriggers(ALL_RULES);
  triggers.eachSentence(view, (sentence, lanes) => {
    if (seen?.has(sentence) === true || clean?.has(sentence) === true) return;
    seen?.add(sentence);
    GRAMS_OF_SENTENCE.read(sentence);
    let isClean = true;
    for (let lane = 0; lane < lanes.length; lane++) {
      for (let bits = lanes[lane] ?? 0; bits !== 0; bits &= bits - 1) {
        const at = lane * 32 + 31 - Math.clz32(bits & -bits);
        const rule = ALL_RULES[at];
        if (rule === undefined) continue;
        if (found.get(rule)?.severity === 'block') {
          isClean = false;
          continue;
        }
        const hasPattern = rule.match instanceof RegExp;
        const match = hasPattern ? findFirst(at, sentence) : findIn(rule, sentence, settings);
        isClean &&= match === undefined;
        keep(found, rule, sentence, match);
      }
    }
    if (isClean && clean !== undefined && clean.size < MAX_CLEAN) clean.add(sentence);
  });
}

/** The first place of any alternative, as the whole pattern would find it; `GRAMS_OF_SENTENCE` has read the sentence. */
function findFirst(ruleAt: number, sentence: string): Match | undefined {
  let first: Match | undefined;
  for (const { pattern, needed } of alternativesAt(ruleAt)) {
    if (!GRAMS_OF_SENTENCE.satisfies(needed)) continue;
    const match = pattern.exec(sentence);
    if (match === null || (first !== undefined && match.index >= first.index)) continue;
    first = { index: match.index, length: match[0].length };
  }
  return first;
}

function alternativesAt(ruleAt: number): readonly Alternative[] {
  const made = alternatives[ruleAt];
  if (made !== undefined) return made;
  const rule = ALL_RULES[ruleAt];
  const isTakenApart = rule !== undefined && rule.raw !== true && rule.match instanceof RegExp;
  return (alternatives[ruleAt] = isTakenApart ? alternativesOf(rule.match) : []);
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
