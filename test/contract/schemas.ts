import { readFileSync } from 'node:fs';
import { recordSchema } from '../../src/contract/derive-reader.ts';
import type { Schema } from '../../src/contract/derive-reader.ts';

export const LEAD_CARD_BATCH = new URL('../../src/contract/lead-card-batch/', import.meta.url);

export const HANDOFF_RECEIPT = new URL('../../src/contract/handoff-receipt/', import.meta.url);

export const receiptSchema = JSON.parse(readFileSync(new URL('1.0.0/schema.json', HANDOFF_RECEIPT), 'utf8')) as Schema;

export const batchSchema = JSON.parse(readFileSync(new URL('1.0.0/schema.json', LEAD_CARD_BATCH), 'utf8')) as Schema;

export const leadCardProperties = recordSchema(batchSchema, 'records')['properties'] as Readonly<
  Record<string, { readonly pattern?: string; readonly enum?: readonly string[] }>
>;

const targetSchema = JSON.parse(
  readFileSync(new URL('../../src/contract/outreach-target-batch/1.0.0/schema.json', import.meta.url), 'utf8'),
) as { readonly $defs: { readonly contact: { readonly properties: typeof leadCardProperties } } };

export const outreachContactProperties = targetSchema.$defs.contact.properties;
