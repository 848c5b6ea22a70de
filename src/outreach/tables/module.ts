import type { Module } from '../../database/port.ts';
import { CAMPAIGN_TABLES } from './campaign-tables.ts';
import { ENGAGEMENT_TABLES } from './engagement-tables.ts';
import { INBOX_TABLES } from './inbox-tables.ts';
import { SEND_TABLES } from './send-tables.ts';

/**
 * The hub's own tables. `outreach`, `company_target`, `people` and `bit_scores` stand in the same database and are the
 * poller's: the hub only reads them.
 */
export const outreachModule: Module = {
  name: 'outreach',
  steps: [{ sqlite: `${CAMPAIGN_TABLES}${SEND_TABLES}${ENGAGEMENT_TABLES}${INBOX_TABLES}` }],
};
