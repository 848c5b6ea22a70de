import { CODE_RULES } from './code.ts';
import { CREDENTIAL_RULES } from './credentials.ts';
import { EXECUTABLE_RULES } from './executable.ts';
import { FEEDBACK_RULES } from './feedback.ts';
import { HIDDEN_RULES } from './hidden.ts';
import { NETWORK_RULES, REFERENCE_RULES } from './network.ts';
import { PROMPT_INJECTION_RULES } from './prompt-injection.ts';
import type { Rule } from './rule.ts';
import { SYSTEM_STATE_RULES } from './system-state.ts';

/** Every rule of the scan; reports list findings in this order within one string. */
export const ALL_RULES: readonly Rule[] = [
  ...HIDDEN_RULES,
  ...EXECUTABLE_RULES,
  ...CODE_RULES,
  ...NETWORK_RULES,
  ...REFERENCE_RULES,
  ...FEEDBACK_RULES,
  ...CREDENTIAL_RULES,
  ...SYSTEM_STATE_RULES,
  ...PROMPT_INJECTION_RULES,
];

export function ruleNamed(id: string): Rule | undefined {
  return ALL_RULES.find((rule) => rule.id === id);
}
