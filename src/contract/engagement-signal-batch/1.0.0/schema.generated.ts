// Made by scripts/generate-contracts.ts from schema.json. Change that one and run the script.
export const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:handoff:contract:engagement-signal-batch:1.0.0',
  title: 'EngagementSignalBatch',
  description: 'What happened in outreach, told as facts to the system that decides what follows from them.',
  type: 'object',
  additionalProperties: false,
  required: ['batch_id', 'contract', 'schema_version', 'created_at', 'source', 'target', 'records'],
  properties: {
    batch_id: {
      description: 'Name of the batch and of its file; its date is the UTC date of created_at.',
      type: 'string',
      maxLength: 34,
      pattern: '^[a-z][a-z0-9]{1,15}_[0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]{3,6}$',
    },
    contract: { description: 'The contract that the batch follows.', type: 'string', const: 'engagement-signal-batch' },
    schema_version: { description: 'Major version of the contract.', type: 'string', const: 'v1' },
    created_at: {
      description: 'When the batch was made: RFC 3339 in UTC, with T and Z.',
      type: 'string',
      maxLength: 30,
      format: 'utc-timestamp',
      pattern:
        '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
    },
    source: {
      description: 'The system that made the batch.',
      type: 'string',
      maxLength: 63,
      pattern: '^[a-z][a-z0-9-]{1,62}$',
    },
    target: {
      description: 'The system that the batch is addressed to.',
      type: 'string',
      maxLength: 63,
      pattern: '^[a-z][a-z0-9-]{1,62}$',
    },
    records: {
      description: 'The signals; each event_id stands once.',
      type: 'array',
      items: { $ref: '#/$defs/engagementSignal' },
    },
  },
  $defs: {
    engagementSignal: {
      title: 'EngagementSignal',
      description:
        'One thing that happened. The same event_id may come again in a later batch, and is the same event then.',
      type: 'object',
      additionalProperties: false,
      required: [
        'event_id',
        'event_type',
        'outreach_id',
        'campaign_id',
        'sequence_id',
        'send_id',
        'contact_id',
        'occurred_at',
        'actor_class',
        'confidence',
        'correlation_id',
        'process_id',
      ],
      properties: {
        event_id: {
          description: 'Identity of the event, the same however often it is told.',
          type: 'string',
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$',
        },
        event_type: {
          description: 'What happened.',
          type: 'string',
          enum: [
            'engagement.open',
            'engagement.click',
            'engagement.reply',
            'engagement.bounce',
            'engagement.unsubscribe',
            'meeting.booked',
            'campaign.completed',
          ],
        },
        outreach_id: {
          description: 'The company in outreach, as the evaluation named it.',
          type: 'string',
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$',
        },
        sid: {
          description: 'Sovereign id of the company as it was handed over; echoed, never made.',
          type: 'string',
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$',
        },
        campaign_id: {
          description: 'The campaign in which it happened.',
          type: 'string',
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$',
        },
        sequence_id: {
          description: 'The sequence in which it happened; null where it belongs to none.',
          type: ['string', 'null'],
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$',
        },
        send_id: {
          description: 'The message that it answers to; null where it answers to none.',
          type: ['string', 'null'],
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$',
        },
        contact_id: {
          description:
            'Who did it; null only where nobody did: a meeting that is known by the company alone, the end of a campaign.',
          type: ['string', 'null'],
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$',
        },
        occurred_at: {
          description: 'When it happened: RFC 3339 in UTC, with T and Z.',
          type: 'string',
          maxLength: 30,
          format: 'utc-timestamp',
          pattern:
            '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$',
        },
        actor_class: {
          description: 'Whether a person did it, a proxy for one, a machine, or nobody can tell.',
          type: 'string',
          enum: ['human', 'proxy', 'machine', 'unknown'],
        },
        confidence: {
          description: 'How sure it is that a person did it: 0 not at all, 1 certain.',
          type: 'number',
          minimum: 0,
          maximum: 1,
        },
        correlation_id: {
          description: 'That of the evaluation from which the outreach came; never made anew.',
          type: 'string',
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$',
        },
        process_id: {
          description: 'The run of the outreach process that saw it.',
          type: 'string',
          maxLength: 64,
          pattern: '^outreach-execution-(campaign|sequence|send|engage)-[0-9]{8}-[0-9a-f]{8}$',
        },
      },
    },
  },
} as const;
