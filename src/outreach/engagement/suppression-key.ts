import { domainToASCII } from 'node:url';
import { normalizeEmail } from '../email-address.ts';
import type { SuppressionRow } from '../suppression-table.ts';

export type SuppressionScope = SuppressionRow['scope'];
export const SUPPRESSION_SCOPES = ['global', 'domain', 'outreach'] as const satisfies readonly SuppressionScope[];

const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const OUTREACH_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

/** A key as suppressions are compared; undefined for what is no address, no domain, no outreach id. */
export function parseSuppressionKey(scope: SuppressionScope, text: string): string | undefined {
  if (scope === 'global') return normalizeEmail(text);
  if (scope === 'outreach') return OUTREACH_ID.test(text) ? text : undefined;
  const domain = domainToASCII(text.trim().toLowerCase());
  return DOMAIN.test(domain) ? domain : undefined;
}
