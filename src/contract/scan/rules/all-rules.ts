import { AUTOMATION_RULES } from './automation.ts';
import { CODE_RULES } from './code.ts';
import { CREDENTIAL_RULES } from './credentials.ts';
import { DOOR_OPENER_RULES } from './door-openers.ts';
import { EXECUTABLE_RULES } from './executable.ts';
import { FEEDBACK_RULES } from './feedback.ts';
import { HIDDEN_RULES } from './hidden.ts';
import { LIVE_STATE_RULES } from './live-state.ts';
import { NETWORK_RULES, REFERENCE_RULES } from './network.ts';
import { OTHER_LANGUAGE_RULES } from './other-languages.ts';
import { PROMPT_INJECTION_RULES } from './prompt-injection.ts';
import type { Rule } from './rule.ts';
import { SPOKEN_TO_MACHINE_RULES } from './spoken-to-machines.ts';
import { SYSTEM_STATE_RULES } from './system-state.ts';
import { WAY_BACK_RULES } from './way-back.ts';

/** Every rule of the scan; reports list findings in this order within one string. */
export const ALL_RULES: readonly Rule[] = [
  ...HIDDEN_RULES,
  ...EXECUTABLE_RULES,
  ...AUTOMATION_RULES,
  ...CODE_RULES,
  ...NETWORK_RULES,
  ...REFERENCE_RULES,
  ...FEEDBACK_RULES,
  ...WAY_BACK_RULES,
  ...CREDENTIAL_RULES,
  ...DOOR_OPENER_RULES,
  ...SYSTEM_STATE_RULES,
  ...LIVE_STATE_RULES,
  ...PROMPT_INJECTION_RULES,
  ...SPOKEN_TO_MACHINE_RULES,
  ...OTHER_LANGUAGE_RULES,
];

export function ruleNamed(id: string): Rule | undefined {
  return ALL_RULES.find((rule) => rule.id === id);
}
