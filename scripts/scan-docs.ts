import { ALL_RULES } from '../src/contract/scan/rules/all-rules.ts';
import { type Rule, RULES_VERSION } from '../src/contract/scan/rules/rule.ts';
import { DEFAULT_SCAN_SETTINGS } from '../src/contract/scan/scan.ts';

const CONSTRAINTS = {
  1: 'no executable commands',
  2: 'no system state',
  3: 'no external references',
  4: 'no feedback',
} as const;

/** The text of docs/content-scan.md, made from the rules. */
export function contentScanDocument(): string {
  const families = [...new Set(ALL_RULES.map(({ family }) => family))];
  return `${[HEAD, MEASURED, ...families.map(sectionOf)].join('\n\n')}\n`;
}

const HEAD = `# Content scan

<!-- Made by "node scripts/scan-report.ts --write-docs" from src/contract/scan/rules. -->

Rules ${RULES_VERSION}. An execution handoff context describes; it never commands, never shows the state of a system, never needs
another system to be read, and never asks for an answer. Every free text of it, and every key of \`details\`, is read for
what breaks that. A \`block\` refuses the handoff (\`CONTENT_FORBIDDEN\`), without an override; a \`warn\` is printed, audited and
kept. \`handoff contract scan FILE --explain\` lists every finding of a file with the idea behind its rule.

Ids, times and enums are not read as long as they look like one. Each text is read as it is; without invisible signs and in
compatibility form; with look-alike letters made Latin; with \`hxxp\` and \`[.]\` undone; with percent, entity and \`\\u\` encodings
undone; and what stands in it as Base64 is read as well.

A soft rule only warns in a sentence that writes about the thing: "Explain how webhooks work" passes, "Invoke the webhook"
does not.

Links to ${DEFAULT_SCAN_SETTINGS.sourceHosts.map((host) => `\`${host}\``).join(' and ')} are forbidden, except under ${DEFAULT_SCAN_SETTINGS.documentationPrefixes.map((prefix) => `\`${prefix}\``).join(', ')}; an address of an API is
forbidden there too. Other hosts may be linked, unless the address is one that a machine would call.`;

const MEASURED = `## How well it works

The goals: at least 95 % of the forbidden texts blocked, at most 1 % of the ordinary ones, at least 90 % of the disguised
ones. \`node scripts/scan-report.ts\` measures them on eight corpora under \`fixtures/scan\` that the rules now reach them on,
and on \`sixth-author\`, where they do not. All of the eight but \`fourth-author\` have been looked at while the rules were
made, so the figures that it prints flatter. What a corpus says of text that nobody has seen is its first run, before any rule was
changed for it:

| Corpus | Rules | Forbidden texts blocked | Ordinary texts blocked |
|---|---|---|---|
| \`second-author\`, written without knowing the rules | 1.0.0 | 198 of 240 (82.5 %) | 3 of 320 (0.9 %) |
| \`third-author\`, by an author who continued \`scan-corpus\` | 1.1.0 | 190 of 200 (95.0 %) | 5 of 250 (2.0 %) |
| \`fourth-author\`, by another one who did | 1.2.0 | 120 of 120 (100 %) | 0 of 300 (0 %) |
| \`fifth-author\`, half of what was written without knowing the rules | 1.2.0 | 192 of 228 (84.2 %) | 2 of 277 (0.7 %) |
| \`closed\`, the other half of it | 1.2.0 | 240 of 283 (84.8 %) | 2 of 274 (0.7 %) |
| \`sixth-author\`, written without knowing the rules | 1.4.0 | 244 of 284 (85.9 %) | 2 of 363 (0.6 %) |

Rules 1.1.0 were then made from the ideas behind the 42 that were missed, so \`second-author\` is tuned on as well;
rules 1.2.0 from the 10 that were missed and the 5 that were blocked in \`third-author\`. No rule was
changed for \`fourth-author\`, whose text is close to that of \`scan-corpus\` in kind.

Rules 1.3.0 were made from the ideas behind the 36 that were missed in \`fifth-author\`; they blocked 252 of the 283 in
\`closed\` (89.0 %), which nobody had looked at until then. Rules 1.4.0 were made from the ideas behind the 31 that these
missed, and from some 300 fresh sentences of our own; \`closed\` is tuned on since.

Nobody who makes rules has looked at \`sixth-author\`: only its figures were taken, once. 89.3 % of its disguised texts were
blocked. So neither the goal of 95 % nor that of 90 % is reached on text that is new in kind: of ten forbidden texts by
somebody who does not know the rules, between eight and nine are blocked. A test holds \`sixth-author\` at these figures.
Whoever writes differently enough gets past any list of patterns: the scan is a net behind the review by people, not a substitute.`;

function sectionOf(family: Rule['family']): string {
  const rows = ALL_RULES.filter((rule) => rule.family === family).map(rowOf);
  const title = `${family[0]?.toUpperCase() ?? ''}${family.slice(1)}`;
  return [
    `## ${title}`,
    '| Rule | | Breaks | What it finds | Found | Passes |\n|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function rowOf({ id, severity, soft, constraint, idea, hit, nonHit }: Rule): string {
  const how = soft === true ? `${severity}, soft` : severity;
  const cells = [`\`${id}\``, how, CONSTRAINTS[constraint], idea, codeOf(hit[0]), codeOf(nonHit[0])];
  return `| ${cells.join(' | ')} |`;
}

/** In a table a bar would end the cell, and a backtick the code; what cannot be seen is named. */
function codeOf(text = ''): string {
  const shown = text
    .replaceAll(
      /[\p{Cc}\p{Cf}]/gu,
      (sign) => `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
    )
    .replaceAll('|', '\\|');
  const fence = shown.includes('`') ? '````' : '`';
  return fence === '`' ? `${fence}${shown}${fence}` : `${fence} ${shown} ${fence}`;
}
