/* oxlint-disable */
// @ts-nocheck
// Made by scripts/generate-contracts.ts from schema.json. Change that one and run the script.
import { formats, isLongerThan, isShorterThan } from '../../formats.ts';
import type { Validator } from '../../validator.ts';

export const closedDocument = validate20 as unknown as Validator;
const schema31 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'closedDocument',
  type: 'object',
  additionalProperties: false,
  required: [
    'handoffId',
    'handoffTimestamp',
    'handoffVersion',
    'approvedBy',
    'approvalTimestamp',
    'sourceRequestId',
    'sourceAnalysisTimestamp',
    'governanceStatus',
    'recommendations',
    'auditTrail',
  ],
  properties: {
    handoffId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$' },
    handoffTimestamp: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    handoffVersion: { type: 'string', const: '1.0.0' },
    approvedBy: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    approvalTimestamp: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    approvalReason: {
      type: 'string',
      minLength: 0,
      maxLength: 2000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    sourceRequestId: {
      type: 'string',
      minLength: 1,
      maxLength: 128,
      pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
    },
    sourceAnalysisTimestamp: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    governanceStatus: { type: 'string', enum: ['approved', 'approved_with_warnings'] },
    governanceWarnings: { type: 'array', maxItems: 100, items: { $ref: '#/$defs/governanceWarning' } },
    recommendations: { type: 'array', minItems: 1, maxItems: 100, items: { $ref: '#/$defs/recommendation' } },
    topicContext: { type: 'array', maxItems: 50, items: { $ref: '#/$defs/topic' } },
    questionContext: { type: 'array', maxItems: 500, items: { $ref: '#/$defs/question' } },
    metricContext: { $ref: '#/$defs/metrics' },
    auditTrail: { type: 'array', minItems: 1, maxItems: 1000, items: { $ref: '#/$defs/auditEntry' } },
  },
  $defs: {
    recommendation: {
      type: 'object',
      additionalProperties: false,
      required: [
        'recommendationId',
        'type',
        'priority',
        'title',
        'description',
        'actionableSteps',
        'expectedImpact',
        'createdAt',
        'generatedBy',
      ],
      properties: {
        recommendationId: {
          type: 'string',
          minLength: 1,
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
        },
        type: {
          type: 'string',
          enum: ['content_gap', 'structural_improvement', 'authority_signal', 'topic_expansion'],
        },
        priority: { type: 'string', enum: ['high', 'medium', 'low'] },
        title: {
          type: 'string',
          minLength: 1,
          maxLength: 300,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        description: {
          type: 'string',
          minLength: 1,
          maxLength: 10000,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        actionableSteps: {
          type: 'array',
          maxItems: 100,
          items: {
            type: 'string',
            minLength: 1,
            maxLength: 2000,
            pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
          },
        },
        topicId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
        topicName: {
          type: 'string',
          minLength: 1,
          maxLength: 300,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        questionId: {
          type: 'string',
          minLength: 1,
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
        },
        questionText: {
          type: 'string',
          minLength: 1,
          maxLength: 1000,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        expectedImpact: {
          type: 'string',
          minLength: 1,
          maxLength: 2000,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        createdAt: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
        generatedBy: { type: 'string', const: 'strategy_agent' },
        warnings: { type: 'array', maxItems: 100, items: { $ref: '#/$defs/recommendationWarning' } },
      },
    },
    topic: {
      type: 'object',
      additionalProperties: false,
      required: ['topicId', 'topicName'],
      properties: {
        topicId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
        topicName: {
          type: 'string',
          minLength: 1,
          maxLength: 300,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        geoScore: { type: 'number', minimum: 0, maximum: 100 },
        visibilityScore: { type: 'number', minimum: 0, maximum: 100 },
        sentimentScore: { type: 'number', minimum: 0, maximum: 100 },
        brandRank: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
        competitorCount: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
        questionCount: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
        sampleQuestions: {
          type: 'array',
          maxItems: 100,
          items: {
            type: 'string',
            minLength: 1,
            maxLength: 1000,
            pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
          },
        },
      },
    },
    question: {
      type: 'object',
      additionalProperties: false,
      required: ['questionId', 'questionText', 'brandMentioned', 'topicId', 'topicName'],
      properties: {
        questionId: {
          type: 'string',
          minLength: 1,
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
        },
        questionText: {
          type: 'string',
          minLength: 1,
          maxLength: 1000,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        aiAnswerExcerpt: {
          type: 'string',
          minLength: 0,
          maxLength: 1000,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        brandMentioned: { type: 'boolean' },
        brandPosition: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
        sentiment: { type: 'string', enum: ['positive', 'neutral', 'negative'] },
        topicId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
        topicName: {
          type: 'string',
          minLength: 1,
          maxLength: 300,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
      },
    },
    metrics: {
      type: 'object',
      additionalProperties: false,
      required: ['analysisTimeRange', 'topicsAnalyzed', 'questionsAnalyzed', 'brandsAnalyzed'],
      properties: {
        overallGeoScore: { type: 'number', minimum: 0, maximum: 100 },
        overallVisibilityScore: { type: 'number', minimum: 0, maximum: 100 },
        overallSentimentScore: { type: 'number', minimum: 0, maximum: 100 },
        analysisTimeRange: {
          type: 'object',
          additionalProperties: false,
          required: ['start', 'end'],
          properties: {
            start: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
            end: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
          },
        },
        topicsAnalyzed: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
        questionsAnalyzed: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
        brandsAnalyzed: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
      },
    },
    governanceWarning: {
      type: 'object',
      additionalProperties: false,
      required: ['warningId', 'type', 'severity', 'message'],
      properties: {
        warningId: {
          type: 'string',
          minLength: 1,
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
        },
        type: {
          type: 'string',
          minLength: 1,
          maxLength: 200,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        severity: { type: 'string', enum: ['low', 'medium', 'high'] },
        message: {
          type: 'string',
          minLength: 1,
          maxLength: 2000,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        recommendationId: {
          type: 'string',
          minLength: 1,
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
        },
      },
    },
    recommendationWarning: {
      type: 'object',
      additionalProperties: false,
      required: ['warningId', 'type', 'severity', 'message'],
      properties: {
        warningId: {
          type: 'string',
          minLength: 1,
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
        },
        type: {
          type: 'string',
          minLength: 1,
          maxLength: 200,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        severity: { type: 'string', enum: ['low', 'medium', 'high'] },
        message: {
          type: 'string',
          minLength: 1,
          maxLength: 2000,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
      },
    },
    auditEntry: {
      type: 'object',
      additionalProperties: false,
      required: ['entryId', 'timestamp', 'event', 'actor'],
      properties: {
        entryId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
        timestamp: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
        event: {
          type: 'string',
          enum: ['handoff_initiated', 'handoff_approved', 'handoff_transferred', 'handoff_completed'],
        },
        actor: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
        details: { type: 'object', maxProperties: 50 },
      },
    },
  },
};
const schema32 = {
  type: 'object',
  additionalProperties: false,
  required: ['warningId', 'type', 'severity', 'message'],
  properties: {
    warningId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    type: {
      type: 'string',
      minLength: 1,
      maxLength: 200,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    severity: { type: 'string', enum: ['low', 'medium', 'high'] },
    message: {
      type: 'string',
      minLength: 1,
      maxLength: 2000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    recommendationId: {
      type: 'string',
      minLength: 1,
      maxLength: 128,
      pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
    },
  },
};
const schema35 = {
  type: 'object',
  additionalProperties: false,
  required: ['topicId', 'topicName'],
  properties: {
    topicId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    topicName: {
      type: 'string',
      minLength: 1,
      maxLength: 300,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    geoScore: { type: 'number', minimum: 0, maximum: 100 },
    visibilityScore: { type: 'number', minimum: 0, maximum: 100 },
    sentimentScore: { type: 'number', minimum: 0, maximum: 100 },
    brandRank: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    competitorCount: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
    questionCount: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
    sampleQuestions: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'string',
        minLength: 1,
        maxLength: 1000,
        pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
      },
    },
  },
};
const schema36 = {
  type: 'object',
  additionalProperties: false,
  required: ['questionId', 'questionText', 'brandMentioned', 'topicId', 'topicName'],
  properties: {
    questionId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    questionText: {
      type: 'string',
      minLength: 1,
      maxLength: 1000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    aiAnswerExcerpt: {
      type: 'string',
      minLength: 0,
      maxLength: 1000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    brandMentioned: { type: 'boolean' },
    brandPosition: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    sentiment: { type: 'string', enum: ['positive', 'neutral', 'negative'] },
    topicId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    topicName: {
      type: 'string',
      minLength: 1,
      maxLength: 300,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
  },
};
const schema37 = {
  type: 'object',
  additionalProperties: false,
  required: ['analysisTimeRange', 'topicsAnalyzed', 'questionsAnalyzed', 'brandsAnalyzed'],
  properties: {
    overallGeoScore: { type: 'number', minimum: 0, maximum: 100 },
    overallVisibilityScore: { type: 'number', minimum: 0, maximum: 100 },
    overallSentimentScore: { type: 'number', minimum: 0, maximum: 100 },
    analysisTimeRange: {
      type: 'object',
      additionalProperties: false,
      required: ['start', 'end'],
      properties: {
        start: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
        end: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
      },
    },
    topicsAnalyzed: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
    questionsAnalyzed: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
    brandsAnalyzed: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
  },
};
const schema38 = {
  type: 'object',
  additionalProperties: false,
  required: ['entryId', 'timestamp', 'event', 'actor'],
  properties: {
    entryId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    timestamp: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    event: {
      type: 'string',
      enum: ['handoff_initiated', 'handoff_approved', 'handoff_transferred', 'handoff_completed'],
    },
    actor: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    details: { type: 'object', maxProperties: 50 },
  },
};
const func0 = Object.prototype.hasOwnProperty;
const func72 = isLongerThan;
const func73 = isShorterThan;
const pattern4 = new RegExp('^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$', 'u');
const pattern5 = new RegExp('^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$', 'u');
const pattern6 = new RegExp('^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$', 'u');
const formats0 = formats['utc-timestamp'];
const schema33 = {
  type: 'object',
  additionalProperties: false,
  required: [
    'recommendationId',
    'type',
    'priority',
    'title',
    'description',
    'actionableSteps',
    'expectedImpact',
    'createdAt',
    'generatedBy',
  ],
  properties: {
    recommendationId: {
      type: 'string',
      minLength: 1,
      maxLength: 128,
      pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
    },
    type: { type: 'string', enum: ['content_gap', 'structural_improvement', 'authority_signal', 'topic_expansion'] },
    priority: { type: 'string', enum: ['high', 'medium', 'low'] },
    title: {
      type: 'string',
      minLength: 1,
      maxLength: 300,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    description: {
      type: 'string',
      minLength: 1,
      maxLength: 10000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    actionableSteps: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'string',
        minLength: 1,
        maxLength: 2000,
        pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
      },
    },
    topicId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    topicName: {
      type: 'string',
      minLength: 1,
      maxLength: 300,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    questionId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    questionText: {
      type: 'string',
      minLength: 1,
      maxLength: 1000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    expectedImpact: {
      type: 'string',
      minLength: 1,
      maxLength: 2000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    createdAt: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    generatedBy: { type: 'string', const: 'strategy_agent' },
    warnings: { type: 'array', maxItems: 100, items: { $ref: '#/$defs/recommendationWarning' } },
  },
};
const schema34 = {
  type: 'object',
  additionalProperties: false,
  required: ['warningId', 'type', 'severity', 'message'],
  properties: {
    warningId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    type: {
      type: 'string',
      minLength: 1,
      maxLength: 200,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    severity: { type: 'string', enum: ['low', 'medium', 'high'] },
    message: {
      type: 'string',
      minLength: 1,
      maxLength: 2000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
  },
};

function validate21(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.recommendationId === undefined || !func0.call(data, 'recommendationId')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'recommendationId' },
        message: "must have required property '" + 'recommendationId' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.type === undefined || !func0.call(data, 'type')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'type' },
        message: "must have required property '" + 'type' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.priority === undefined || !func0.call(data, 'priority')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'priority' },
        message: "must have required property '" + 'priority' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.title === undefined || !func0.call(data, 'title')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'title' },
        message: "must have required property '" + 'title' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.description === undefined || !func0.call(data, 'description')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'description' },
        message: "must have required property '" + 'description' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.actionableSteps === undefined || !func0.call(data, 'actionableSteps')) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'actionableSteps' },
        message: "must have required property '" + 'actionableSteps' + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.expectedImpact === undefined || !func0.call(data, 'expectedImpact')) {
      const err6 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'expectedImpact' },
        message: "must have required property '" + 'expectedImpact' + "'",
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.createdAt === undefined || !func0.call(data, 'createdAt')) {
      const err7 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'createdAt' },
        message: "must have required property '" + 'createdAt' + "'",
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.generatedBy === undefined || !func0.call(data, 'generatedBy')) {
      const err8 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'generatedBy' },
        message: "must have required property '" + 'generatedBy' + "'",
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema33.properties, key0)) {
        const err9 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          message: 'must NOT have additional properties',
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.recommendationId !== undefined && func0.call(data, 'recommendationId')) {
      let data0 = data.recommendationId;
      if (typeof data0 === 'string') {
        if (!pattern5.test(data0)) {
          const err10 = {
            instancePath: instancePath + '/recommendationId',
            schemaPath: '#/properties/recommendationId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (func72(data0, 128)) {
          const err11 = {
            instancePath: instancePath + '/recommendationId',
            schemaPath: '#/properties/recommendationId/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (func73(data0, 1)) {
          const err12 = {
            instancePath: instancePath + '/recommendationId',
            schemaPath: '#/properties/recommendationId/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = {
          instancePath: instancePath + '/recommendationId',
          schemaPath: '#/properties/recommendationId/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.type !== undefined && func0.call(data, 'type')) {
      let data1 = data.type;
      if (typeof data1 !== 'string') {
        const err14 = {
          instancePath: instancePath + '/type',
          schemaPath: '#/properties/type/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      if (!(
        data1 === 'content_gap' ||
        data1 === 'structural_improvement' ||
        data1 === 'authority_signal' ||
        data1 === 'topic_expansion'
      )) {
        const err15 = {
          instancePath: instancePath + '/type',
          schemaPath: '#/properties/type/enum',
          keyword: 'enum',
          params: { allowedValues: schema33.properties.type.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.priority !== undefined && func0.call(data, 'priority')) {
      let data2 = data.priority;
      if (typeof data2 !== 'string') {
        const err16 = {
          instancePath: instancePath + '/priority',
          schemaPath: '#/properties/priority/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (!(data2 === 'high' || data2 === 'medium' || data2 === 'low')) {
        const err17 = {
          instancePath: instancePath + '/priority',
          schemaPath: '#/properties/priority/enum',
          keyword: 'enum',
          params: { allowedValues: schema33.properties.priority.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.title !== undefined && func0.call(data, 'title')) {
      let data3 = data.title;
      if (typeof data3 === 'string') {
        if (!pattern6.test(data3)) {
          const err18 = {
            instancePath: instancePath + '/title',
            schemaPath: '#/properties/title/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
            message: 'must match pattern "' + '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        if (func72(data3, 300)) {
          const err19 = {
            instancePath: instancePath + '/title',
            schemaPath: '#/properties/title/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        if (func73(data3, 1)) {
          const err20 = {
            instancePath: instancePath + '/title',
            schemaPath: '#/properties/title/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      } else {
        const err21 = {
          instancePath: instancePath + '/title',
          schemaPath: '#/properties/title/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.description !== undefined && func0.call(data, 'description')) {
      let data4 = data.description;
      if (typeof data4 === 'string') {
        if (!pattern6.test(data4)) {
          const err22 = {
            instancePath: instancePath + '/description',
            schemaPath: '#/properties/description/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
            message: 'must match pattern "' + '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (func72(data4, 10000)) {
          const err23 = {
            instancePath: instancePath + '/description',
            schemaPath: '#/properties/description/maxLength',
            keyword: 'maxLength',
            params: { limit: 10000 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        if (func73(data4, 1)) {
          const err24 = {
            instancePath: instancePath + '/description',
            schemaPath: '#/properties/description/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      } else {
        const err25 = {
          instancePath: instancePath + '/description',
          schemaPath: '#/properties/description/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.actionableSteps !== undefined && func0.call(data, 'actionableSteps')) {
      let data5 = data.actionableSteps;
      if (Array.isArray(data5)) {
        if (data5.length > 100) {
          const err26 = {
            instancePath: instancePath + '/actionableSteps',
            schemaPath: '#/properties/actionableSteps/maxItems',
            keyword: 'maxItems',
            params: { limit: 100 },
            message: 'must NOT have more than 100 items',
          };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          if (typeof data6 === 'string') {
            if (!pattern6.test(data6)) {
              const err27 = {
                instancePath: instancePath + '/actionableSteps/' + i0,
                schemaPath: '#/properties/actionableSteps/items/pattern',
                keyword: 'pattern',
                params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                message:
                  'must match pattern "' + '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' + '"',
              };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            if (func72(data6, 2000)) {
              const err28 = {
                instancePath: instancePath + '/actionableSteps/' + i0,
                schemaPath: '#/properties/actionableSteps/items/maxLength',
                keyword: 'maxLength',
                params: { limit: 2000 },
                message: 'has another length',
              };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            if (func73(data6, 1)) {
              const err29 = {
                instancePath: instancePath + '/actionableSteps/' + i0,
                schemaPath: '#/properties/actionableSteps/items/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                message: 'has another length',
              };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
          } else {
            const err30 = {
              instancePath: instancePath + '/actionableSteps/' + i0,
              schemaPath: '#/properties/actionableSteps/items/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
      } else {
        const err31 = {
          instancePath: instancePath + '/actionableSteps',
          schemaPath: '#/properties/actionableSteps/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.topicId !== undefined && func0.call(data, 'topicId')) {
      let data7 = data.topicId;
      if (typeof data7 === 'string') {
        if (!pattern5.test(data7)) {
          const err32 = {
            instancePath: instancePath + '/topicId',
            schemaPath: '#/properties/topicId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        if (func72(data7, 128)) {
          const err33 = {
            instancePath: instancePath + '/topicId',
            schemaPath: '#/properties/topicId/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        if (func73(data7, 1)) {
          const err34 = {
            instancePath: instancePath + '/topicId',
            schemaPath: '#/properties/topicId/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
      } else {
        const err35 = {
          instancePath: instancePath + '/topicId',
          schemaPath: '#/properties/topicId/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.topicName !== undefined && func0.call(data, 'topicName')) {
      let data8 = data.topicName;
      if (typeof data8 === 'string') {
        if (!pattern6.test(data8)) {
          const err36 = {
            instancePath: instancePath + '/topicName',
            schemaPath: '#/properties/topicName/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
            message: 'must match pattern "' + '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
        if (func72(data8, 300)) {
          const err37 = {
            instancePath: instancePath + '/topicName',
            schemaPath: '#/properties/topicName/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
        if (func73(data8, 1)) {
          const err38 = {
            instancePath: instancePath + '/topicName',
            schemaPath: '#/properties/topicName/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
      } else {
        const err39 = {
          instancePath: instancePath + '/topicName',
          schemaPath: '#/properties/topicName/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.questionId !== undefined && func0.call(data, 'questionId')) {
      let data9 = data.questionId;
      if (typeof data9 === 'string') {
        if (!pattern5.test(data9)) {
          const err40 = {
            instancePath: instancePath + '/questionId',
            schemaPath: '#/properties/questionId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        if (func72(data9, 128)) {
          const err41 = {
            instancePath: instancePath + '/questionId',
            schemaPath: '#/properties/questionId/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
        if (func73(data9, 1)) {
          const err42 = {
            instancePath: instancePath + '/questionId',
            schemaPath: '#/properties/questionId/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        }
      } else {
        const err43 = {
          instancePath: instancePath + '/questionId',
          schemaPath: '#/properties/questionId/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
    if (data.questionText !== undefined && func0.call(data, 'questionText')) {
      let data10 = data.questionText;
      if (typeof data10 === 'string') {
        if (!pattern6.test(data10)) {
          const err44 = {
            instancePath: instancePath + '/questionText',
            schemaPath: '#/properties/questionText/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
            message: 'must match pattern "' + '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
        if (func72(data10, 1000)) {
          const err45 = {
            instancePath: instancePath + '/questionText',
            schemaPath: '#/properties/questionText/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
        if (func73(data10, 1)) {
          const err46 = {
            instancePath: instancePath + '/questionText',
            schemaPath: '#/properties/questionText/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
      } else {
        const err47 = {
          instancePath: instancePath + '/questionText',
          schemaPath: '#/properties/questionText/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
    if (data.expectedImpact !== undefined && func0.call(data, 'expectedImpact')) {
      let data11 = data.expectedImpact;
      if (typeof data11 === 'string') {
        if (!pattern6.test(data11)) {
          const err48 = {
            instancePath: instancePath + '/expectedImpact',
            schemaPath: '#/properties/expectedImpact/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
            message: 'must match pattern "' + '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err48];
          } else {
            vErrors.push(err48);
          }
          errors++;
        }
        if (func72(data11, 2000)) {
          const err49 = {
            instancePath: instancePath + '/expectedImpact',
            schemaPath: '#/properties/expectedImpact/maxLength',
            keyword: 'maxLength',
            params: { limit: 2000 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err49];
          } else {
            vErrors.push(err49);
          }
          errors++;
        }
        if (func73(data11, 1)) {
          const err50 = {
            instancePath: instancePath + '/expectedImpact',
            schemaPath: '#/properties/expectedImpact/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err50];
          } else {
            vErrors.push(err50);
          }
          errors++;
        }
      } else {
        const err51 = {
          instancePath: instancePath + '/expectedImpact',
          schemaPath: '#/properties/expectedImpact/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      }
    }
    if (data.createdAt !== undefined && func0.call(data, 'createdAt')) {
      let data12 = data.createdAt;
      if (typeof data12 === 'string') {
        if (!formats0(data12)) {
          const err52 = {
            instancePath: instancePath + '/createdAt',
            schemaPath: '#/properties/createdAt/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err52];
          } else {
            vErrors.push(err52);
          }
          errors++;
        }
        if (func72(data12, 30)) {
          const err53 = {
            instancePath: instancePath + '/createdAt',
            schemaPath: '#/properties/createdAt/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err53];
          } else {
            vErrors.push(err53);
          }
          errors++;
        }
      } else {
        const err54 = {
          instancePath: instancePath + '/createdAt',
          schemaPath: '#/properties/createdAt/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
    }
    if (data.generatedBy !== undefined && func0.call(data, 'generatedBy')) {
      let data13 = data.generatedBy;
      if (typeof data13 !== 'string') {
        const err55 = {
          instancePath: instancePath + '/generatedBy',
          schemaPath: '#/properties/generatedBy/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      }
      if ('strategy_agent' !== data13) {
        const err56 = {
          instancePath: instancePath + '/generatedBy',
          schemaPath: '#/properties/generatedBy/const',
          keyword: 'const',
          params: { allowedValue: 'strategy_agent' },
          message: 'must be equal to constant',
        };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
    }
    if (data.warnings !== undefined && func0.call(data, 'warnings')) {
      let data14 = data.warnings;
      if (Array.isArray(data14)) {
        if (data14.length > 100) {
          const err57 = {
            instancePath: instancePath + '/warnings',
            schemaPath: '#/properties/warnings/maxItems',
            keyword: 'maxItems',
            params: { limit: 100 },
            message: 'must NOT have more than 100 items',
          };
          if (vErrors === null) {
            vErrors = [err57];
          } else {
            vErrors.push(err57);
          }
          errors++;
        }
        const len1 = data14.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data15 = data14[i1];
          if (data15 && typeof data15 == 'object' && !Array.isArray(data15)) {
            if (data15.warningId === undefined || !func0.call(data15, 'warningId')) {
              const err58 = {
                instancePath: instancePath + '/warnings/' + i1,
                schemaPath: '#/$defs/recommendationWarning/required',
                keyword: 'required',
                params: { missingProperty: 'warningId' },
                message: "must have required property '" + 'warningId' + "'",
              };
              if (vErrors === null) {
                vErrors = [err58];
              } else {
                vErrors.push(err58);
              }
              errors++;
            }
            if (data15.type === undefined || !func0.call(data15, 'type')) {
              const err59 = {
                instancePath: instancePath + '/warnings/' + i1,
                schemaPath: '#/$defs/recommendationWarning/required',
                keyword: 'required',
                params: { missingProperty: 'type' },
                message: "must have required property '" + 'type' + "'",
              };
              if (vErrors === null) {
                vErrors = [err59];
              } else {
                vErrors.push(err59);
              }
              errors++;
            }
            if (data15.severity === undefined || !func0.call(data15, 'severity')) {
              const err60 = {
                instancePath: instancePath + '/warnings/' + i1,
                schemaPath: '#/$defs/recommendationWarning/required',
                keyword: 'required',
                params: { missingProperty: 'severity' },
                message: "must have required property '" + 'severity' + "'",
              };
              if (vErrors === null) {
                vErrors = [err60];
              } else {
                vErrors.push(err60);
              }
              errors++;
            }
            if (data15.message === undefined || !func0.call(data15, 'message')) {
              const err61 = {
                instancePath: instancePath + '/warnings/' + i1,
                schemaPath: '#/$defs/recommendationWarning/required',
                keyword: 'required',
                params: { missingProperty: 'message' },
                message: "must have required property '" + 'message' + "'",
              };
              if (vErrors === null) {
                vErrors = [err61];
              } else {
                vErrors.push(err61);
              }
              errors++;
            }
            for (const key1 of Object.keys(data15)) {
              if (!(key1 === 'warningId' || key1 === 'type' || key1 === 'severity' || key1 === 'message')) {
                const err62 = {
                  instancePath: instancePath + '/warnings/' + i1,
                  schemaPath: '#/$defs/recommendationWarning/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key1 },
                  message: 'must NOT have additional properties',
                };
                if (vErrors === null) {
                  vErrors = [err62];
                } else {
                  vErrors.push(err62);
                }
                errors++;
              }
            }
            if (data15.warningId !== undefined && func0.call(data15, 'warningId')) {
              let data16 = data15.warningId;
              if (typeof data16 === 'string') {
                if (!pattern5.test(data16)) {
                  const err63 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/warningId',
                    schemaPath: '#/$defs/recommendationWarning/properties/warningId/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err63];
                  } else {
                    vErrors.push(err63);
                  }
                  errors++;
                }
                if (func72(data16, 128)) {
                  const err64 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/warningId',
                    schemaPath: '#/$defs/recommendationWarning/properties/warningId/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err64];
                  } else {
                    vErrors.push(err64);
                  }
                  errors++;
                }
                if (func73(data16, 1)) {
                  const err65 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/warningId',
                    schemaPath: '#/$defs/recommendationWarning/properties/warningId/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err65];
                  } else {
                    vErrors.push(err65);
                  }
                  errors++;
                }
              } else {
                const err66 = {
                  instancePath: instancePath + '/warnings/' + i1 + '/warningId',
                  schemaPath: '#/$defs/recommendationWarning/properties/warningId/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err66];
                } else {
                  vErrors.push(err66);
                }
                errors++;
              }
            }
            if (data15.type !== undefined && func0.call(data15, 'type')) {
              let data17 = data15.type;
              if (typeof data17 === 'string') {
                if (!pattern6.test(data17)) {
                  const err67 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/type',
                    schemaPath: '#/$defs/recommendationWarning/properties/type/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err67];
                  } else {
                    vErrors.push(err67);
                  }
                  errors++;
                }
                if (func72(data17, 200)) {
                  const err68 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/type',
                    schemaPath: '#/$defs/recommendationWarning/properties/type/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 200 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err68];
                  } else {
                    vErrors.push(err68);
                  }
                  errors++;
                }
                if (func73(data17, 1)) {
                  const err69 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/type',
                    schemaPath: '#/$defs/recommendationWarning/properties/type/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err69];
                  } else {
                    vErrors.push(err69);
                  }
                  errors++;
                }
              } else {
                const err70 = {
                  instancePath: instancePath + '/warnings/' + i1 + '/type',
                  schemaPath: '#/$defs/recommendationWarning/properties/type/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err70];
                } else {
                  vErrors.push(err70);
                }
                errors++;
              }
            }
            if (data15.severity !== undefined && func0.call(data15, 'severity')) {
              let data18 = data15.severity;
              if (typeof data18 !== 'string') {
                const err71 = {
                  instancePath: instancePath + '/warnings/' + i1 + '/severity',
                  schemaPath: '#/$defs/recommendationWarning/properties/severity/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err71];
                } else {
                  vErrors.push(err71);
                }
                errors++;
              }
              if (!(data18 === 'low' || data18 === 'medium' || data18 === 'high')) {
                const err72 = {
                  instancePath: instancePath + '/warnings/' + i1 + '/severity',
                  schemaPath: '#/$defs/recommendationWarning/properties/severity/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema34.properties.severity.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err72];
                } else {
                  vErrors.push(err72);
                }
                errors++;
              }
            }
            if (data15.message !== undefined && func0.call(data15, 'message')) {
              let data19 = data15.message;
              if (typeof data19 === 'string') {
                if (!pattern6.test(data19)) {
                  const err73 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/message',
                    schemaPath: '#/$defs/recommendationWarning/properties/message/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err73];
                  } else {
                    vErrors.push(err73);
                  }
                  errors++;
                }
                if (func72(data19, 2000)) {
                  const err74 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/message',
                    schemaPath: '#/$defs/recommendationWarning/properties/message/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 2000 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err74];
                  } else {
                    vErrors.push(err74);
                  }
                  errors++;
                }
                if (func73(data19, 1)) {
                  const err75 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/message',
                    schemaPath: '#/$defs/recommendationWarning/properties/message/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err75];
                  } else {
                    vErrors.push(err75);
                  }
                  errors++;
                }
              } else {
                const err76 = {
                  instancePath: instancePath + '/warnings/' + i1 + '/message',
                  schemaPath: '#/$defs/recommendationWarning/properties/message/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err76];
                } else {
                  vErrors.push(err76);
                }
                errors++;
              }
            }
          } else {
            const err77 = {
              instancePath: instancePath + '/warnings/' + i1,
              schemaPath: '#/$defs/recommendationWarning/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err77];
            } else {
              vErrors.push(err77);
            }
            errors++;
          }
        }
      } else {
        const err78 = {
          instancePath: instancePath + '/warnings',
          schemaPath: '#/properties/warnings/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err78];
        } else {
          vErrors.push(err78);
        }
        errors++;
      }
    }
  } else {
    const err79 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err79];
    } else {
      vErrors.push(err79);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

function validate20(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="closedDocument" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.handoffId === undefined || !func0.call(data, 'handoffId')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'handoffId' },
        message: "must have required property '" + 'handoffId' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.handoffTimestamp === undefined || !func0.call(data, 'handoffTimestamp')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'handoffTimestamp' },
        message: "must have required property '" + 'handoffTimestamp' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.handoffVersion === undefined || !func0.call(data, 'handoffVersion')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'handoffVersion' },
        message: "must have required property '" + 'handoffVersion' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.approvedBy === undefined || !func0.call(data, 'approvedBy')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'approvedBy' },
        message: "must have required property '" + 'approvedBy' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.approvalTimestamp === undefined || !func0.call(data, 'approvalTimestamp')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'approvalTimestamp' },
        message: "must have required property '" + 'approvalTimestamp' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.sourceRequestId === undefined || !func0.call(data, 'sourceRequestId')) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'sourceRequestId' },
        message: "must have required property '" + 'sourceRequestId' + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.sourceAnalysisTimestamp === undefined || !func0.call(data, 'sourceAnalysisTimestamp')) {
      const err6 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'sourceAnalysisTimestamp' },
        message: "must have required property '" + 'sourceAnalysisTimestamp' + "'",
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.governanceStatus === undefined || !func0.call(data, 'governanceStatus')) {
      const err7 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'governanceStatus' },
        message: "must have required property '" + 'governanceStatus' + "'",
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.recommendations === undefined || !func0.call(data, 'recommendations')) {
      const err8 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'recommendations' },
        message: "must have required property '" + 'recommendations' + "'",
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.auditTrail === undefined || !func0.call(data, 'auditTrail')) {
      const err9 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'auditTrail' },
        message: "must have required property '" + 'auditTrail' + "'",
      };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema31.properties, key0)) {
        const err10 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          message: 'must NOT have additional properties',
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.handoffId !== undefined && func0.call(data, 'handoffId')) {
      let data0 = data.handoffId;
      if (typeof data0 === 'string') {
        if (!pattern4.test(data0)) {
          const err11 = {
            instancePath: instancePath + '/handoffId',
            schemaPath: '#/properties/handoffId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (func72(data0, 128)) {
          const err12 = {
            instancePath: instancePath + '/handoffId',
            schemaPath: '#/properties/handoffId/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (func73(data0, 1)) {
          const err13 = {
            instancePath: instancePath + '/handoffId',
            schemaPath: '#/properties/handoffId/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = {
          instancePath: instancePath + '/handoffId',
          schemaPath: '#/properties/handoffId/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.handoffTimestamp !== undefined && func0.call(data, 'handoffTimestamp')) {
      let data1 = data.handoffTimestamp;
      if (typeof data1 === 'string') {
        if (!formats0(data1)) {
          const err15 = {
            instancePath: instancePath + '/handoffTimestamp',
            schemaPath: '#/properties/handoffTimestamp/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (func72(data1, 30)) {
          const err16 = {
            instancePath: instancePath + '/handoffTimestamp',
            schemaPath: '#/properties/handoffTimestamp/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = {
          instancePath: instancePath + '/handoffTimestamp',
          schemaPath: '#/properties/handoffTimestamp/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.handoffVersion !== undefined && func0.call(data, 'handoffVersion')) {
      let data2 = data.handoffVersion;
      if (typeof data2 !== 'string') {
        const err18 = {
          instancePath: instancePath + '/handoffVersion',
          schemaPath: '#/properties/handoffVersion/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if ('1.0.0' !== data2) {
        const err19 = {
          instancePath: instancePath + '/handoffVersion',
          schemaPath: '#/properties/handoffVersion/const',
          keyword: 'const',
          params: { allowedValue: '1.0.0' },
          message: 'must be equal to constant',
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.approvedBy !== undefined && func0.call(data, 'approvedBy')) {
      let data3 = data.approvedBy;
      if (typeof data3 === 'string') {
        if (!pattern5.test(data3)) {
          const err20 = {
            instancePath: instancePath + '/approvedBy',
            schemaPath: '#/properties/approvedBy/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        if (func72(data3, 128)) {
          const err21 = {
            instancePath: instancePath + '/approvedBy',
            schemaPath: '#/properties/approvedBy/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (func73(data3, 1)) {
          const err22 = {
            instancePath: instancePath + '/approvedBy',
            schemaPath: '#/properties/approvedBy/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
      } else {
        const err23 = {
          instancePath: instancePath + '/approvedBy',
          schemaPath: '#/properties/approvedBy/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.approvalTimestamp !== undefined && func0.call(data, 'approvalTimestamp')) {
      let data4 = data.approvalTimestamp;
      if (typeof data4 === 'string') {
        if (!formats0(data4)) {
          const err24 = {
            instancePath: instancePath + '/approvalTimestamp',
            schemaPath: '#/properties/approvalTimestamp/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        if (func72(data4, 30)) {
          const err25 = {
            instancePath: instancePath + '/approvalTimestamp',
            schemaPath: '#/properties/approvalTimestamp/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = {
          instancePath: instancePath + '/approvalTimestamp',
          schemaPath: '#/properties/approvalTimestamp/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.approvalReason !== undefined && func0.call(data, 'approvalReason')) {
      let data5 = data.approvalReason;
      if (typeof data5 === 'string') {
        if (!pattern6.test(data5)) {
          const err27 = {
            instancePath: instancePath + '/approvalReason',
            schemaPath: '#/properties/approvalReason/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
            message: 'must match pattern "' + '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        if (func72(data5, 2000)) {
          const err28 = {
            instancePath: instancePath + '/approvalReason',
            schemaPath: '#/properties/approvalReason/maxLength',
            keyword: 'maxLength',
            params: { limit: 2000 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        if (func73(data5, 0)) {
          const err29 = {
            instancePath: instancePath + '/approvalReason',
            schemaPath: '#/properties/approvalReason/minLength',
            keyword: 'minLength',
            params: { limit: 0 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      } else {
        const err30 = {
          instancePath: instancePath + '/approvalReason',
          schemaPath: '#/properties/approvalReason/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.sourceRequestId !== undefined && func0.call(data, 'sourceRequestId')) {
      let data6 = data.sourceRequestId;
      if (typeof data6 === 'string') {
        if (!pattern5.test(data6)) {
          const err31 = {
            instancePath: instancePath + '/sourceRequestId',
            schemaPath: '#/properties/sourceRequestId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (func72(data6, 128)) {
          const err32 = {
            instancePath: instancePath + '/sourceRequestId',
            schemaPath: '#/properties/sourceRequestId/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        if (func73(data6, 1)) {
          const err33 = {
            instancePath: instancePath + '/sourceRequestId',
            schemaPath: '#/properties/sourceRequestId/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      } else {
        const err34 = {
          instancePath: instancePath + '/sourceRequestId',
          schemaPath: '#/properties/sourceRequestId/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.sourceAnalysisTimestamp !== undefined && func0.call(data, 'sourceAnalysisTimestamp')) {
      let data7 = data.sourceAnalysisTimestamp;
      if (typeof data7 === 'string') {
        if (!formats0(data7)) {
          const err35 = {
            instancePath: instancePath + '/sourceAnalysisTimestamp',
            schemaPath: '#/properties/sourceAnalysisTimestamp/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
        if (func72(data7, 30)) {
          const err36 = {
            instancePath: instancePath + '/sourceAnalysisTimestamp',
            schemaPath: '#/properties/sourceAnalysisTimestamp/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
      } else {
        const err37 = {
          instancePath: instancePath + '/sourceAnalysisTimestamp',
          schemaPath: '#/properties/sourceAnalysisTimestamp/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.governanceStatus !== undefined && func0.call(data, 'governanceStatus')) {
      let data8 = data.governanceStatus;
      if (typeof data8 !== 'string') {
        const err38 = {
          instancePath: instancePath + '/governanceStatus',
          schemaPath: '#/properties/governanceStatus/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
      if (!(data8 === 'approved' || data8 === 'approved_with_warnings')) {
        const err39 = {
          instancePath: instancePath + '/governanceStatus',
          schemaPath: '#/properties/governanceStatus/enum',
          keyword: 'enum',
          params: { allowedValues: schema31.properties.governanceStatus.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.governanceWarnings !== undefined && func0.call(data, 'governanceWarnings')) {
      let data9 = data.governanceWarnings;
      if (Array.isArray(data9)) {
        if (data9.length > 100) {
          const err40 = {
            instancePath: instancePath + '/governanceWarnings',
            schemaPath: '#/properties/governanceWarnings/maxItems',
            keyword: 'maxItems',
            params: { limit: 100 },
            message: 'must NOT have more than 100 items',
          };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        const len0 = data9.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data10 = data9[i0];
          if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
            if (data10.warningId === undefined || !func0.call(data10, 'warningId')) {
              const err41 = {
                instancePath: instancePath + '/governanceWarnings/' + i0,
                schemaPath: '#/$defs/governanceWarning/required',
                keyword: 'required',
                params: { missingProperty: 'warningId' },
                message: "must have required property '" + 'warningId' + "'",
              };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
            if (data10.type === undefined || !func0.call(data10, 'type')) {
              const err42 = {
                instancePath: instancePath + '/governanceWarnings/' + i0,
                schemaPath: '#/$defs/governanceWarning/required',
                keyword: 'required',
                params: { missingProperty: 'type' },
                message: "must have required property '" + 'type' + "'",
              };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
            if (data10.severity === undefined || !func0.call(data10, 'severity')) {
              const err43 = {
                instancePath: instancePath + '/governanceWarnings/' + i0,
                schemaPath: '#/$defs/governanceWarning/required',
                keyword: 'required',
                params: { missingProperty: 'severity' },
                message: "must have required property '" + 'severity' + "'",
              };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
            if (data10.message === undefined || !func0.call(data10, 'message')) {
              const err44 = {
                instancePath: instancePath + '/governanceWarnings/' + i0,
                schemaPath: '#/$defs/governanceWarning/required',
                keyword: 'required',
                params: { missingProperty: 'message' },
                message: "must have required property '" + 'message' + "'",
              };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
            for (const key1 of Object.keys(data10)) {
              if (!(
                key1 === 'warningId' ||
                key1 === 'type' ||
                key1 === 'severity' ||
                key1 === 'message' ||
                key1 === 'recommendationId'
              )) {
                const err45 = {
                  instancePath: instancePath + '/governanceWarnings/' + i0,
                  schemaPath: '#/$defs/governanceWarning/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key1 },
                  message: 'must NOT have additional properties',
                };
                if (vErrors === null) {
                  vErrors = [err45];
                } else {
                  vErrors.push(err45);
                }
                errors++;
              }
            }
            if (data10.warningId !== undefined && func0.call(data10, 'warningId')) {
              let data11 = data10.warningId;
              if (typeof data11 === 'string') {
                if (!pattern5.test(data11)) {
                  const err46 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/warningId',
                    schemaPath: '#/$defs/governanceWarning/properties/warningId/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err46];
                  } else {
                    vErrors.push(err46);
                  }
                  errors++;
                }
                if (func72(data11, 128)) {
                  const err47 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/warningId',
                    schemaPath: '#/$defs/governanceWarning/properties/warningId/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err47];
                  } else {
                    vErrors.push(err47);
                  }
                  errors++;
                }
                if (func73(data11, 1)) {
                  const err48 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/warningId',
                    schemaPath: '#/$defs/governanceWarning/properties/warningId/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err48];
                  } else {
                    vErrors.push(err48);
                  }
                  errors++;
                }
              } else {
                const err49 = {
                  instancePath: instancePath + '/governanceWarnings/' + i0 + '/warningId',
                  schemaPath: '#/$defs/governanceWarning/properties/warningId/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err49];
                } else {
                  vErrors.push(err49);
                }
                errors++;
              }
            }
            if (data10.type !== undefined && func0.call(data10, 'type')) {
              let data12 = data10.type;
              if (typeof data12 === 'string') {
                if (!pattern6.test(data12)) {
                  const err50 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/type',
                    schemaPath: '#/$defs/governanceWarning/properties/type/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err50];
                  } else {
                    vErrors.push(err50);
                  }
                  errors++;
                }
                if (func72(data12, 200)) {
                  const err51 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/type',
                    schemaPath: '#/$defs/governanceWarning/properties/type/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 200 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err51];
                  } else {
                    vErrors.push(err51);
                  }
                  errors++;
                }
                if (func73(data12, 1)) {
                  const err52 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/type',
                    schemaPath: '#/$defs/governanceWarning/properties/type/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err52];
                  } else {
                    vErrors.push(err52);
                  }
                  errors++;
                }
              } else {
                const err53 = {
                  instancePath: instancePath + '/governanceWarnings/' + i0 + '/type',
                  schemaPath: '#/$defs/governanceWarning/properties/type/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err53];
                } else {
                  vErrors.push(err53);
                }
                errors++;
              }
            }
            if (data10.severity !== undefined && func0.call(data10, 'severity')) {
              let data13 = data10.severity;
              if (typeof data13 !== 'string') {
                const err54 = {
                  instancePath: instancePath + '/governanceWarnings/' + i0 + '/severity',
                  schemaPath: '#/$defs/governanceWarning/properties/severity/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err54];
                } else {
                  vErrors.push(err54);
                }
                errors++;
              }
              if (!(data13 === 'low' || data13 === 'medium' || data13 === 'high')) {
                const err55 = {
                  instancePath: instancePath + '/governanceWarnings/' + i0 + '/severity',
                  schemaPath: '#/$defs/governanceWarning/properties/severity/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema32.properties.severity.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err55];
                } else {
                  vErrors.push(err55);
                }
                errors++;
              }
            }
            if (data10.message !== undefined && func0.call(data10, 'message')) {
              let data14 = data10.message;
              if (typeof data14 === 'string') {
                if (!pattern6.test(data14)) {
                  const err56 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/message',
                    schemaPath: '#/$defs/governanceWarning/properties/message/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err56];
                  } else {
                    vErrors.push(err56);
                  }
                  errors++;
                }
                if (func72(data14, 2000)) {
                  const err57 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/message',
                    schemaPath: '#/$defs/governanceWarning/properties/message/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 2000 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err57];
                  } else {
                    vErrors.push(err57);
                  }
                  errors++;
                }
                if (func73(data14, 1)) {
                  const err58 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/message',
                    schemaPath: '#/$defs/governanceWarning/properties/message/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err58];
                  } else {
                    vErrors.push(err58);
                  }
                  errors++;
                }
              } else {
                const err59 = {
                  instancePath: instancePath + '/governanceWarnings/' + i0 + '/message',
                  schemaPath: '#/$defs/governanceWarning/properties/message/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err59];
                } else {
                  vErrors.push(err59);
                }
                errors++;
              }
            }
            if (data10.recommendationId !== undefined && func0.call(data10, 'recommendationId')) {
              let data15 = data10.recommendationId;
              if (typeof data15 === 'string') {
                if (!pattern5.test(data15)) {
                  const err60 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/recommendationId',
                    schemaPath: '#/$defs/governanceWarning/properties/recommendationId/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err60];
                  } else {
                    vErrors.push(err60);
                  }
                  errors++;
                }
                if (func72(data15, 128)) {
                  const err61 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/recommendationId',
                    schemaPath: '#/$defs/governanceWarning/properties/recommendationId/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err61];
                  } else {
                    vErrors.push(err61);
                  }
                  errors++;
                }
                if (func73(data15, 1)) {
                  const err62 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/recommendationId',
                    schemaPath: '#/$defs/governanceWarning/properties/recommendationId/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err62];
                  } else {
                    vErrors.push(err62);
                  }
                  errors++;
                }
              } else {
                const err63 = {
                  instancePath: instancePath + '/governanceWarnings/' + i0 + '/recommendationId',
                  schemaPath: '#/$defs/governanceWarning/properties/recommendationId/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err63];
                } else {
                  vErrors.push(err63);
                }
                errors++;
              }
            }
          } else {
            const err64 = {
              instancePath: instancePath + '/governanceWarnings/' + i0,
              schemaPath: '#/$defs/governanceWarning/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err64];
            } else {
              vErrors.push(err64);
            }
            errors++;
          }
        }
      } else {
        const err65 = {
          instancePath: instancePath + '/governanceWarnings',
          schemaPath: '#/properties/governanceWarnings/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err65];
        } else {
          vErrors.push(err65);
        }
        errors++;
      }
    }
    if (data.recommendations !== undefined && func0.call(data, 'recommendations')) {
      let data16 = data.recommendations;
      if (Array.isArray(data16)) {
        if (data16.length > 100) {
          const err66 = {
            instancePath: instancePath + '/recommendations',
            schemaPath: '#/properties/recommendations/maxItems',
            keyword: 'maxItems',
            params: { limit: 100 },
            message: 'must NOT have more than 100 items',
          };
          if (vErrors === null) {
            vErrors = [err66];
          } else {
            vErrors.push(err66);
          }
          errors++;
        }
        if (data16.length < 1) {
          const err67 = {
            instancePath: instancePath + '/recommendations',
            schemaPath: '#/properties/recommendations/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
          };
          if (vErrors === null) {
            vErrors = [err67];
          } else {
            vErrors.push(err67);
          }
          errors++;
        }
        const len1 = data16.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (
            !validate21(data16[i1], {
              instancePath: instancePath + '/recommendations/' + i1,
              parentData: data16,
              parentDataProperty: i1,
              rootData,
              dynamicAnchors,
            })
          ) {
            vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err68 = {
          instancePath: instancePath + '/recommendations',
          schemaPath: '#/properties/recommendations/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err68];
        } else {
          vErrors.push(err68);
        }
        errors++;
      }
    }
    if (data.topicContext !== undefined && func0.call(data, 'topicContext')) {
      let data18 = data.topicContext;
      if (Array.isArray(data18)) {
        if (data18.length > 50) {
          const err69 = {
            instancePath: instancePath + '/topicContext',
            schemaPath: '#/properties/topicContext/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            message: 'must NOT have more than 50 items',
          };
          if (vErrors === null) {
            vErrors = [err69];
          } else {
            vErrors.push(err69);
          }
          errors++;
        }
        const len2 = data18.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data19 = data18[i2];
          if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
            if (data19.topicId === undefined || !func0.call(data19, 'topicId')) {
              const err70 = {
                instancePath: instancePath + '/topicContext/' + i2,
                schemaPath: '#/$defs/topic/required',
                keyword: 'required',
                params: { missingProperty: 'topicId' },
                message: "must have required property '" + 'topicId' + "'",
              };
              if (vErrors === null) {
                vErrors = [err70];
              } else {
                vErrors.push(err70);
              }
              errors++;
            }
            if (data19.topicName === undefined || !func0.call(data19, 'topicName')) {
              const err71 = {
                instancePath: instancePath + '/topicContext/' + i2,
                schemaPath: '#/$defs/topic/required',
                keyword: 'required',
                params: { missingProperty: 'topicName' },
                message: "must have required property '" + 'topicName' + "'",
              };
              if (vErrors === null) {
                vErrors = [err71];
              } else {
                vErrors.push(err71);
              }
              errors++;
            }
            for (const key2 of Object.keys(data19)) {
              if (!func0.call(schema35.properties, key2)) {
                const err72 = {
                  instancePath: instancePath + '/topicContext/' + i2,
                  schemaPath: '#/$defs/topic/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key2 },
                  message: 'must NOT have additional properties',
                };
                if (vErrors === null) {
                  vErrors = [err72];
                } else {
                  vErrors.push(err72);
                }
                errors++;
              }
            }
            if (data19.topicId !== undefined && func0.call(data19, 'topicId')) {
              let data20 = data19.topicId;
              if (typeof data20 === 'string') {
                if (!pattern5.test(data20)) {
                  const err73 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/topicId',
                    schemaPath: '#/$defs/topic/properties/topicId/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err73];
                  } else {
                    vErrors.push(err73);
                  }
                  errors++;
                }
                if (func72(data20, 128)) {
                  const err74 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/topicId',
                    schemaPath: '#/$defs/topic/properties/topicId/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err74];
                  } else {
                    vErrors.push(err74);
                  }
                  errors++;
                }
                if (func73(data20, 1)) {
                  const err75 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/topicId',
                    schemaPath: '#/$defs/topic/properties/topicId/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err75];
                  } else {
                    vErrors.push(err75);
                  }
                  errors++;
                }
              } else {
                const err76 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/topicId',
                  schemaPath: '#/$defs/topic/properties/topicId/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err76];
                } else {
                  vErrors.push(err76);
                }
                errors++;
              }
            }
            if (data19.topicName !== undefined && func0.call(data19, 'topicName')) {
              let data21 = data19.topicName;
              if (typeof data21 === 'string') {
                if (!pattern6.test(data21)) {
                  const err77 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/topicName',
                    schemaPath: '#/$defs/topic/properties/topicName/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err77];
                  } else {
                    vErrors.push(err77);
                  }
                  errors++;
                }
                if (func72(data21, 300)) {
                  const err78 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/topicName',
                    schemaPath: '#/$defs/topic/properties/topicName/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 300 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err78];
                  } else {
                    vErrors.push(err78);
                  }
                  errors++;
                }
                if (func73(data21, 1)) {
                  const err79 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/topicName',
                    schemaPath: '#/$defs/topic/properties/topicName/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err79];
                  } else {
                    vErrors.push(err79);
                  }
                  errors++;
                }
              } else {
                const err80 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/topicName',
                  schemaPath: '#/$defs/topic/properties/topicName/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err80];
                } else {
                  vErrors.push(err80);
                }
                errors++;
              }
            }
            if (data19.geoScore !== undefined && func0.call(data19, 'geoScore')) {
              let data22 = data19.geoScore;
              if (typeof data22 == 'number' && isFinite(data22)) {
                if (data22 > 100 || isNaN(data22)) {
                  const err81 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/geoScore',
                    schemaPath: '#/$defs/topic/properties/geoScore/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 100 },
                    message: 'must be <= 100',
                  };
                  if (vErrors === null) {
                    vErrors = [err81];
                  } else {
                    vErrors.push(err81);
                  }
                  errors++;
                }
                if (data22 < 0 || isNaN(data22)) {
                  const err82 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/geoScore',
                    schemaPath: '#/$defs/topic/properties/geoScore/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err82];
                  } else {
                    vErrors.push(err82);
                  }
                  errors++;
                }
              } else {
                const err83 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/geoScore',
                  schemaPath: '#/$defs/topic/properties/geoScore/type',
                  keyword: 'type',
                  params: { type: 'number' },
                  message: 'must be number',
                };
                if (vErrors === null) {
                  vErrors = [err83];
                } else {
                  vErrors.push(err83);
                }
                errors++;
              }
            }
            if (data19.visibilityScore !== undefined && func0.call(data19, 'visibilityScore')) {
              let data23 = data19.visibilityScore;
              if (typeof data23 == 'number' && isFinite(data23)) {
                if (data23 > 100 || isNaN(data23)) {
                  const err84 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/visibilityScore',
                    schemaPath: '#/$defs/topic/properties/visibilityScore/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 100 },
                    message: 'must be <= 100',
                  };
                  if (vErrors === null) {
                    vErrors = [err84];
                  } else {
                    vErrors.push(err84);
                  }
                  errors++;
                }
                if (data23 < 0 || isNaN(data23)) {
                  const err85 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/visibilityScore',
                    schemaPath: '#/$defs/topic/properties/visibilityScore/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err85];
                  } else {
                    vErrors.push(err85);
                  }
                  errors++;
                }
              } else {
                const err86 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/visibilityScore',
                  schemaPath: '#/$defs/topic/properties/visibilityScore/type',
                  keyword: 'type',
                  params: { type: 'number' },
                  message: 'must be number',
                };
                if (vErrors === null) {
                  vErrors = [err86];
                } else {
                  vErrors.push(err86);
                }
                errors++;
              }
            }
            if (data19.sentimentScore !== undefined && func0.call(data19, 'sentimentScore')) {
              let data24 = data19.sentimentScore;
              if (typeof data24 == 'number' && isFinite(data24)) {
                if (data24 > 100 || isNaN(data24)) {
                  const err87 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/sentimentScore',
                    schemaPath: '#/$defs/topic/properties/sentimentScore/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 100 },
                    message: 'must be <= 100',
                  };
                  if (vErrors === null) {
                    vErrors = [err87];
                  } else {
                    vErrors.push(err87);
                  }
                  errors++;
                }
                if (data24 < 0 || isNaN(data24)) {
                  const err88 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/sentimentScore',
                    schemaPath: '#/$defs/topic/properties/sentimentScore/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err88];
                  } else {
                    vErrors.push(err88);
                  }
                  errors++;
                }
              } else {
                const err89 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/sentimentScore',
                  schemaPath: '#/$defs/topic/properties/sentimentScore/type',
                  keyword: 'type',
                  params: { type: 'number' },
                  message: 'must be number',
                };
                if (vErrors === null) {
                  vErrors = [err89];
                } else {
                  vErrors.push(err89);
                }
                errors++;
              }
            }
            if (data19.brandRank !== undefined && func0.call(data19, 'brandRank')) {
              let data25 = data19.brandRank;
              if (!(typeof data25 == 'number' && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
                const err90 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/brandRank',
                  schemaPath: '#/$defs/topic/properties/brandRank/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err90];
                } else {
                  vErrors.push(err90);
                }
                errors++;
              }
              if (typeof data25 == 'number' && isFinite(data25)) {
                if (data25 > 9007199254740991 || isNaN(data25)) {
                  const err91 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/brandRank',
                    schemaPath: '#/$defs/topic/properties/brandRank/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 9007199254740991 },
                    message: 'must be <= 9007199254740991',
                  };
                  if (vErrors === null) {
                    vErrors = [err91];
                  } else {
                    vErrors.push(err91);
                  }
                  errors++;
                }
                if (data25 < 1 || isNaN(data25)) {
                  const err92 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/brandRank',
                    schemaPath: '#/$defs/topic/properties/brandRank/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 1 },
                    message: 'must be >= 1',
                  };
                  if (vErrors === null) {
                    vErrors = [err92];
                  } else {
                    vErrors.push(err92);
                  }
                  errors++;
                }
              }
            }
            if (data19.competitorCount !== undefined && func0.call(data19, 'competitorCount')) {
              let data26 = data19.competitorCount;
              if (!(typeof data26 == 'number' && !(data26 % 1) && !isNaN(data26) && isFinite(data26))) {
                const err93 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/competitorCount',
                  schemaPath: '#/$defs/topic/properties/competitorCount/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err93];
                } else {
                  vErrors.push(err93);
                }
                errors++;
              }
              if (typeof data26 == 'number' && isFinite(data26)) {
                if (data26 > 9007199254740991 || isNaN(data26)) {
                  const err94 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/competitorCount',
                    schemaPath: '#/$defs/topic/properties/competitorCount/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 9007199254740991 },
                    message: 'must be <= 9007199254740991',
                  };
                  if (vErrors === null) {
                    vErrors = [err94];
                  } else {
                    vErrors.push(err94);
                  }
                  errors++;
                }
                if (data26 < 0 || isNaN(data26)) {
                  const err95 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/competitorCount',
                    schemaPath: '#/$defs/topic/properties/competitorCount/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err95];
                  } else {
                    vErrors.push(err95);
                  }
                  errors++;
                }
              }
            }
            if (data19.questionCount !== undefined && func0.call(data19, 'questionCount')) {
              let data27 = data19.questionCount;
              if (!(typeof data27 == 'number' && !(data27 % 1) && !isNaN(data27) && isFinite(data27))) {
                const err96 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/questionCount',
                  schemaPath: '#/$defs/topic/properties/questionCount/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err96];
                } else {
                  vErrors.push(err96);
                }
                errors++;
              }
              if (typeof data27 == 'number' && isFinite(data27)) {
                if (data27 > 9007199254740991 || isNaN(data27)) {
                  const err97 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/questionCount',
                    schemaPath: '#/$defs/topic/properties/questionCount/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 9007199254740991 },
                    message: 'must be <= 9007199254740991',
                  };
                  if (vErrors === null) {
                    vErrors = [err97];
                  } else {
                    vErrors.push(err97);
                  }
                  errors++;
                }
                if (data27 < 0 || isNaN(data27)) {
                  const err98 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/questionCount',
                    schemaPath: '#/$defs/topic/properties/questionCount/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err98];
                  } else {
                    vErrors.push(err98);
                  }
                  errors++;
                }
              }
            }
            if (data19.sampleQuestions !== undefined && func0.call(data19, 'sampleQuestions')) {
              let data28 = data19.sampleQuestions;
              if (Array.isArray(data28)) {
                if (data28.length > 100) {
                  const err99 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/sampleQuestions',
                    schemaPath: '#/$defs/topic/properties/sampleQuestions/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 100 },
                    message: 'must NOT have more than 100 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err99];
                  } else {
                    vErrors.push(err99);
                  }
                  errors++;
                }
                const len3 = data28.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  let data29 = data28[i3];
                  if (typeof data29 === 'string') {
                    if (!pattern6.test(data29)) {
                      const err100 = {
                        instancePath: instancePath + '/topicContext/' + i2 + '/sampleQuestions/' + i3,
                        schemaPath: '#/$defs/topic/properties/sampleQuestions/items/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                        message:
                          'must match pattern "' +
                          '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                          '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err100];
                      } else {
                        vErrors.push(err100);
                      }
                      errors++;
                    }
                    if (func72(data29, 1000)) {
                      const err101 = {
                        instancePath: instancePath + '/topicContext/' + i2 + '/sampleQuestions/' + i3,
                        schemaPath: '#/$defs/topic/properties/sampleQuestions/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 1000 },
                        message: 'has another length',
                      };
                      if (vErrors === null) {
                        vErrors = [err101];
                      } else {
                        vErrors.push(err101);
                      }
                      errors++;
                    }
                    if (func73(data29, 1)) {
                      const err102 = {
                        instancePath: instancePath + '/topicContext/' + i2 + '/sampleQuestions/' + i3,
                        schemaPath: '#/$defs/topic/properties/sampleQuestions/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'has another length',
                      };
                      if (vErrors === null) {
                        vErrors = [err102];
                      } else {
                        vErrors.push(err102);
                      }
                      errors++;
                    }
                  } else {
                    const err103 = {
                      instancePath: instancePath + '/topicContext/' + i2 + '/sampleQuestions/' + i3,
                      schemaPath: '#/$defs/topic/properties/sampleQuestions/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err103];
                    } else {
                      vErrors.push(err103);
                    }
                    errors++;
                  }
                }
              } else {
                const err104 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/sampleQuestions',
                  schemaPath: '#/$defs/topic/properties/sampleQuestions/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err104];
                } else {
                  vErrors.push(err104);
                }
                errors++;
              }
            }
          } else {
            const err105 = {
              instancePath: instancePath + '/topicContext/' + i2,
              schemaPath: '#/$defs/topic/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err105];
            } else {
              vErrors.push(err105);
            }
            errors++;
          }
        }
      } else {
        const err106 = {
          instancePath: instancePath + '/topicContext',
          schemaPath: '#/properties/topicContext/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err106];
        } else {
          vErrors.push(err106);
        }
        errors++;
      }
    }
    if (data.questionContext !== undefined && func0.call(data, 'questionContext')) {
      let data30 = data.questionContext;
      if (Array.isArray(data30)) {
        if (data30.length > 500) {
          const err107 = {
            instancePath: instancePath + '/questionContext',
            schemaPath: '#/properties/questionContext/maxItems',
            keyword: 'maxItems',
            params: { limit: 500 },
            message: 'must NOT have more than 500 items',
          };
          if (vErrors === null) {
            vErrors = [err107];
          } else {
            vErrors.push(err107);
          }
          errors++;
        }
        const len4 = data30.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data31 = data30[i4];
          if (data31 && typeof data31 == 'object' && !Array.isArray(data31)) {
            if (data31.questionId === undefined || !func0.call(data31, 'questionId')) {
              const err108 = {
                instancePath: instancePath + '/questionContext/' + i4,
                schemaPath: '#/$defs/question/required',
                keyword: 'required',
                params: { missingProperty: 'questionId' },
                message: "must have required property '" + 'questionId' + "'",
              };
              if (vErrors === null) {
                vErrors = [err108];
              } else {
                vErrors.push(err108);
              }
              errors++;
            }
            if (data31.questionText === undefined || !func0.call(data31, 'questionText')) {
              const err109 = {
                instancePath: instancePath + '/questionContext/' + i4,
                schemaPath: '#/$defs/question/required',
                keyword: 'required',
                params: { missingProperty: 'questionText' },
                message: "must have required property '" + 'questionText' + "'",
              };
              if (vErrors === null) {
                vErrors = [err109];
              } else {
                vErrors.push(err109);
              }
              errors++;
            }
            if (data31.brandMentioned === undefined || !func0.call(data31, 'brandMentioned')) {
              const err110 = {
                instancePath: instancePath + '/questionContext/' + i4,
                schemaPath: '#/$defs/question/required',
                keyword: 'required',
                params: { missingProperty: 'brandMentioned' },
                message: "must have required property '" + 'brandMentioned' + "'",
              };
              if (vErrors === null) {
                vErrors = [err110];
              } else {
                vErrors.push(err110);
              }
              errors++;
            }
            if (data31.topicId === undefined || !func0.call(data31, 'topicId')) {
              const err111 = {
                instancePath: instancePath + '/questionContext/' + i4,
                schemaPath: '#/$defs/question/required',
                keyword: 'required',
                params: { missingProperty: 'topicId' },
                message: "must have required property '" + 'topicId' + "'",
              };
              if (vErrors === null) {
                vErrors = [err111];
              } else {
                vErrors.push(err111);
              }
              errors++;
            }
            if (data31.topicName === undefined || !func0.call(data31, 'topicName')) {
              const err112 = {
                instancePath: instancePath + '/questionContext/' + i4,
                schemaPath: '#/$defs/question/required',
                keyword: 'required',
                params: { missingProperty: 'topicName' },
                message: "must have required property '" + 'topicName' + "'",
              };
              if (vErrors === null) {
                vErrors = [err112];
              } else {
                vErrors.push(err112);
              }
              errors++;
            }
            for (const key3 of Object.keys(data31)) {
              if (!(
                key3 === 'questionId' ||
                key3 === 'questionText' ||
                key3 === 'aiAnswerExcerpt' ||
                key3 === 'brandMentioned' ||
                key3 === 'brandPosition' ||
                key3 === 'sentiment' ||
                key3 === 'topicId' ||
                key3 === 'topicName'
              )) {
                const err113 = {
                  instancePath: instancePath + '/questionContext/' + i4,
                  schemaPath: '#/$defs/question/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key3 },
                  message: 'must NOT have additional properties',
                };
                if (vErrors === null) {
                  vErrors = [err113];
                } else {
                  vErrors.push(err113);
                }
                errors++;
              }
            }
            if (data31.questionId !== undefined && func0.call(data31, 'questionId')) {
              let data32 = data31.questionId;
              if (typeof data32 === 'string') {
                if (!pattern5.test(data32)) {
                  const err114 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/questionId',
                    schemaPath: '#/$defs/question/properties/questionId/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err114];
                  } else {
                    vErrors.push(err114);
                  }
                  errors++;
                }
                if (func72(data32, 128)) {
                  const err115 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/questionId',
                    schemaPath: '#/$defs/question/properties/questionId/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err115];
                  } else {
                    vErrors.push(err115);
                  }
                  errors++;
                }
                if (func73(data32, 1)) {
                  const err116 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/questionId',
                    schemaPath: '#/$defs/question/properties/questionId/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err116];
                  } else {
                    vErrors.push(err116);
                  }
                  errors++;
                }
              } else {
                const err117 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/questionId',
                  schemaPath: '#/$defs/question/properties/questionId/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err117];
                } else {
                  vErrors.push(err117);
                }
                errors++;
              }
            }
            if (data31.questionText !== undefined && func0.call(data31, 'questionText')) {
              let data33 = data31.questionText;
              if (typeof data33 === 'string') {
                if (!pattern6.test(data33)) {
                  const err118 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/questionText',
                    schemaPath: '#/$defs/question/properties/questionText/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err118];
                  } else {
                    vErrors.push(err118);
                  }
                  errors++;
                }
                if (func72(data33, 1000)) {
                  const err119 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/questionText',
                    schemaPath: '#/$defs/question/properties/questionText/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 1000 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err119];
                  } else {
                    vErrors.push(err119);
                  }
                  errors++;
                }
                if (func73(data33, 1)) {
                  const err120 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/questionText',
                    schemaPath: '#/$defs/question/properties/questionText/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err120];
                  } else {
                    vErrors.push(err120);
                  }
                  errors++;
                }
              } else {
                const err121 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/questionText',
                  schemaPath: '#/$defs/question/properties/questionText/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err121];
                } else {
                  vErrors.push(err121);
                }
                errors++;
              }
            }
            if (data31.aiAnswerExcerpt !== undefined && func0.call(data31, 'aiAnswerExcerpt')) {
              let data34 = data31.aiAnswerExcerpt;
              if (typeof data34 === 'string') {
                if (!pattern6.test(data34)) {
                  const err122 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/aiAnswerExcerpt',
                    schemaPath: '#/$defs/question/properties/aiAnswerExcerpt/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err122];
                  } else {
                    vErrors.push(err122);
                  }
                  errors++;
                }
                if (func72(data34, 1000)) {
                  const err123 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/aiAnswerExcerpt',
                    schemaPath: '#/$defs/question/properties/aiAnswerExcerpt/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 1000 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err123];
                  } else {
                    vErrors.push(err123);
                  }
                  errors++;
                }
                if (func73(data34, 0)) {
                  const err124 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/aiAnswerExcerpt',
                    schemaPath: '#/$defs/question/properties/aiAnswerExcerpt/minLength',
                    keyword: 'minLength',
                    params: { limit: 0 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err124];
                  } else {
                    vErrors.push(err124);
                  }
                  errors++;
                }
              } else {
                const err125 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/aiAnswerExcerpt',
                  schemaPath: '#/$defs/question/properties/aiAnswerExcerpt/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err125];
                } else {
                  vErrors.push(err125);
                }
                errors++;
              }
            }
            if (data31.brandMentioned !== undefined && func0.call(data31, 'brandMentioned')) {
              if (typeof data31.brandMentioned !== 'boolean') {
                const err126 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/brandMentioned',
                  schemaPath: '#/$defs/question/properties/brandMentioned/type',
                  keyword: 'type',
                  params: { type: 'boolean' },
                  message: 'must be boolean',
                };
                if (vErrors === null) {
                  vErrors = [err126];
                } else {
                  vErrors.push(err126);
                }
                errors++;
              }
            }
            if (data31.brandPosition !== undefined && func0.call(data31, 'brandPosition')) {
              let data36 = data31.brandPosition;
              if (!(typeof data36 == 'number' && !(data36 % 1) && !isNaN(data36) && isFinite(data36))) {
                const err127 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/brandPosition',
                  schemaPath: '#/$defs/question/properties/brandPosition/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err127];
                } else {
                  vErrors.push(err127);
                }
                errors++;
              }
              if (typeof data36 == 'number' && isFinite(data36)) {
                if (data36 > 9007199254740991 || isNaN(data36)) {
                  const err128 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/brandPosition',
                    schemaPath: '#/$defs/question/properties/brandPosition/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 9007199254740991 },
                    message: 'must be <= 9007199254740991',
                  };
                  if (vErrors === null) {
                    vErrors = [err128];
                  } else {
                    vErrors.push(err128);
                  }
                  errors++;
                }
                if (data36 < 1 || isNaN(data36)) {
                  const err129 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/brandPosition',
                    schemaPath: '#/$defs/question/properties/brandPosition/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 1 },
                    message: 'must be >= 1',
                  };
                  if (vErrors === null) {
                    vErrors = [err129];
                  } else {
                    vErrors.push(err129);
                  }
                  errors++;
                }
              }
            }
            if (data31.sentiment !== undefined && func0.call(data31, 'sentiment')) {
              let data37 = data31.sentiment;
              if (typeof data37 !== 'string') {
                const err130 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/sentiment',
                  schemaPath: '#/$defs/question/properties/sentiment/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err130];
                } else {
                  vErrors.push(err130);
                }
                errors++;
              }
              if (!(data37 === 'positive' || data37 === 'neutral' || data37 === 'negative')) {
                const err131 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/sentiment',
                  schemaPath: '#/$defs/question/properties/sentiment/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema36.properties.sentiment.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err131];
                } else {
                  vErrors.push(err131);
                }
                errors++;
              }
            }
            if (data31.topicId !== undefined && func0.call(data31, 'topicId')) {
              let data38 = data31.topicId;
              if (typeof data38 === 'string') {
                if (!pattern5.test(data38)) {
                  const err132 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/topicId',
                    schemaPath: '#/$defs/question/properties/topicId/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err132];
                  } else {
                    vErrors.push(err132);
                  }
                  errors++;
                }
                if (func72(data38, 128)) {
                  const err133 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/topicId',
                    schemaPath: '#/$defs/question/properties/topicId/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err133];
                  } else {
                    vErrors.push(err133);
                  }
                  errors++;
                }
                if (func73(data38, 1)) {
                  const err134 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/topicId',
                    schemaPath: '#/$defs/question/properties/topicId/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err134];
                  } else {
                    vErrors.push(err134);
                  }
                  errors++;
                }
              } else {
                const err135 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/topicId',
                  schemaPath: '#/$defs/question/properties/topicId/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err135];
                } else {
                  vErrors.push(err135);
                }
                errors++;
              }
            }
            if (data31.topicName !== undefined && func0.call(data31, 'topicName')) {
              let data39 = data31.topicName;
              if (typeof data39 === 'string') {
                if (!pattern6.test(data39)) {
                  const err136 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/topicName',
                    schemaPath: '#/$defs/question/properties/topicName/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err136];
                  } else {
                    vErrors.push(err136);
                  }
                  errors++;
                }
                if (func72(data39, 300)) {
                  const err137 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/topicName',
                    schemaPath: '#/$defs/question/properties/topicName/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 300 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err137];
                  } else {
                    vErrors.push(err137);
                  }
                  errors++;
                }
                if (func73(data39, 1)) {
                  const err138 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/topicName',
                    schemaPath: '#/$defs/question/properties/topicName/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err138];
                  } else {
                    vErrors.push(err138);
                  }
                  errors++;
                }
              } else {
                const err139 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/topicName',
                  schemaPath: '#/$defs/question/properties/topicName/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err139];
                } else {
                  vErrors.push(err139);
                }
                errors++;
              }
            }
          } else {
            const err140 = {
              instancePath: instancePath + '/questionContext/' + i4,
              schemaPath: '#/$defs/question/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err140];
            } else {
              vErrors.push(err140);
            }
            errors++;
          }
        }
      } else {
        const err141 = {
          instancePath: instancePath + '/questionContext',
          schemaPath: '#/properties/questionContext/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err141];
        } else {
          vErrors.push(err141);
        }
        errors++;
      }
    }
    if (data.metricContext !== undefined && func0.call(data, 'metricContext')) {
      let data40 = data.metricContext;
      if (data40 && typeof data40 == 'object' && !Array.isArray(data40)) {
        if (data40.analysisTimeRange === undefined || !func0.call(data40, 'analysisTimeRange')) {
          const err142 = {
            instancePath: instancePath + '/metricContext',
            schemaPath: '#/$defs/metrics/required',
            keyword: 'required',
            params: { missingProperty: 'analysisTimeRange' },
            message: "must have required property '" + 'analysisTimeRange' + "'",
          };
          if (vErrors === null) {
            vErrors = [err142];
          } else {
            vErrors.push(err142);
          }
          errors++;
        }
        if (data40.topicsAnalyzed === undefined || !func0.call(data40, 'topicsAnalyzed')) {
          const err143 = {
            instancePath: instancePath + '/metricContext',
            schemaPath: '#/$defs/metrics/required',
            keyword: 'required',
            params: { missingProperty: 'topicsAnalyzed' },
            message: "must have required property '" + 'topicsAnalyzed' + "'",
          };
          if (vErrors === null) {
            vErrors = [err143];
          } else {
            vErrors.push(err143);
          }
          errors++;
        }
        if (data40.questionsAnalyzed === undefined || !func0.call(data40, 'questionsAnalyzed')) {
          const err144 = {
            instancePath: instancePath + '/metricContext',
            schemaPath: '#/$defs/metrics/required',
            keyword: 'required',
            params: { missingProperty: 'questionsAnalyzed' },
            message: "must have required property '" + 'questionsAnalyzed' + "'",
          };
          if (vErrors === null) {
            vErrors = [err144];
          } else {
            vErrors.push(err144);
          }
          errors++;
        }
        if (data40.brandsAnalyzed === undefined || !func0.call(data40, 'brandsAnalyzed')) {
          const err145 = {
            instancePath: instancePath + '/metricContext',
            schemaPath: '#/$defs/metrics/required',
            keyword: 'required',
            params: { missingProperty: 'brandsAnalyzed' },
            message: "must have required property '" + 'brandsAnalyzed' + "'",
          };
          if (vErrors === null) {
            vErrors = [err145];
          } else {
            vErrors.push(err145);
          }
          errors++;
        }
        for (const key4 of Object.keys(data40)) {
          if (!(
            key4 === 'overallGeoScore' ||
            key4 === 'overallVisibilityScore' ||
            key4 === 'overallSentimentScore' ||
            key4 === 'analysisTimeRange' ||
            key4 === 'topicsAnalyzed' ||
            key4 === 'questionsAnalyzed' ||
            key4 === 'brandsAnalyzed'
          )) {
            const err146 = {
              instancePath: instancePath + '/metricContext',
              schemaPath: '#/$defs/metrics/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key4 },
              message: 'must NOT have additional properties',
            };
            if (vErrors === null) {
              vErrors = [err146];
            } else {
              vErrors.push(err146);
            }
            errors++;
          }
        }
        if (data40.overallGeoScore !== undefined && func0.call(data40, 'overallGeoScore')) {
          let data41 = data40.overallGeoScore;
          if (typeof data41 == 'number' && isFinite(data41)) {
            if (data41 > 100 || isNaN(data41)) {
              const err147 = {
                instancePath: instancePath + '/metricContext/overallGeoScore',
                schemaPath: '#/$defs/metrics/properties/overallGeoScore/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 100 },
                message: 'must be <= 100',
              };
              if (vErrors === null) {
                vErrors = [err147];
              } else {
                vErrors.push(err147);
              }
              errors++;
            }
            if (data41 < 0 || isNaN(data41)) {
              const err148 = {
                instancePath: instancePath + '/metricContext/overallGeoScore',
                schemaPath: '#/$defs/metrics/properties/overallGeoScore/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err148];
              } else {
                vErrors.push(err148);
              }
              errors++;
            }
          } else {
            const err149 = {
              instancePath: instancePath + '/metricContext/overallGeoScore',
              schemaPath: '#/$defs/metrics/properties/overallGeoScore/type',
              keyword: 'type',
              params: { type: 'number' },
              message: 'must be number',
            };
            if (vErrors === null) {
              vErrors = [err149];
            } else {
              vErrors.push(err149);
            }
            errors++;
          }
        }
        if (data40.overallVisibilityScore !== undefined && func0.call(data40, 'overallVisibilityScore')) {
          let data42 = data40.overallVisibilityScore;
          if (typeof data42 == 'number' && isFinite(data42)) {
            if (data42 > 100 || isNaN(data42)) {
              const err150 = {
                instancePath: instancePath + '/metricContext/overallVisibilityScore',
                schemaPath: '#/$defs/metrics/properties/overallVisibilityScore/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 100 },
                message: 'must be <= 100',
              };
              if (vErrors === null) {
                vErrors = [err150];
              } else {
                vErrors.push(err150);
              }
              errors++;
            }
            if (data42 < 0 || isNaN(data42)) {
              const err151 = {
                instancePath: instancePath + '/metricContext/overallVisibilityScore',
                schemaPath: '#/$defs/metrics/properties/overallVisibilityScore/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err151];
              } else {
                vErrors.push(err151);
              }
              errors++;
            }
          } else {
            const err152 = {
              instancePath: instancePath + '/metricContext/overallVisibilityScore',
              schemaPath: '#/$defs/metrics/properties/overallVisibilityScore/type',
              keyword: 'type',
              params: { type: 'number' },
              message: 'must be number',
            };
            if (vErrors === null) {
              vErrors = [err152];
            } else {
              vErrors.push(err152);
            }
            errors++;
          }
        }
        if (data40.overallSentimentScore !== undefined && func0.call(data40, 'overallSentimentScore')) {
          let data43 = data40.overallSentimentScore;
          if (typeof data43 == 'number' && isFinite(data43)) {
            if (data43 > 100 || isNaN(data43)) {
              const err153 = {
                instancePath: instancePath + '/metricContext/overallSentimentScore',
                schemaPath: '#/$defs/metrics/properties/overallSentimentScore/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 100 },
                message: 'must be <= 100',
              };
              if (vErrors === null) {
                vErrors = [err153];
              } else {
                vErrors.push(err153);
              }
              errors++;
            }
            if (data43 < 0 || isNaN(data43)) {
              const err154 = {
                instancePath: instancePath + '/metricContext/overallSentimentScore',
                schemaPath: '#/$defs/metrics/properties/overallSentimentScore/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err154];
              } else {
                vErrors.push(err154);
              }
              errors++;
            }
          } else {
            const err155 = {
              instancePath: instancePath + '/metricContext/overallSentimentScore',
              schemaPath: '#/$defs/metrics/properties/overallSentimentScore/type',
              keyword: 'type',
              params: { type: 'number' },
              message: 'must be number',
            };
            if (vErrors === null) {
              vErrors = [err155];
            } else {
              vErrors.push(err155);
            }
            errors++;
          }
        }
        if (data40.analysisTimeRange !== undefined && func0.call(data40, 'analysisTimeRange')) {
          let data44 = data40.analysisTimeRange;
          if (data44 && typeof data44 == 'object' && !Array.isArray(data44)) {
            if (data44.start === undefined || !func0.call(data44, 'start')) {
              const err156 = {
                instancePath: instancePath + '/metricContext/analysisTimeRange',
                schemaPath: '#/$defs/metrics/properties/analysisTimeRange/required',
                keyword: 'required',
                params: { missingProperty: 'start' },
                message: "must have required property '" + 'start' + "'",
              };
              if (vErrors === null) {
                vErrors = [err156];
              } else {
                vErrors.push(err156);
              }
              errors++;
            }
            if (data44.end === undefined || !func0.call(data44, 'end')) {
              const err157 = {
                instancePath: instancePath + '/metricContext/analysisTimeRange',
                schemaPath: '#/$defs/metrics/properties/analysisTimeRange/required',
                keyword: 'required',
                params: { missingProperty: 'end' },
                message: "must have required property '" + 'end' + "'",
              };
              if (vErrors === null) {
                vErrors = [err157];
              } else {
                vErrors.push(err157);
              }
              errors++;
            }
            for (const key5 of Object.keys(data44)) {
              if (!(key5 === 'start' || key5 === 'end')) {
                const err158 = {
                  instancePath: instancePath + '/metricContext/analysisTimeRange',
                  schemaPath: '#/$defs/metrics/properties/analysisTimeRange/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key5 },
                  message: 'must NOT have additional properties',
                };
                if (vErrors === null) {
                  vErrors = [err158];
                } else {
                  vErrors.push(err158);
                }
                errors++;
              }
            }
            if (data44.start !== undefined && func0.call(data44, 'start')) {
              let data45 = data44.start;
              if (typeof data45 === 'string') {
                if (!formats0(data45)) {
                  const err159 = {
                    instancePath: instancePath + '/metricContext/analysisTimeRange/start',
                    schemaPath: '#/$defs/metrics/properties/analysisTimeRange/properties/start/format',
                    keyword: 'format',
                    params: { format: 'utc-timestamp' },
                    message: 'must match format "' + 'utc-timestamp' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err159];
                  } else {
                    vErrors.push(err159);
                  }
                  errors++;
                }
                if (func72(data45, 30)) {
                  const err160 = {
                    instancePath: instancePath + '/metricContext/analysisTimeRange/start',
                    schemaPath: '#/$defs/metrics/properties/analysisTimeRange/properties/start/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 30 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err160];
                  } else {
                    vErrors.push(err160);
                  }
                  errors++;
                }
              } else {
                const err161 = {
                  instancePath: instancePath + '/metricContext/analysisTimeRange/start',
                  schemaPath: '#/$defs/metrics/properties/analysisTimeRange/properties/start/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err161];
                } else {
                  vErrors.push(err161);
                }
                errors++;
              }
            }
            if (data44.end !== undefined && func0.call(data44, 'end')) {
              let data46 = data44.end;
              if (typeof data46 === 'string') {
                if (!formats0(data46)) {
                  const err162 = {
                    instancePath: instancePath + '/metricContext/analysisTimeRange/end',
                    schemaPath: '#/$defs/metrics/properties/analysisTimeRange/properties/end/format',
                    keyword: 'format',
                    params: { format: 'utc-timestamp' },
                    message: 'must match format "' + 'utc-timestamp' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err162];
                  } else {
                    vErrors.push(err162);
                  }
                  errors++;
                }
                if (func72(data46, 30)) {
                  const err163 = {
                    instancePath: instancePath + '/metricContext/analysisTimeRange/end',
                    schemaPath: '#/$defs/metrics/properties/analysisTimeRange/properties/end/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 30 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err163];
                  } else {
                    vErrors.push(err163);
                  }
                  errors++;
                }
              } else {
                const err164 = {
                  instancePath: instancePath + '/metricContext/analysisTimeRange/end',
                  schemaPath: '#/$defs/metrics/properties/analysisTimeRange/properties/end/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err164];
                } else {
                  vErrors.push(err164);
                }
                errors++;
              }
            }
          } else {
            const err165 = {
              instancePath: instancePath + '/metricContext/analysisTimeRange',
              schemaPath: '#/$defs/metrics/properties/analysisTimeRange/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err165];
            } else {
              vErrors.push(err165);
            }
            errors++;
          }
        }
        if (data40.topicsAnalyzed !== undefined && func0.call(data40, 'topicsAnalyzed')) {
          let data47 = data40.topicsAnalyzed;
          if (!(typeof data47 == 'number' && !(data47 % 1) && !isNaN(data47) && isFinite(data47))) {
            const err166 = {
              instancePath: instancePath + '/metricContext/topicsAnalyzed',
              schemaPath: '#/$defs/metrics/properties/topicsAnalyzed/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err166];
            } else {
              vErrors.push(err166);
            }
            errors++;
          }
          if (typeof data47 == 'number' && isFinite(data47)) {
            if (data47 > 9007199254740991 || isNaN(data47)) {
              const err167 = {
                instancePath: instancePath + '/metricContext/topicsAnalyzed',
                schemaPath: '#/$defs/metrics/properties/topicsAnalyzed/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 9007199254740991 },
                message: 'must be <= 9007199254740991',
              };
              if (vErrors === null) {
                vErrors = [err167];
              } else {
                vErrors.push(err167);
              }
              errors++;
            }
            if (data47 < 0 || isNaN(data47)) {
              const err168 = {
                instancePath: instancePath + '/metricContext/topicsAnalyzed',
                schemaPath: '#/$defs/metrics/properties/topicsAnalyzed/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err168];
              } else {
                vErrors.push(err168);
              }
              errors++;
            }
          }
        }
        if (data40.questionsAnalyzed !== undefined && func0.call(data40, 'questionsAnalyzed')) {
          let data48 = data40.questionsAnalyzed;
          if (!(typeof data48 == 'number' && !(data48 % 1) && !isNaN(data48) && isFinite(data48))) {
            const err169 = {
              instancePath: instancePath + '/metricContext/questionsAnalyzed',
              schemaPath: '#/$defs/metrics/properties/questionsAnalyzed/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err169];
            } else {
              vErrors.push(err169);
            }
            errors++;
          }
          if (typeof data48 == 'number' && isFinite(data48)) {
            if (data48 > 9007199254740991 || isNaN(data48)) {
              const err170 = {
                instancePath: instancePath + '/metricContext/questionsAnalyzed',
                schemaPath: '#/$defs/metrics/properties/questionsAnalyzed/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 9007199254740991 },
                message: 'must be <= 9007199254740991',
              };
              if (vErrors === null) {
                vErrors = [err170];
              } else {
                vErrors.push(err170);
              }
              errors++;
            }
            if (data48 < 0 || isNaN(data48)) {
              const err171 = {
                instancePath: instancePath + '/metricContext/questionsAnalyzed',
                schemaPath: '#/$defs/metrics/properties/questionsAnalyzed/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err171];
              } else {
                vErrors.push(err171);
              }
              errors++;
            }
          }
        }
        if (data40.brandsAnalyzed !== undefined && func0.call(data40, 'brandsAnalyzed')) {
          let data49 = data40.brandsAnalyzed;
          if (!(typeof data49 == 'number' && !(data49 % 1) && !isNaN(data49) && isFinite(data49))) {
            const err172 = {
              instancePath: instancePath + '/metricContext/brandsAnalyzed',
              schemaPath: '#/$defs/metrics/properties/brandsAnalyzed/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err172];
            } else {
              vErrors.push(err172);
            }
            errors++;
          }
          if (typeof data49 == 'number' && isFinite(data49)) {
            if (data49 > 9007199254740991 || isNaN(data49)) {
              const err173 = {
                instancePath: instancePath + '/metricContext/brandsAnalyzed',
                schemaPath: '#/$defs/metrics/properties/brandsAnalyzed/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 9007199254740991 },
                message: 'must be <= 9007199254740991',
              };
              if (vErrors === null) {
                vErrors = [err173];
              } else {
                vErrors.push(err173);
              }
              errors++;
            }
            if (data49 < 0 || isNaN(data49)) {
              const err174 = {
                instancePath: instancePath + '/metricContext/brandsAnalyzed',
                schemaPath: '#/$defs/metrics/properties/brandsAnalyzed/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err174];
              } else {
                vErrors.push(err174);
              }
              errors++;
            }
          }
        }
      } else {
        const err175 = {
          instancePath: instancePath + '/metricContext',
          schemaPath: '#/$defs/metrics/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err175];
        } else {
          vErrors.push(err175);
        }
        errors++;
      }
    }
    if (data.auditTrail !== undefined && func0.call(data, 'auditTrail')) {
      let data50 = data.auditTrail;
      if (Array.isArray(data50)) {
        if (data50.length > 1000) {
          const err176 = {
            instancePath: instancePath + '/auditTrail',
            schemaPath: '#/properties/auditTrail/maxItems',
            keyword: 'maxItems',
            params: { limit: 1000 },
            message: 'must NOT have more than 1000 items',
          };
          if (vErrors === null) {
            vErrors = [err176];
          } else {
            vErrors.push(err176);
          }
          errors++;
        }
        if (data50.length < 1) {
          const err177 = {
            instancePath: instancePath + '/auditTrail',
            schemaPath: '#/properties/auditTrail/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
          };
          if (vErrors === null) {
            vErrors = [err177];
          } else {
            vErrors.push(err177);
          }
          errors++;
        }
        const len5 = data50.length;
        for (let i5 = 0; i5 < len5; i5++) {
          let data51 = data50[i5];
          if (data51 && typeof data51 == 'object' && !Array.isArray(data51)) {
            if (data51.entryId === undefined || !func0.call(data51, 'entryId')) {
              const err178 = {
                instancePath: instancePath + '/auditTrail/' + i5,
                schemaPath: '#/$defs/auditEntry/required',
                keyword: 'required',
                params: { missingProperty: 'entryId' },
                message: "must have required property '" + 'entryId' + "'",
              };
              if (vErrors === null) {
                vErrors = [err178];
              } else {
                vErrors.push(err178);
              }
              errors++;
            }
            if (data51.timestamp === undefined || !func0.call(data51, 'timestamp')) {
              const err179 = {
                instancePath: instancePath + '/auditTrail/' + i5,
                schemaPath: '#/$defs/auditEntry/required',
                keyword: 'required',
                params: { missingProperty: 'timestamp' },
                message: "must have required property '" + 'timestamp' + "'",
              };
              if (vErrors === null) {
                vErrors = [err179];
              } else {
                vErrors.push(err179);
              }
              errors++;
            }
            if (data51.event === undefined || !func0.call(data51, 'event')) {
              const err180 = {
                instancePath: instancePath + '/auditTrail/' + i5,
                schemaPath: '#/$defs/auditEntry/required',
                keyword: 'required',
                params: { missingProperty: 'event' },
                message: "must have required property '" + 'event' + "'",
              };
              if (vErrors === null) {
                vErrors = [err180];
              } else {
                vErrors.push(err180);
              }
              errors++;
            }
            if (data51.actor === undefined || !func0.call(data51, 'actor')) {
              const err181 = {
                instancePath: instancePath + '/auditTrail/' + i5,
                schemaPath: '#/$defs/auditEntry/required',
                keyword: 'required',
                params: { missingProperty: 'actor' },
                message: "must have required property '" + 'actor' + "'",
              };
              if (vErrors === null) {
                vErrors = [err181];
              } else {
                vErrors.push(err181);
              }
              errors++;
            }
            for (const key6 of Object.keys(data51)) {
              if (!(
                key6 === 'entryId' ||
                key6 === 'timestamp' ||
                key6 === 'event' ||
                key6 === 'actor' ||
                key6 === 'details'
              )) {
                const err182 = {
                  instancePath: instancePath + '/auditTrail/' + i5,
                  schemaPath: '#/$defs/auditEntry/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key6 },
                  message: 'must NOT have additional properties',
                };
                if (vErrors === null) {
                  vErrors = [err182];
                } else {
                  vErrors.push(err182);
                }
                errors++;
              }
            }
            if (data51.entryId !== undefined && func0.call(data51, 'entryId')) {
              let data52 = data51.entryId;
              if (typeof data52 === 'string') {
                if (!pattern5.test(data52)) {
                  const err183 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/entryId',
                    schemaPath: '#/$defs/auditEntry/properties/entryId/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err183];
                  } else {
                    vErrors.push(err183);
                  }
                  errors++;
                }
                if (func72(data52, 128)) {
                  const err184 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/entryId',
                    schemaPath: '#/$defs/auditEntry/properties/entryId/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err184];
                  } else {
                    vErrors.push(err184);
                  }
                  errors++;
                }
                if (func73(data52, 1)) {
                  const err185 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/entryId',
                    schemaPath: '#/$defs/auditEntry/properties/entryId/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err185];
                  } else {
                    vErrors.push(err185);
                  }
                  errors++;
                }
              } else {
                const err186 = {
                  instancePath: instancePath + '/auditTrail/' + i5 + '/entryId',
                  schemaPath: '#/$defs/auditEntry/properties/entryId/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err186];
                } else {
                  vErrors.push(err186);
                }
                errors++;
              }
            }
            if (data51.timestamp !== undefined && func0.call(data51, 'timestamp')) {
              let data53 = data51.timestamp;
              if (typeof data53 === 'string') {
                if (!formats0(data53)) {
                  const err187 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/timestamp',
                    schemaPath: '#/$defs/auditEntry/properties/timestamp/format',
                    keyword: 'format',
                    params: { format: 'utc-timestamp' },
                    message: 'must match format "' + 'utc-timestamp' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err187];
                  } else {
                    vErrors.push(err187);
                  }
                  errors++;
                }
                if (func72(data53, 30)) {
                  const err188 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/timestamp',
                    schemaPath: '#/$defs/auditEntry/properties/timestamp/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 30 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err188];
                  } else {
                    vErrors.push(err188);
                  }
                  errors++;
                }
              } else {
                const err189 = {
                  instancePath: instancePath + '/auditTrail/' + i5 + '/timestamp',
                  schemaPath: '#/$defs/auditEntry/properties/timestamp/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err189];
                } else {
                  vErrors.push(err189);
                }
                errors++;
              }
            }
            if (data51.event !== undefined && func0.call(data51, 'event')) {
              let data54 = data51.event;
              if (typeof data54 !== 'string') {
                const err190 = {
                  instancePath: instancePath + '/auditTrail/' + i5 + '/event',
                  schemaPath: '#/$defs/auditEntry/properties/event/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err190];
                } else {
                  vErrors.push(err190);
                }
                errors++;
              }
              if (!(
                data54 === 'handoff_initiated' ||
                data54 === 'handoff_approved' ||
                data54 === 'handoff_transferred' ||
                data54 === 'handoff_completed'
              )) {
                const err191 = {
                  instancePath: instancePath + '/auditTrail/' + i5 + '/event',
                  schemaPath: '#/$defs/auditEntry/properties/event/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema38.properties.event.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err191];
                } else {
                  vErrors.push(err191);
                }
                errors++;
              }
            }
            if (data51.actor !== undefined && func0.call(data51, 'actor')) {
              let data55 = data51.actor;
              if (typeof data55 === 'string') {
                if (!pattern5.test(data55)) {
                  const err192 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/actor',
                    schemaPath: '#/$defs/auditEntry/properties/actor/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err192];
                  } else {
                    vErrors.push(err192);
                  }
                  errors++;
                }
                if (func72(data55, 128)) {
                  const err193 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/actor',
                    schemaPath: '#/$defs/auditEntry/properties/actor/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err193];
                  } else {
                    vErrors.push(err193);
                  }
                  errors++;
                }
                if (func73(data55, 1)) {
                  const err194 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/actor',
                    schemaPath: '#/$defs/auditEntry/properties/actor/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err194];
                  } else {
                    vErrors.push(err194);
                  }
                  errors++;
                }
              } else {
                const err195 = {
                  instancePath: instancePath + '/auditTrail/' + i5 + '/actor',
                  schemaPath: '#/$defs/auditEntry/properties/actor/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err195];
                } else {
                  vErrors.push(err195);
                }
                errors++;
              }
            }
            if (data51.details !== undefined && func0.call(data51, 'details')) {
              let data56 = data51.details;
              if (data56 && typeof data56 == 'object' && !Array.isArray(data56)) {
                if (Object.keys(data56).length > 50) {
                  const err196 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/details',
                    schemaPath: '#/$defs/auditEntry/properties/details/maxProperties',
                    keyword: 'maxProperties',
                    params: { limit: 50 },
                    message: 'must NOT have more than 50 properties',
                  };
                  if (vErrors === null) {
                    vErrors = [err196];
                  } else {
                    vErrors.push(err196);
                  }
                  errors++;
                }
              } else {
                const err197 = {
                  instancePath: instancePath + '/auditTrail/' + i5 + '/details',
                  schemaPath: '#/$defs/auditEntry/properties/details/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err197];
                } else {
                  vErrors.push(err197);
                }
                errors++;
              }
            }
          } else {
            const err198 = {
              instancePath: instancePath + '/auditTrail/' + i5,
              schemaPath: '#/$defs/auditEntry/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err198];
            } else {
              vErrors.push(err198);
            }
            errors++;
          }
        }
      } else {
        const err199 = {
          instancePath: instancePath + '/auditTrail',
          schemaPath: '#/properties/auditTrail/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err199];
        } else {
          vErrors.push(err199);
        }
        errors++;
      }
    }
  } else {
    const err200 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err200];
    } else {
      vErrors.push(err200);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

export const openDocument = validate23 as unknown as Validator;
const schema39 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'openDocument',
  type: 'object',
  required: [
    'handoffId',
    'handoffTimestamp',
    'handoffVersion',
    'approvedBy',
    'approvalTimestamp',
    'sourceRequestId',
    'sourceAnalysisTimestamp',
    'governanceStatus',
    'recommendations',
    'auditTrail',
  ],
  properties: {
    handoffId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$' },
    handoffTimestamp: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    handoffVersion: { type: 'string', const: '1.0.0' },
    approvedBy: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    approvalTimestamp: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    approvalReason: {
      type: 'string',
      minLength: 0,
      maxLength: 2000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    sourceRequestId: {
      type: 'string',
      minLength: 1,
      maxLength: 128,
      pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
    },
    sourceAnalysisTimestamp: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    governanceStatus: { type: 'string', enum: ['approved', 'approved_with_warnings'] },
    governanceWarnings: { type: 'array', maxItems: 100, items: { $ref: '#/$defs/governanceWarning' } },
    recommendations: { type: 'array', minItems: 1, maxItems: 100, items: { $ref: '#/$defs/recommendation' } },
    topicContext: { type: 'array', maxItems: 50, items: { $ref: '#/$defs/topic' } },
    questionContext: { type: 'array', maxItems: 500, items: { $ref: '#/$defs/question' } },
    metricContext: { $ref: '#/$defs/metrics' },
    auditTrail: { type: 'array', minItems: 1, maxItems: 1000, items: { $ref: '#/$defs/auditEntry' } },
  },
  $defs: {
    recommendation: {
      type: 'object',
      required: [
        'recommendationId',
        'type',
        'priority',
        'title',
        'description',
        'actionableSteps',
        'expectedImpact',
        'createdAt',
        'generatedBy',
      ],
      properties: {
        recommendationId: {
          type: 'string',
          minLength: 1,
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
        },
        type: {
          type: 'string',
          enum: ['content_gap', 'structural_improvement', 'authority_signal', 'topic_expansion'],
        },
        priority: { type: 'string', enum: ['high', 'medium', 'low'] },
        title: {
          type: 'string',
          minLength: 1,
          maxLength: 300,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        description: {
          type: 'string',
          minLength: 1,
          maxLength: 10000,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        actionableSteps: {
          type: 'array',
          maxItems: 100,
          items: {
            type: 'string',
            minLength: 1,
            maxLength: 2000,
            pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
          },
        },
        topicId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
        topicName: {
          type: 'string',
          minLength: 1,
          maxLength: 300,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        questionId: {
          type: 'string',
          minLength: 1,
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
        },
        questionText: {
          type: 'string',
          minLength: 1,
          maxLength: 1000,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        expectedImpact: {
          type: 'string',
          minLength: 1,
          maxLength: 2000,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        createdAt: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
        generatedBy: { type: 'string', const: 'strategy_agent' },
        warnings: { type: 'array', maxItems: 100, items: { $ref: '#/$defs/recommendationWarning' } },
      },
    },
    topic: {
      type: 'object',
      required: ['topicId', 'topicName'],
      properties: {
        topicId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
        topicName: {
          type: 'string',
          minLength: 1,
          maxLength: 300,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        geoScore: { type: 'number', minimum: 0, maximum: 100 },
        visibilityScore: { type: 'number', minimum: 0, maximum: 100 },
        sentimentScore: { type: 'number', minimum: 0, maximum: 100 },
        brandRank: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
        competitorCount: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
        questionCount: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
        sampleQuestions: {
          type: 'array',
          maxItems: 100,
          items: {
            type: 'string',
            minLength: 1,
            maxLength: 1000,
            pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
          },
        },
      },
    },
    question: {
      type: 'object',
      required: ['questionId', 'questionText', 'brandMentioned', 'topicId', 'topicName'],
      properties: {
        questionId: {
          type: 'string',
          minLength: 1,
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
        },
        questionText: {
          type: 'string',
          minLength: 1,
          maxLength: 1000,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        aiAnswerExcerpt: {
          type: 'string',
          minLength: 0,
          maxLength: 1000,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        brandMentioned: { type: 'boolean' },
        brandPosition: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
        sentiment: { type: 'string', enum: ['positive', 'neutral', 'negative'] },
        topicId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
        topicName: {
          type: 'string',
          minLength: 1,
          maxLength: 300,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
      },
    },
    metrics: {
      type: 'object',
      required: ['analysisTimeRange', 'topicsAnalyzed', 'questionsAnalyzed', 'brandsAnalyzed'],
      properties: {
        overallGeoScore: { type: 'number', minimum: 0, maximum: 100 },
        overallVisibilityScore: { type: 'number', minimum: 0, maximum: 100 },
        overallSentimentScore: { type: 'number', minimum: 0, maximum: 100 },
        analysisTimeRange: {
          type: 'object',
          required: ['start', 'end'],
          properties: {
            start: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
            end: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
          },
        },
        topicsAnalyzed: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
        questionsAnalyzed: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
        brandsAnalyzed: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
      },
    },
    governanceWarning: {
      type: 'object',
      required: ['warningId', 'type', 'severity', 'message'],
      properties: {
        warningId: {
          type: 'string',
          minLength: 1,
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
        },
        type: {
          type: 'string',
          minLength: 1,
          maxLength: 200,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        severity: { type: 'string', enum: ['low', 'medium', 'high'] },
        message: {
          type: 'string',
          minLength: 1,
          maxLength: 2000,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        recommendationId: {
          type: 'string',
          minLength: 1,
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
        },
      },
    },
    recommendationWarning: {
      type: 'object',
      required: ['warningId', 'type', 'severity', 'message'],
      properties: {
        warningId: {
          type: 'string',
          minLength: 1,
          maxLength: 128,
          pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
        },
        type: {
          type: 'string',
          minLength: 1,
          maxLength: 200,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
        severity: { type: 'string', enum: ['low', 'medium', 'high'] },
        message: {
          type: 'string',
          minLength: 1,
          maxLength: 2000,
          pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
        },
      },
    },
    auditEntry: {
      type: 'object',
      required: ['entryId', 'timestamp', 'event', 'actor'],
      properties: {
        entryId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
        timestamp: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
        event: {
          type: 'string',
          enum: ['handoff_initiated', 'handoff_approved', 'handoff_transferred', 'handoff_completed'],
        },
        actor: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
        details: { type: 'object', maxProperties: 50 },
      },
    },
  },
};
const schema40 = {
  type: 'object',
  required: ['warningId', 'type', 'severity', 'message'],
  properties: {
    warningId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    type: {
      type: 'string',
      minLength: 1,
      maxLength: 200,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    severity: { type: 'string', enum: ['low', 'medium', 'high'] },
    message: {
      type: 'string',
      minLength: 1,
      maxLength: 2000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    recommendationId: {
      type: 'string',
      minLength: 1,
      maxLength: 128,
      pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
    },
  },
};
const schema43 = {
  type: 'object',
  required: ['topicId', 'topicName'],
  properties: {
    topicId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    topicName: {
      type: 'string',
      minLength: 1,
      maxLength: 300,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    geoScore: { type: 'number', minimum: 0, maximum: 100 },
    visibilityScore: { type: 'number', minimum: 0, maximum: 100 },
    sentimentScore: { type: 'number', minimum: 0, maximum: 100 },
    brandRank: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    competitorCount: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
    questionCount: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
    sampleQuestions: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'string',
        minLength: 1,
        maxLength: 1000,
        pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
      },
    },
  },
};
const schema44 = {
  type: 'object',
  required: ['questionId', 'questionText', 'brandMentioned', 'topicId', 'topicName'],
  properties: {
    questionId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    questionText: {
      type: 'string',
      minLength: 1,
      maxLength: 1000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    aiAnswerExcerpt: {
      type: 'string',
      minLength: 0,
      maxLength: 1000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    brandMentioned: { type: 'boolean' },
    brandPosition: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    sentiment: { type: 'string', enum: ['positive', 'neutral', 'negative'] },
    topicId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    topicName: {
      type: 'string',
      minLength: 1,
      maxLength: 300,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
  },
};
const schema45 = {
  type: 'object',
  required: ['analysisTimeRange', 'topicsAnalyzed', 'questionsAnalyzed', 'brandsAnalyzed'],
  properties: {
    overallGeoScore: { type: 'number', minimum: 0, maximum: 100 },
    overallVisibilityScore: { type: 'number', minimum: 0, maximum: 100 },
    overallSentimentScore: { type: 'number', minimum: 0, maximum: 100 },
    analysisTimeRange: {
      type: 'object',
      required: ['start', 'end'],
      properties: {
        start: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
        end: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
      },
    },
    topicsAnalyzed: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
    questionsAnalyzed: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
    brandsAnalyzed: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
  },
};
const schema46 = {
  type: 'object',
  required: ['entryId', 'timestamp', 'event', 'actor'],
  properties: {
    entryId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    timestamp: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    event: {
      type: 'string',
      enum: ['handoff_initiated', 'handoff_approved', 'handoff_transferred', 'handoff_completed'],
    },
    actor: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    details: { type: 'object', maxProperties: 50 },
  },
};
const schema41 = {
  type: 'object',
  required: [
    'recommendationId',
    'type',
    'priority',
    'title',
    'description',
    'actionableSteps',
    'expectedImpact',
    'createdAt',
    'generatedBy',
  ],
  properties: {
    recommendationId: {
      type: 'string',
      minLength: 1,
      maxLength: 128,
      pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$',
    },
    type: { type: 'string', enum: ['content_gap', 'structural_improvement', 'authority_signal', 'topic_expansion'] },
    priority: { type: 'string', enum: ['high', 'medium', 'low'] },
    title: {
      type: 'string',
      minLength: 1,
      maxLength: 300,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    description: {
      type: 'string',
      minLength: 1,
      maxLength: 10000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    actionableSteps: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'string',
        minLength: 1,
        maxLength: 2000,
        pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
      },
    },
    topicId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    topicName: {
      type: 'string',
      minLength: 1,
      maxLength: 300,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    questionId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    questionText: {
      type: 'string',
      minLength: 1,
      maxLength: 1000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    expectedImpact: {
      type: 'string',
      minLength: 1,
      maxLength: 2000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    createdAt: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    generatedBy: { type: 'string', const: 'strategy_agent' },
    warnings: { type: 'array', maxItems: 100, items: { $ref: '#/$defs/recommendationWarning' } },
  },
};
const schema42 = {
  type: 'object',
  required: ['warningId', 'type', 'severity', 'message'],
  properties: {
    warningId: { type: 'string', minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
    type: {
      type: 'string',
      minLength: 1,
      maxLength: 200,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
    severity: { type: 'string', enum: ['low', 'medium', 'high'] },
    message: {
      type: 'string',
      minLength: 1,
      maxLength: 2000,
      pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
    },
  },
};

function validate24(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.recommendationId === undefined || !func0.call(data, 'recommendationId')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'recommendationId' },
        message: "must have required property '" + 'recommendationId' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.type === undefined || !func0.call(data, 'type')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'type' },
        message: "must have required property '" + 'type' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.priority === undefined || !func0.call(data, 'priority')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'priority' },
        message: "must have required property '" + 'priority' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.title === undefined || !func0.call(data, 'title')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'title' },
        message: "must have required property '" + 'title' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.description === undefined || !func0.call(data, 'description')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'description' },
        message: "must have required property '" + 'description' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.actionableSteps === undefined || !func0.call(data, 'actionableSteps')) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'actionableSteps' },
        message: "must have required property '" + 'actionableSteps' + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.expectedImpact === undefined || !func0.call(data, 'expectedImpact')) {
      const err6 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'expectedImpact' },
        message: "must have required property '" + 'expectedImpact' + "'",
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.createdAt === undefined || !func0.call(data, 'createdAt')) {
      const err7 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'createdAt' },
        message: "must have required property '" + 'createdAt' + "'",
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.generatedBy === undefined || !func0.call(data, 'generatedBy')) {
      const err8 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'generatedBy' },
        message: "must have required property '" + 'generatedBy' + "'",
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.recommendationId !== undefined && func0.call(data, 'recommendationId')) {
      let data0 = data.recommendationId;
      if (typeof data0 === 'string') {
        if (!pattern5.test(data0)) {
          const err9 = {
            instancePath: instancePath + '/recommendationId',
            schemaPath: '#/properties/recommendationId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (func72(data0, 128)) {
          const err10 = {
            instancePath: instancePath + '/recommendationId',
            schemaPath: '#/properties/recommendationId/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (func73(data0, 1)) {
          const err11 = {
            instancePath: instancePath + '/recommendationId',
            schemaPath: '#/properties/recommendationId/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = {
          instancePath: instancePath + '/recommendationId',
          schemaPath: '#/properties/recommendationId/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.type !== undefined && func0.call(data, 'type')) {
      let data1 = data.type;
      if (typeof data1 !== 'string') {
        const err13 = {
          instancePath: instancePath + '/type',
          schemaPath: '#/properties/type/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (!(
        data1 === 'content_gap' ||
        data1 === 'structural_improvement' ||
        data1 === 'authority_signal' ||
        data1 === 'topic_expansion'
      )) {
        const err14 = {
          instancePath: instancePath + '/type',
          schemaPath: '#/properties/type/enum',
          keyword: 'enum',
          params: { allowedValues: schema41.properties.type.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.priority !== undefined && func0.call(data, 'priority')) {
      let data2 = data.priority;
      if (typeof data2 !== 'string') {
        const err15 = {
          instancePath: instancePath + '/priority',
          schemaPath: '#/properties/priority/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (!(data2 === 'high' || data2 === 'medium' || data2 === 'low')) {
        const err16 = {
          instancePath: instancePath + '/priority',
          schemaPath: '#/properties/priority/enum',
          keyword: 'enum',
          params: { allowedValues: schema41.properties.priority.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.title !== undefined && func0.call(data, 'title')) {
      let data3 = data.title;
      if (typeof data3 === 'string') {
        if (!pattern6.test(data3)) {
          const err17 = {
            instancePath: instancePath + '/title',
            schemaPath: '#/properties/title/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
            message: 'must match pattern "' + '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (func72(data3, 300)) {
          const err18 = {
            instancePath: instancePath + '/title',
            schemaPath: '#/properties/title/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        if (func73(data3, 1)) {
          const err19 = {
            instancePath: instancePath + '/title',
            schemaPath: '#/properties/title/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      } else {
        const err20 = {
          instancePath: instancePath + '/title',
          schemaPath: '#/properties/title/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.description !== undefined && func0.call(data, 'description')) {
      let data4 = data.description;
      if (typeof data4 === 'string') {
        if (!pattern6.test(data4)) {
          const err21 = {
            instancePath: instancePath + '/description',
            schemaPath: '#/properties/description/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
            message: 'must match pattern "' + '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (func72(data4, 10000)) {
          const err22 = {
            instancePath: instancePath + '/description',
            schemaPath: '#/properties/description/maxLength',
            keyword: 'maxLength',
            params: { limit: 10000 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (func73(data4, 1)) {
          const err23 = {
            instancePath: instancePath + '/description',
            schemaPath: '#/properties/description/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = {
          instancePath: instancePath + '/description',
          schemaPath: '#/properties/description/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.actionableSteps !== undefined && func0.call(data, 'actionableSteps')) {
      let data5 = data.actionableSteps;
      if (Array.isArray(data5)) {
        if (data5.length > 100) {
          const err25 = {
            instancePath: instancePath + '/actionableSteps',
            schemaPath: '#/properties/actionableSteps/maxItems',
            keyword: 'maxItems',
            params: { limit: 100 },
            message: 'must NOT have more than 100 items',
          };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          if (typeof data6 === 'string') {
            if (!pattern6.test(data6)) {
              const err26 = {
                instancePath: instancePath + '/actionableSteps/' + i0,
                schemaPath: '#/properties/actionableSteps/items/pattern',
                keyword: 'pattern',
                params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                message:
                  'must match pattern "' + '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' + '"',
              };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (func72(data6, 2000)) {
              const err27 = {
                instancePath: instancePath + '/actionableSteps/' + i0,
                schemaPath: '#/properties/actionableSteps/items/maxLength',
                keyword: 'maxLength',
                params: { limit: 2000 },
                message: 'has another length',
              };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            if (func73(data6, 1)) {
              const err28 = {
                instancePath: instancePath + '/actionableSteps/' + i0,
                schemaPath: '#/properties/actionableSteps/items/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                message: 'has another length',
              };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          } else {
            const err29 = {
              instancePath: instancePath + '/actionableSteps/' + i0,
              schemaPath: '#/properties/actionableSteps/items/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
      } else {
        const err30 = {
          instancePath: instancePath + '/actionableSteps',
          schemaPath: '#/properties/actionableSteps/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.topicId !== undefined && func0.call(data, 'topicId')) {
      let data7 = data.topicId;
      if (typeof data7 === 'string') {
        if (!pattern5.test(data7)) {
          const err31 = {
            instancePath: instancePath + '/topicId',
            schemaPath: '#/properties/topicId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (func72(data7, 128)) {
          const err32 = {
            instancePath: instancePath + '/topicId',
            schemaPath: '#/properties/topicId/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        if (func73(data7, 1)) {
          const err33 = {
            instancePath: instancePath + '/topicId',
            schemaPath: '#/properties/topicId/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      } else {
        const err34 = {
          instancePath: instancePath + '/topicId',
          schemaPath: '#/properties/topicId/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.topicName !== undefined && func0.call(data, 'topicName')) {
      let data8 = data.topicName;
      if (typeof data8 === 'string') {
        if (!pattern6.test(data8)) {
          const err35 = {
            instancePath: instancePath + '/topicName',
            schemaPath: '#/properties/topicName/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
            message: 'must match pattern "' + '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
        if (func72(data8, 300)) {
          const err36 = {
            instancePath: instancePath + '/topicName',
            schemaPath: '#/properties/topicName/maxLength',
            keyword: 'maxLength',
            params: { limit: 300 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
        if (func73(data8, 1)) {
          const err37 = {
            instancePath: instancePath + '/topicName',
            schemaPath: '#/properties/topicName/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
      } else {
        const err38 = {
          instancePath: instancePath + '/topicName',
          schemaPath: '#/properties/topicName/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.questionId !== undefined && func0.call(data, 'questionId')) {
      let data9 = data.questionId;
      if (typeof data9 === 'string') {
        if (!pattern5.test(data9)) {
          const err39 = {
            instancePath: instancePath + '/questionId',
            schemaPath: '#/properties/questionId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
        if (func72(data9, 128)) {
          const err40 = {
            instancePath: instancePath + '/questionId',
            schemaPath: '#/properties/questionId/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        if (func73(data9, 1)) {
          const err41 = {
            instancePath: instancePath + '/questionId',
            schemaPath: '#/properties/questionId/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
      } else {
        const err42 = {
          instancePath: instancePath + '/questionId',
          schemaPath: '#/properties/questionId/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.questionText !== undefined && func0.call(data, 'questionText')) {
      let data10 = data.questionText;
      if (typeof data10 === 'string') {
        if (!pattern6.test(data10)) {
          const err43 = {
            instancePath: instancePath + '/questionText',
            schemaPath: '#/properties/questionText/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
            message: 'must match pattern "' + '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
        if (func72(data10, 1000)) {
          const err44 = {
            instancePath: instancePath + '/questionText',
            schemaPath: '#/properties/questionText/maxLength',
            keyword: 'maxLength',
            params: { limit: 1000 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
        if (func73(data10, 1)) {
          const err45 = {
            instancePath: instancePath + '/questionText',
            schemaPath: '#/properties/questionText/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
      } else {
        const err46 = {
          instancePath: instancePath + '/questionText',
          schemaPath: '#/properties/questionText/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.expectedImpact !== undefined && func0.call(data, 'expectedImpact')) {
      let data11 = data.expectedImpact;
      if (typeof data11 === 'string') {
        if (!pattern6.test(data11)) {
          const err47 = {
            instancePath: instancePath + '/expectedImpact',
            schemaPath: '#/properties/expectedImpact/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
            message: 'must match pattern "' + '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
        if (func72(data11, 2000)) {
          const err48 = {
            instancePath: instancePath + '/expectedImpact',
            schemaPath: '#/properties/expectedImpact/maxLength',
            keyword: 'maxLength',
            params: { limit: 2000 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err48];
          } else {
            vErrors.push(err48);
          }
          errors++;
        }
        if (func73(data11, 1)) {
          const err49 = {
            instancePath: instancePath + '/expectedImpact',
            schemaPath: '#/properties/expectedImpact/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err49];
          } else {
            vErrors.push(err49);
          }
          errors++;
        }
      } else {
        const err50 = {
          instancePath: instancePath + '/expectedImpact',
          schemaPath: '#/properties/expectedImpact/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
    }
    if (data.createdAt !== undefined && func0.call(data, 'createdAt')) {
      let data12 = data.createdAt;
      if (typeof data12 === 'string') {
        if (!formats0(data12)) {
          const err51 = {
            instancePath: instancePath + '/createdAt',
            schemaPath: '#/properties/createdAt/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err51];
          } else {
            vErrors.push(err51);
          }
          errors++;
        }
        if (func72(data12, 30)) {
          const err52 = {
            instancePath: instancePath + '/createdAt',
            schemaPath: '#/properties/createdAt/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err52];
          } else {
            vErrors.push(err52);
          }
          errors++;
        }
      } else {
        const err53 = {
          instancePath: instancePath + '/createdAt',
          schemaPath: '#/properties/createdAt/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      }
    }
    if (data.generatedBy !== undefined && func0.call(data, 'generatedBy')) {
      let data13 = data.generatedBy;
      if (typeof data13 !== 'string') {
        const err54 = {
          instancePath: instancePath + '/generatedBy',
          schemaPath: '#/properties/generatedBy/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err54];
        } else {
          vErrors.push(err54);
        }
        errors++;
      }
      if ('strategy_agent' !== data13) {
        const err55 = {
          instancePath: instancePath + '/generatedBy',
          schemaPath: '#/properties/generatedBy/const',
          keyword: 'const',
          params: { allowedValue: 'strategy_agent' },
          message: 'must be equal to constant',
        };
        if (vErrors === null) {
          vErrors = [err55];
        } else {
          vErrors.push(err55);
        }
        errors++;
      }
    }
    if (data.warnings !== undefined && func0.call(data, 'warnings')) {
      let data14 = data.warnings;
      if (Array.isArray(data14)) {
        if (data14.length > 100) {
          const err56 = {
            instancePath: instancePath + '/warnings',
            schemaPath: '#/properties/warnings/maxItems',
            keyword: 'maxItems',
            params: { limit: 100 },
            message: 'must NOT have more than 100 items',
          };
          if (vErrors === null) {
            vErrors = [err56];
          } else {
            vErrors.push(err56);
          }
          errors++;
        }
        const len1 = data14.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data15 = data14[i1];
          if (data15 && typeof data15 == 'object' && !Array.isArray(data15)) {
            if (data15.warningId === undefined || !func0.call(data15, 'warningId')) {
              const err57 = {
                instancePath: instancePath + '/warnings/' + i1,
                schemaPath: '#/$defs/recommendationWarning/required',
                keyword: 'required',
                params: { missingProperty: 'warningId' },
                message: "must have required property '" + 'warningId' + "'",
              };
              if (vErrors === null) {
                vErrors = [err57];
              } else {
                vErrors.push(err57);
              }
              errors++;
            }
            if (data15.type === undefined || !func0.call(data15, 'type')) {
              const err58 = {
                instancePath: instancePath + '/warnings/' + i1,
                schemaPath: '#/$defs/recommendationWarning/required',
                keyword: 'required',
                params: { missingProperty: 'type' },
                message: "must have required property '" + 'type' + "'",
              };
              if (vErrors === null) {
                vErrors = [err58];
              } else {
                vErrors.push(err58);
              }
              errors++;
            }
            if (data15.severity === undefined || !func0.call(data15, 'severity')) {
              const err59 = {
                instancePath: instancePath + '/warnings/' + i1,
                schemaPath: '#/$defs/recommendationWarning/required',
                keyword: 'required',
                params: { missingProperty: 'severity' },
                message: "must have required property '" + 'severity' + "'",
              };
              if (vErrors === null) {
                vErrors = [err59];
              } else {
                vErrors.push(err59);
              }
              errors++;
            }
            if (data15.message === undefined || !func0.call(data15, 'message')) {
              const err60 = {
                instancePath: instancePath + '/warnings/' + i1,
                schemaPath: '#/$defs/recommendationWarning/required',
                keyword: 'required',
                params: { missingProperty: 'message' },
                message: "must have required property '" + 'message' + "'",
              };
              if (vErrors === null) {
                vErrors = [err60];
              } else {
                vErrors.push(err60);
              }
              errors++;
            }
            if (data15.warningId !== undefined && func0.call(data15, 'warningId')) {
              let data16 = data15.warningId;
              if (typeof data16 === 'string') {
                if (!pattern5.test(data16)) {
                  const err61 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/warningId',
                    schemaPath: '#/$defs/recommendationWarning/properties/warningId/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err61];
                  } else {
                    vErrors.push(err61);
                  }
                  errors++;
                }
                if (func72(data16, 128)) {
                  const err62 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/warningId',
                    schemaPath: '#/$defs/recommendationWarning/properties/warningId/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err62];
                  } else {
                    vErrors.push(err62);
                  }
                  errors++;
                }
                if (func73(data16, 1)) {
                  const err63 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/warningId',
                    schemaPath: '#/$defs/recommendationWarning/properties/warningId/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err63];
                  } else {
                    vErrors.push(err63);
                  }
                  errors++;
                }
              } else {
                const err64 = {
                  instancePath: instancePath + '/warnings/' + i1 + '/warningId',
                  schemaPath: '#/$defs/recommendationWarning/properties/warningId/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err64];
                } else {
                  vErrors.push(err64);
                }
                errors++;
              }
            }
            if (data15.type !== undefined && func0.call(data15, 'type')) {
              let data17 = data15.type;
              if (typeof data17 === 'string') {
                if (!pattern6.test(data17)) {
                  const err65 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/type',
                    schemaPath: '#/$defs/recommendationWarning/properties/type/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err65];
                  } else {
                    vErrors.push(err65);
                  }
                  errors++;
                }
                if (func72(data17, 200)) {
                  const err66 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/type',
                    schemaPath: '#/$defs/recommendationWarning/properties/type/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 200 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err66];
                  } else {
                    vErrors.push(err66);
                  }
                  errors++;
                }
                if (func73(data17, 1)) {
                  const err67 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/type',
                    schemaPath: '#/$defs/recommendationWarning/properties/type/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err67];
                  } else {
                    vErrors.push(err67);
                  }
                  errors++;
                }
              } else {
                const err68 = {
                  instancePath: instancePath + '/warnings/' + i1 + '/type',
                  schemaPath: '#/$defs/recommendationWarning/properties/type/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err68];
                } else {
                  vErrors.push(err68);
                }
                errors++;
              }
            }
            if (data15.severity !== undefined && func0.call(data15, 'severity')) {
              let data18 = data15.severity;
              if (typeof data18 !== 'string') {
                const err69 = {
                  instancePath: instancePath + '/warnings/' + i1 + '/severity',
                  schemaPath: '#/$defs/recommendationWarning/properties/severity/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err69];
                } else {
                  vErrors.push(err69);
                }
                errors++;
              }
              if (!(data18 === 'low' || data18 === 'medium' || data18 === 'high')) {
                const err70 = {
                  instancePath: instancePath + '/warnings/' + i1 + '/severity',
                  schemaPath: '#/$defs/recommendationWarning/properties/severity/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema42.properties.severity.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err70];
                } else {
                  vErrors.push(err70);
                }
                errors++;
              }
            }
            if (data15.message !== undefined && func0.call(data15, 'message')) {
              let data19 = data15.message;
              if (typeof data19 === 'string') {
                if (!pattern6.test(data19)) {
                  const err71 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/message',
                    schemaPath: '#/$defs/recommendationWarning/properties/message/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err71];
                  } else {
                    vErrors.push(err71);
                  }
                  errors++;
                }
                if (func72(data19, 2000)) {
                  const err72 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/message',
                    schemaPath: '#/$defs/recommendationWarning/properties/message/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 2000 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err72];
                  } else {
                    vErrors.push(err72);
                  }
                  errors++;
                }
                if (func73(data19, 1)) {
                  const err73 = {
                    instancePath: instancePath + '/warnings/' + i1 + '/message',
                    schemaPath: '#/$defs/recommendationWarning/properties/message/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err73];
                  } else {
                    vErrors.push(err73);
                  }
                  errors++;
                }
              } else {
                const err74 = {
                  instancePath: instancePath + '/warnings/' + i1 + '/message',
                  schemaPath: '#/$defs/recommendationWarning/properties/message/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err74];
                } else {
                  vErrors.push(err74);
                }
                errors++;
              }
            }
          } else {
            const err75 = {
              instancePath: instancePath + '/warnings/' + i1,
              schemaPath: '#/$defs/recommendationWarning/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err75];
            } else {
              vErrors.push(err75);
            }
            errors++;
          }
        }
      } else {
        const err76 = {
          instancePath: instancePath + '/warnings',
          schemaPath: '#/properties/warnings/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err76];
        } else {
          vErrors.push(err76);
        }
        errors++;
      }
    }
  } else {
    const err77 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err77];
    } else {
      vErrors.push(err77);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
validate24.evaluated = {
  props: {
    recommendationId: true,
    type: true,
    priority: true,
    title: true,
    description: true,
    actionableSteps: true,
    topicId: true,
    topicName: true,
    questionId: true,
    questionText: true,
    expectedImpact: true,
    createdAt: true,
    generatedBy: true,
    warnings: true,
  },
  dynamicProps: false,
  dynamicItems: false,
};

function validate23(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="openDocument" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.handoffId === undefined || !func0.call(data, 'handoffId')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'handoffId' },
        message: "must have required property '" + 'handoffId' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.handoffTimestamp === undefined || !func0.call(data, 'handoffTimestamp')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'handoffTimestamp' },
        message: "must have required property '" + 'handoffTimestamp' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.handoffVersion === undefined || !func0.call(data, 'handoffVersion')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'handoffVersion' },
        message: "must have required property '" + 'handoffVersion' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.approvedBy === undefined || !func0.call(data, 'approvedBy')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'approvedBy' },
        message: "must have required property '" + 'approvedBy' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.approvalTimestamp === undefined || !func0.call(data, 'approvalTimestamp')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'approvalTimestamp' },
        message: "must have required property '" + 'approvalTimestamp' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.sourceRequestId === undefined || !func0.call(data, 'sourceRequestId')) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'sourceRequestId' },
        message: "must have required property '" + 'sourceRequestId' + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.sourceAnalysisTimestamp === undefined || !func0.call(data, 'sourceAnalysisTimestamp')) {
      const err6 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'sourceAnalysisTimestamp' },
        message: "must have required property '" + 'sourceAnalysisTimestamp' + "'",
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.governanceStatus === undefined || !func0.call(data, 'governanceStatus')) {
      const err7 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'governanceStatus' },
        message: "must have required property '" + 'governanceStatus' + "'",
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.recommendations === undefined || !func0.call(data, 'recommendations')) {
      const err8 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'recommendations' },
        message: "must have required property '" + 'recommendations' + "'",
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.auditTrail === undefined || !func0.call(data, 'auditTrail')) {
      const err9 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'auditTrail' },
        message: "must have required property '" + 'auditTrail' + "'",
      };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.handoffId !== undefined && func0.call(data, 'handoffId')) {
      let data0 = data.handoffId;
      if (typeof data0 === 'string') {
        if (!pattern4.test(data0)) {
          const err10 = {
            instancePath: instancePath + '/handoffId',
            schemaPath: '#/properties/handoffId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (func72(data0, 128)) {
          const err11 = {
            instancePath: instancePath + '/handoffId',
            schemaPath: '#/properties/handoffId/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (func73(data0, 1)) {
          const err12 = {
            instancePath: instancePath + '/handoffId',
            schemaPath: '#/properties/handoffId/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = {
          instancePath: instancePath + '/handoffId',
          schemaPath: '#/properties/handoffId/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.handoffTimestamp !== undefined && func0.call(data, 'handoffTimestamp')) {
      let data1 = data.handoffTimestamp;
      if (typeof data1 === 'string') {
        if (!formats0(data1)) {
          const err14 = {
            instancePath: instancePath + '/handoffTimestamp',
            schemaPath: '#/properties/handoffTimestamp/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (func72(data1, 30)) {
          const err15 = {
            instancePath: instancePath + '/handoffTimestamp',
            schemaPath: '#/properties/handoffTimestamp/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = {
          instancePath: instancePath + '/handoffTimestamp',
          schemaPath: '#/properties/handoffTimestamp/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.handoffVersion !== undefined && func0.call(data, 'handoffVersion')) {
      let data2 = data.handoffVersion;
      if (typeof data2 !== 'string') {
        const err17 = {
          instancePath: instancePath + '/handoffVersion',
          schemaPath: '#/properties/handoffVersion/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      if ('1.0.0' !== data2) {
        const err18 = {
          instancePath: instancePath + '/handoffVersion',
          schemaPath: '#/properties/handoffVersion/const',
          keyword: 'const',
          params: { allowedValue: '1.0.0' },
          message: 'must be equal to constant',
        };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.approvedBy !== undefined && func0.call(data, 'approvedBy')) {
      let data3 = data.approvedBy;
      if (typeof data3 === 'string') {
        if (!pattern5.test(data3)) {
          const err19 = {
            instancePath: instancePath + '/approvedBy',
            schemaPath: '#/properties/approvedBy/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        if (func72(data3, 128)) {
          const err20 = {
            instancePath: instancePath + '/approvedBy',
            schemaPath: '#/properties/approvedBy/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        if (func73(data3, 1)) {
          const err21 = {
            instancePath: instancePath + '/approvedBy',
            schemaPath: '#/properties/approvedBy/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      } else {
        const err22 = {
          instancePath: instancePath + '/approvedBy',
          schemaPath: '#/properties/approvedBy/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.approvalTimestamp !== undefined && func0.call(data, 'approvalTimestamp')) {
      let data4 = data.approvalTimestamp;
      if (typeof data4 === 'string') {
        if (!formats0(data4)) {
          const err23 = {
            instancePath: instancePath + '/approvalTimestamp',
            schemaPath: '#/properties/approvalTimestamp/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        if (func72(data4, 30)) {
          const err24 = {
            instancePath: instancePath + '/approvalTimestamp',
            schemaPath: '#/properties/approvalTimestamp/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      } else {
        const err25 = {
          instancePath: instancePath + '/approvalTimestamp',
          schemaPath: '#/properties/approvalTimestamp/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.approvalReason !== undefined && func0.call(data, 'approvalReason')) {
      let data5 = data.approvalReason;
      if (typeof data5 === 'string') {
        if (!pattern6.test(data5)) {
          const err26 = {
            instancePath: instancePath + '/approvalReason',
            schemaPath: '#/properties/approvalReason/pattern',
            keyword: 'pattern',
            params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
            message: 'must match pattern "' + '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
        if (func72(data5, 2000)) {
          const err27 = {
            instancePath: instancePath + '/approvalReason',
            schemaPath: '#/properties/approvalReason/maxLength',
            keyword: 'maxLength',
            params: { limit: 2000 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        if (func73(data5, 0)) {
          const err28 = {
            instancePath: instancePath + '/approvalReason',
            schemaPath: '#/properties/approvalReason/minLength',
            keyword: 'minLength',
            params: { limit: 0 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
      } else {
        const err29 = {
          instancePath: instancePath + '/approvalReason',
          schemaPath: '#/properties/approvalReason/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.sourceRequestId !== undefined && func0.call(data, 'sourceRequestId')) {
      let data6 = data.sourceRequestId;
      if (typeof data6 === 'string') {
        if (!pattern5.test(data6)) {
          const err30 = {
            instancePath: instancePath + '/sourceRequestId',
            schemaPath: '#/properties/sourceRequestId/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (func72(data6, 128)) {
          const err31 = {
            instancePath: instancePath + '/sourceRequestId',
            schemaPath: '#/properties/sourceRequestId/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (func73(data6, 1)) {
          const err32 = {
            instancePath: instancePath + '/sourceRequestId',
            schemaPath: '#/properties/sourceRequestId/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
      } else {
        const err33 = {
          instancePath: instancePath + '/sourceRequestId',
          schemaPath: '#/properties/sourceRequestId/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.sourceAnalysisTimestamp !== undefined && func0.call(data, 'sourceAnalysisTimestamp')) {
      let data7 = data.sourceAnalysisTimestamp;
      if (typeof data7 === 'string') {
        if (!formats0(data7)) {
          const err34 = {
            instancePath: instancePath + '/sourceAnalysisTimestamp',
            schemaPath: '#/properties/sourceAnalysisTimestamp/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        if (func72(data7, 30)) {
          const err35 = {
            instancePath: instancePath + '/sourceAnalysisTimestamp',
            schemaPath: '#/properties/sourceAnalysisTimestamp/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
      } else {
        const err36 = {
          instancePath: instancePath + '/sourceAnalysisTimestamp',
          schemaPath: '#/properties/sourceAnalysisTimestamp/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
    }
    if (data.governanceStatus !== undefined && func0.call(data, 'governanceStatus')) {
      let data8 = data.governanceStatus;
      if (typeof data8 !== 'string') {
        const err37 = {
          instancePath: instancePath + '/governanceStatus',
          schemaPath: '#/properties/governanceStatus/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
      if (!(data8 === 'approved' || data8 === 'approved_with_warnings')) {
        const err38 = {
          instancePath: instancePath + '/governanceStatus',
          schemaPath: '#/properties/governanceStatus/enum',
          keyword: 'enum',
          params: { allowedValues: schema39.properties.governanceStatus.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.governanceWarnings !== undefined && func0.call(data, 'governanceWarnings')) {
      let data9 = data.governanceWarnings;
      if (Array.isArray(data9)) {
        if (data9.length > 100) {
          const err39 = {
            instancePath: instancePath + '/governanceWarnings',
            schemaPath: '#/properties/governanceWarnings/maxItems',
            keyword: 'maxItems',
            params: { limit: 100 },
            message: 'must NOT have more than 100 items',
          };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
        const len0 = data9.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data10 = data9[i0];
          if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
            if (data10.warningId === undefined || !func0.call(data10, 'warningId')) {
              const err40 = {
                instancePath: instancePath + '/governanceWarnings/' + i0,
                schemaPath: '#/$defs/governanceWarning/required',
                keyword: 'required',
                params: { missingProperty: 'warningId' },
                message: "must have required property '" + 'warningId' + "'",
              };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
            if (data10.type === undefined || !func0.call(data10, 'type')) {
              const err41 = {
                instancePath: instancePath + '/governanceWarnings/' + i0,
                schemaPath: '#/$defs/governanceWarning/required',
                keyword: 'required',
                params: { missingProperty: 'type' },
                message: "must have required property '" + 'type' + "'",
              };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
            if (data10.severity === undefined || !func0.call(data10, 'severity')) {
              const err42 = {
                instancePath: instancePath + '/governanceWarnings/' + i0,
                schemaPath: '#/$defs/governanceWarning/required',
                keyword: 'required',
                params: { missingProperty: 'severity' },
                message: "must have required property '" + 'severity' + "'",
              };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
            if (data10.message === undefined || !func0.call(data10, 'message')) {
              const err43 = {
                instancePath: instancePath + '/governanceWarnings/' + i0,
                schemaPath: '#/$defs/governanceWarning/required',
                keyword: 'required',
                params: { missingProperty: 'message' },
                message: "must have required property '" + 'message' + "'",
              };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
            if (data10.warningId !== undefined && func0.call(data10, 'warningId')) {
              let data11 = data10.warningId;
              if (typeof data11 === 'string') {
                if (!pattern5.test(data11)) {
                  const err44 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/warningId',
                    schemaPath: '#/$defs/governanceWarning/properties/warningId/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err44];
                  } else {
                    vErrors.push(err44);
                  }
                  errors++;
                }
                if (func72(data11, 128)) {
                  const err45 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/warningId',
                    schemaPath: '#/$defs/governanceWarning/properties/warningId/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err45];
                  } else {
                    vErrors.push(err45);
                  }
                  errors++;
                }
                if (func73(data11, 1)) {
                  const err46 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/warningId',
                    schemaPath: '#/$defs/governanceWarning/properties/warningId/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err46];
                  } else {
                    vErrors.push(err46);
                  }
                  errors++;
                }
              } else {
                const err47 = {
                  instancePath: instancePath + '/governanceWarnings/' + i0 + '/warningId',
                  schemaPath: '#/$defs/governanceWarning/properties/warningId/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err47];
                } else {
                  vErrors.push(err47);
                }
                errors++;
              }
            }
            if (data10.type !== undefined && func0.call(data10, 'type')) {
              let data12 = data10.type;
              if (typeof data12 === 'string') {
                if (!pattern6.test(data12)) {
                  const err48 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/type',
                    schemaPath: '#/$defs/governanceWarning/properties/type/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err48];
                  } else {
                    vErrors.push(err48);
                  }
                  errors++;
                }
                if (func72(data12, 200)) {
                  const err49 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/type',
                    schemaPath: '#/$defs/governanceWarning/properties/type/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 200 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err49];
                  } else {
                    vErrors.push(err49);
                  }
                  errors++;
                }
                if (func73(data12, 1)) {
                  const err50 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/type',
                    schemaPath: '#/$defs/governanceWarning/properties/type/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err50];
                  } else {
                    vErrors.push(err50);
                  }
                  errors++;
                }
              } else {
                const err51 = {
                  instancePath: instancePath + '/governanceWarnings/' + i0 + '/type',
                  schemaPath: '#/$defs/governanceWarning/properties/type/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err51];
                } else {
                  vErrors.push(err51);
                }
                errors++;
              }
            }
            if (data10.severity !== undefined && func0.call(data10, 'severity')) {
              let data13 = data10.severity;
              if (typeof data13 !== 'string') {
                const err52 = {
                  instancePath: instancePath + '/governanceWarnings/' + i0 + '/severity',
                  schemaPath: '#/$defs/governanceWarning/properties/severity/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err52];
                } else {
                  vErrors.push(err52);
                }
                errors++;
              }
              if (!(data13 === 'low' || data13 === 'medium' || data13 === 'high')) {
                const err53 = {
                  instancePath: instancePath + '/governanceWarnings/' + i0 + '/severity',
                  schemaPath: '#/$defs/governanceWarning/properties/severity/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema40.properties.severity.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err53];
                } else {
                  vErrors.push(err53);
                }
                errors++;
              }
            }
            if (data10.message !== undefined && func0.call(data10, 'message')) {
              let data14 = data10.message;
              if (typeof data14 === 'string') {
                if (!pattern6.test(data14)) {
                  const err54 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/message',
                    schemaPath: '#/$defs/governanceWarning/properties/message/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err54];
                  } else {
                    vErrors.push(err54);
                  }
                  errors++;
                }
                if (func72(data14, 2000)) {
                  const err55 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/message',
                    schemaPath: '#/$defs/governanceWarning/properties/message/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 2000 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err55];
                  } else {
                    vErrors.push(err55);
                  }
                  errors++;
                }
                if (func73(data14, 1)) {
                  const err56 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/message',
                    schemaPath: '#/$defs/governanceWarning/properties/message/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err56];
                  } else {
                    vErrors.push(err56);
                  }
                  errors++;
                }
              } else {
                const err57 = {
                  instancePath: instancePath + '/governanceWarnings/' + i0 + '/message',
                  schemaPath: '#/$defs/governanceWarning/properties/message/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err57];
                } else {
                  vErrors.push(err57);
                }
                errors++;
              }
            }
            if (data10.recommendationId !== undefined && func0.call(data10, 'recommendationId')) {
              let data15 = data10.recommendationId;
              if (typeof data15 === 'string') {
                if (!pattern5.test(data15)) {
                  const err58 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/recommendationId',
                    schemaPath: '#/$defs/governanceWarning/properties/recommendationId/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err58];
                  } else {
                    vErrors.push(err58);
                  }
                  errors++;
                }
                if (func72(data15, 128)) {
                  const err59 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/recommendationId',
                    schemaPath: '#/$defs/governanceWarning/properties/recommendationId/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err59];
                  } else {
                    vErrors.push(err59);
                  }
                  errors++;
                }
                if (func73(data15, 1)) {
                  const err60 = {
                    instancePath: instancePath + '/governanceWarnings/' + i0 + '/recommendationId',
                    schemaPath: '#/$defs/governanceWarning/properties/recommendationId/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err60];
                  } else {
                    vErrors.push(err60);
                  }
                  errors++;
                }
              } else {
                const err61 = {
                  instancePath: instancePath + '/governanceWarnings/' + i0 + '/recommendationId',
                  schemaPath: '#/$defs/governanceWarning/properties/recommendationId/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err61];
                } else {
                  vErrors.push(err61);
                }
                errors++;
              }
            }
          } else {
            const err62 = {
              instancePath: instancePath + '/governanceWarnings/' + i0,
              schemaPath: '#/$defs/governanceWarning/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
        }
      } else {
        const err63 = {
          instancePath: instancePath + '/governanceWarnings',
          schemaPath: '#/properties/governanceWarnings/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err63];
        } else {
          vErrors.push(err63);
        }
        errors++;
      }
    }
    if (data.recommendations !== undefined && func0.call(data, 'recommendations')) {
      let data16 = data.recommendations;
      if (Array.isArray(data16)) {
        if (data16.length > 100) {
          const err64 = {
            instancePath: instancePath + '/recommendations',
            schemaPath: '#/properties/recommendations/maxItems',
            keyword: 'maxItems',
            params: { limit: 100 },
            message: 'must NOT have more than 100 items',
          };
          if (vErrors === null) {
            vErrors = [err64];
          } else {
            vErrors.push(err64);
          }
          errors++;
        }
        if (data16.length < 1) {
          const err65 = {
            instancePath: instancePath + '/recommendations',
            schemaPath: '#/properties/recommendations/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
          };
          if (vErrors === null) {
            vErrors = [err65];
          } else {
            vErrors.push(err65);
          }
          errors++;
        }
        const len1 = data16.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (
            !validate24(data16[i1], {
              instancePath: instancePath + '/recommendations/' + i1,
              parentData: data16,
              parentDataProperty: i1,
              rootData,
              dynamicAnchors,
            })
          ) {
            vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err66 = {
          instancePath: instancePath + '/recommendations',
          schemaPath: '#/properties/recommendations/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err66];
        } else {
          vErrors.push(err66);
        }
        errors++;
      }
    }
    if (data.topicContext !== undefined && func0.call(data, 'topicContext')) {
      let data18 = data.topicContext;
      if (Array.isArray(data18)) {
        if (data18.length > 50) {
          const err67 = {
            instancePath: instancePath + '/topicContext',
            schemaPath: '#/properties/topicContext/maxItems',
            keyword: 'maxItems',
            params: { limit: 50 },
            message: 'must NOT have more than 50 items',
          };
          if (vErrors === null) {
            vErrors = [err67];
          } else {
            vErrors.push(err67);
          }
          errors++;
        }
        const len2 = data18.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data19 = data18[i2];
          if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
            if (data19.topicId === undefined || !func0.call(data19, 'topicId')) {
              const err68 = {
                instancePath: instancePath + '/topicContext/' + i2,
                schemaPath: '#/$defs/topic/required',
                keyword: 'required',
                params: { missingProperty: 'topicId' },
                message: "must have required property '" + 'topicId' + "'",
              };
              if (vErrors === null) {
                vErrors = [err68];
              } else {
                vErrors.push(err68);
              }
              errors++;
            }
            if (data19.topicName === undefined || !func0.call(data19, 'topicName')) {
              const err69 = {
                instancePath: instancePath + '/topicContext/' + i2,
                schemaPath: '#/$defs/topic/required',
                keyword: 'required',
                params: { missingProperty: 'topicName' },
                message: "must have required property '" + 'topicName' + "'",
              };
              if (vErrors === null) {
                vErrors = [err69];
              } else {
                vErrors.push(err69);
              }
              errors++;
            }
            if (data19.topicId !== undefined && func0.call(data19, 'topicId')) {
              let data20 = data19.topicId;
              if (typeof data20 === 'string') {
                if (!pattern5.test(data20)) {
                  const err70 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/topicId',
                    schemaPath: '#/$defs/topic/properties/topicId/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err70];
                  } else {
                    vErrors.push(err70);
                  }
                  errors++;
                }
                if (func72(data20, 128)) {
                  const err71 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/topicId',
                    schemaPath: '#/$defs/topic/properties/topicId/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err71];
                  } else {
                    vErrors.push(err71);
                  }
                  errors++;
                }
                if (func73(data20, 1)) {
                  const err72 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/topicId',
                    schemaPath: '#/$defs/topic/properties/topicId/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err72];
                  } else {
                    vErrors.push(err72);
                  }
                  errors++;
                }
              } else {
                const err73 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/topicId',
                  schemaPath: '#/$defs/topic/properties/topicId/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err73];
                } else {
                  vErrors.push(err73);
                }
                errors++;
              }
            }
            if (data19.topicName !== undefined && func0.call(data19, 'topicName')) {
              let data21 = data19.topicName;
              if (typeof data21 === 'string') {
                if (!pattern6.test(data21)) {
                  const err74 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/topicName',
                    schemaPath: '#/$defs/topic/properties/topicName/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err74];
                  } else {
                    vErrors.push(err74);
                  }
                  errors++;
                }
                if (func72(data21, 300)) {
                  const err75 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/topicName',
                    schemaPath: '#/$defs/topic/properties/topicName/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 300 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err75];
                  } else {
                    vErrors.push(err75);
                  }
                  errors++;
                }
                if (func73(data21, 1)) {
                  const err76 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/topicName',
                    schemaPath: '#/$defs/topic/properties/topicName/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err76];
                  } else {
                    vErrors.push(err76);
                  }
                  errors++;
                }
              } else {
                const err77 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/topicName',
                  schemaPath: '#/$defs/topic/properties/topicName/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err77];
                } else {
                  vErrors.push(err77);
                }
                errors++;
              }
            }
            if (data19.geoScore !== undefined && func0.call(data19, 'geoScore')) {
              let data22 = data19.geoScore;
              if (typeof data22 == 'number' && isFinite(data22)) {
                if (data22 > 100 || isNaN(data22)) {
                  const err78 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/geoScore',
                    schemaPath: '#/$defs/topic/properties/geoScore/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 100 },
                    message: 'must be <= 100',
                  };
                  if (vErrors === null) {
                    vErrors = [err78];
                  } else {
                    vErrors.push(err78);
                  }
                  errors++;
                }
                if (data22 < 0 || isNaN(data22)) {
                  const err79 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/geoScore',
                    schemaPath: '#/$defs/topic/properties/geoScore/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err79];
                  } else {
                    vErrors.push(err79);
                  }
                  errors++;
                }
              } else {
                const err80 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/geoScore',
                  schemaPath: '#/$defs/topic/properties/geoScore/type',
                  keyword: 'type',
                  params: { type: 'number' },
                  message: 'must be number',
                };
                if (vErrors === null) {
                  vErrors = [err80];
                } else {
                  vErrors.push(err80);
                }
                errors++;
              }
            }
            if (data19.visibilityScore !== undefined && func0.call(data19, 'visibilityScore')) {
              let data23 = data19.visibilityScore;
              if (typeof data23 == 'number' && isFinite(data23)) {
                if (data23 > 100 || isNaN(data23)) {
                  const err81 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/visibilityScore',
                    schemaPath: '#/$defs/topic/properties/visibilityScore/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 100 },
                    message: 'must be <= 100',
                  };
                  if (vErrors === null) {
                    vErrors = [err81];
                  } else {
                    vErrors.push(err81);
                  }
                  errors++;
                }
                if (data23 < 0 || isNaN(data23)) {
                  const err82 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/visibilityScore',
                    schemaPath: '#/$defs/topic/properties/visibilityScore/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err82];
                  } else {
                    vErrors.push(err82);
                  }
                  errors++;
                }
              } else {
                const err83 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/visibilityScore',
                  schemaPath: '#/$defs/topic/properties/visibilityScore/type',
                  keyword: 'type',
                  params: { type: 'number' },
                  message: 'must be number',
                };
                if (vErrors === null) {
                  vErrors = [err83];
                } else {
                  vErrors.push(err83);
                }
                errors++;
              }
            }
            if (data19.sentimentScore !== undefined && func0.call(data19, 'sentimentScore')) {
              let data24 = data19.sentimentScore;
              if (typeof data24 == 'number' && isFinite(data24)) {
                if (data24 > 100 || isNaN(data24)) {
                  const err84 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/sentimentScore',
                    schemaPath: '#/$defs/topic/properties/sentimentScore/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 100 },
                    message: 'must be <= 100',
                  };
                  if (vErrors === null) {
                    vErrors = [err84];
                  } else {
                    vErrors.push(err84);
                  }
                  errors++;
                }
                if (data24 < 0 || isNaN(data24)) {
                  const err85 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/sentimentScore',
                    schemaPath: '#/$defs/topic/properties/sentimentScore/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err85];
                  } else {
                    vErrors.push(err85);
                  }
                  errors++;
                }
              } else {
                const err86 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/sentimentScore',
                  schemaPath: '#/$defs/topic/properties/sentimentScore/type',
                  keyword: 'type',
                  params: { type: 'number' },
                  message: 'must be number',
                };
                if (vErrors === null) {
                  vErrors = [err86];
                } else {
                  vErrors.push(err86);
                }
                errors++;
              }
            }
            if (data19.brandRank !== undefined && func0.call(data19, 'brandRank')) {
              let data25 = data19.brandRank;
              if (!(typeof data25 == 'number' && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
                const err87 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/brandRank',
                  schemaPath: '#/$defs/topic/properties/brandRank/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err87];
                } else {
                  vErrors.push(err87);
                }
                errors++;
              }
              if (typeof data25 == 'number' && isFinite(data25)) {
                if (data25 > 9007199254740991 || isNaN(data25)) {
                  const err88 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/brandRank',
                    schemaPath: '#/$defs/topic/properties/brandRank/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 9007199254740991 },
                    message: 'must be <= 9007199254740991',
                  };
                  if (vErrors === null) {
                    vErrors = [err88];
                  } else {
                    vErrors.push(err88);
                  }
                  errors++;
                }
                if (data25 < 1 || isNaN(data25)) {
                  const err89 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/brandRank',
                    schemaPath: '#/$defs/topic/properties/brandRank/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 1 },
                    message: 'must be >= 1',
                  };
                  if (vErrors === null) {
                    vErrors = [err89];
                  } else {
                    vErrors.push(err89);
                  }
                  errors++;
                }
              }
            }
            if (data19.competitorCount !== undefined && func0.call(data19, 'competitorCount')) {
              let data26 = data19.competitorCount;
              if (!(typeof data26 == 'number' && !(data26 % 1) && !isNaN(data26) && isFinite(data26))) {
                const err90 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/competitorCount',
                  schemaPath: '#/$defs/topic/properties/competitorCount/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err90];
                } else {
                  vErrors.push(err90);
                }
                errors++;
              }
              if (typeof data26 == 'number' && isFinite(data26)) {
                if (data26 > 9007199254740991 || isNaN(data26)) {
                  const err91 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/competitorCount',
                    schemaPath: '#/$defs/topic/properties/competitorCount/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 9007199254740991 },
                    message: 'must be <= 9007199254740991',
                  };
                  if (vErrors === null) {
                    vErrors = [err91];
                  } else {
                    vErrors.push(err91);
                  }
                  errors++;
                }
                if (data26 < 0 || isNaN(data26)) {
                  const err92 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/competitorCount',
                    schemaPath: '#/$defs/topic/properties/competitorCount/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err92];
                  } else {
                    vErrors.push(err92);
                  }
                  errors++;
                }
              }
            }
            if (data19.questionCount !== undefined && func0.call(data19, 'questionCount')) {
              let data27 = data19.questionCount;
              if (!(typeof data27 == 'number' && !(data27 % 1) && !isNaN(data27) && isFinite(data27))) {
                const err93 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/questionCount',
                  schemaPath: '#/$defs/topic/properties/questionCount/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err93];
                } else {
                  vErrors.push(err93);
                }
                errors++;
              }
              if (typeof data27 == 'number' && isFinite(data27)) {
                if (data27 > 9007199254740991 || isNaN(data27)) {
                  const err94 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/questionCount',
                    schemaPath: '#/$defs/topic/properties/questionCount/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 9007199254740991 },
                    message: 'must be <= 9007199254740991',
                  };
                  if (vErrors === null) {
                    vErrors = [err94];
                  } else {
                    vErrors.push(err94);
                  }
                  errors++;
                }
                if (data27 < 0 || isNaN(data27)) {
                  const err95 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/questionCount',
                    schemaPath: '#/$defs/topic/properties/questionCount/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 0 },
                    message: 'must be >= 0',
                  };
                  if (vErrors === null) {
                    vErrors = [err95];
                  } else {
                    vErrors.push(err95);
                  }
                  errors++;
                }
              }
            }
            if (data19.sampleQuestions !== undefined && func0.call(data19, 'sampleQuestions')) {
              let data28 = data19.sampleQuestions;
              if (Array.isArray(data28)) {
                if (data28.length > 100) {
                  const err96 = {
                    instancePath: instancePath + '/topicContext/' + i2 + '/sampleQuestions',
                    schemaPath: '#/$defs/topic/properties/sampleQuestions/maxItems',
                    keyword: 'maxItems',
                    params: { limit: 100 },
                    message: 'must NOT have more than 100 items',
                  };
                  if (vErrors === null) {
                    vErrors = [err96];
                  } else {
                    vErrors.push(err96);
                  }
                  errors++;
                }
                const len3 = data28.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  let data29 = data28[i3];
                  if (typeof data29 === 'string') {
                    if (!pattern6.test(data29)) {
                      const err97 = {
                        instancePath: instancePath + '/topicContext/' + i2 + '/sampleQuestions/' + i3,
                        schemaPath: '#/$defs/topic/properties/sampleQuestions/items/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                        message:
                          'must match pattern "' +
                          '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                          '"',
                      };
                      if (vErrors === null) {
                        vErrors = [err97];
                      } else {
                        vErrors.push(err97);
                      }
                      errors++;
                    }
                    if (func72(data29, 1000)) {
                      const err98 = {
                        instancePath: instancePath + '/topicContext/' + i2 + '/sampleQuestions/' + i3,
                        schemaPath: '#/$defs/topic/properties/sampleQuestions/items/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 1000 },
                        message: 'has another length',
                      };
                      if (vErrors === null) {
                        vErrors = [err98];
                      } else {
                        vErrors.push(err98);
                      }
                      errors++;
                    }
                    if (func73(data29, 1)) {
                      const err99 = {
                        instancePath: instancePath + '/topicContext/' + i2 + '/sampleQuestions/' + i3,
                        schemaPath: '#/$defs/topic/properties/sampleQuestions/items/minLength',
                        keyword: 'minLength',
                        params: { limit: 1 },
                        message: 'has another length',
                      };
                      if (vErrors === null) {
                        vErrors = [err99];
                      } else {
                        vErrors.push(err99);
                      }
                      errors++;
                    }
                  } else {
                    const err100 = {
                      instancePath: instancePath + '/topicContext/' + i2 + '/sampleQuestions/' + i3,
                      schemaPath: '#/$defs/topic/properties/sampleQuestions/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    };
                    if (vErrors === null) {
                      vErrors = [err100];
                    } else {
                      vErrors.push(err100);
                    }
                    errors++;
                  }
                }
              } else {
                const err101 = {
                  instancePath: instancePath + '/topicContext/' + i2 + '/sampleQuestions',
                  schemaPath: '#/$defs/topic/properties/sampleQuestions/type',
                  keyword: 'type',
                  params: { type: 'array' },
                  message: 'must be array',
                };
                if (vErrors === null) {
                  vErrors = [err101];
                } else {
                  vErrors.push(err101);
                }
                errors++;
              }
            }
          } else {
            const err102 = {
              instancePath: instancePath + '/topicContext/' + i2,
              schemaPath: '#/$defs/topic/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err102];
            } else {
              vErrors.push(err102);
            }
            errors++;
          }
        }
      } else {
        const err103 = {
          instancePath: instancePath + '/topicContext',
          schemaPath: '#/properties/topicContext/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err103];
        } else {
          vErrors.push(err103);
        }
        errors++;
      }
    }
    if (data.questionContext !== undefined && func0.call(data, 'questionContext')) {
      let data30 = data.questionContext;
      if (Array.isArray(data30)) {
        if (data30.length > 500) {
          const err104 = {
            instancePath: instancePath + '/questionContext',
            schemaPath: '#/properties/questionContext/maxItems',
            keyword: 'maxItems',
            params: { limit: 500 },
            message: 'must NOT have more than 500 items',
          };
          if (vErrors === null) {
            vErrors = [err104];
          } else {
            vErrors.push(err104);
          }
          errors++;
        }
        const len4 = data30.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data31 = data30[i4];
          if (data31 && typeof data31 == 'object' && !Array.isArray(data31)) {
            if (data31.questionId === undefined || !func0.call(data31, 'questionId')) {
              const err105 = {
                instancePath: instancePath + '/questionContext/' + i4,
                schemaPath: '#/$defs/question/required',
                keyword: 'required',
                params: { missingProperty: 'questionId' },
                message: "must have required property '" + 'questionId' + "'",
              };
              if (vErrors === null) {
                vErrors = [err105];
              } else {
                vErrors.push(err105);
              }
              errors++;
            }
            if (data31.questionText === undefined || !func0.call(data31, 'questionText')) {
              const err106 = {
                instancePath: instancePath + '/questionContext/' + i4,
                schemaPath: '#/$defs/question/required',
                keyword: 'required',
                params: { missingProperty: 'questionText' },
                message: "must have required property '" + 'questionText' + "'",
              };
              if (vErrors === null) {
                vErrors = [err106];
              } else {
                vErrors.push(err106);
              }
              errors++;
            }
            if (data31.brandMentioned === undefined || !func0.call(data31, 'brandMentioned')) {
              const err107 = {
                instancePath: instancePath + '/questionContext/' + i4,
                schemaPath: '#/$defs/question/required',
                keyword: 'required',
                params: { missingProperty: 'brandMentioned' },
                message: "must have required property '" + 'brandMentioned' + "'",
              };
              if (vErrors === null) {
                vErrors = [err107];
              } else {
                vErrors.push(err107);
              }
              errors++;
            }
            if (data31.topicId === undefined || !func0.call(data31, 'topicId')) {
              const err108 = {
                instancePath: instancePath + '/questionContext/' + i4,
                schemaPath: '#/$defs/question/required',
                keyword: 'required',
                params: { missingProperty: 'topicId' },
                message: "must have required property '" + 'topicId' + "'",
              };
              if (vErrors === null) {
                vErrors = [err108];
              } else {
                vErrors.push(err108);
              }
              errors++;
            }
            if (data31.topicName === undefined || !func0.call(data31, 'topicName')) {
              const err109 = {
                instancePath: instancePath + '/questionContext/' + i4,
                schemaPath: '#/$defs/question/required',
                keyword: 'required',
                params: { missingProperty: 'topicName' },
                message: "must have required property '" + 'topicName' + "'",
              };
              if (vErrors === null) {
                vErrors = [err109];
              } else {
                vErrors.push(err109);
              }
              errors++;
            }
            if (data31.questionId !== undefined && func0.call(data31, 'questionId')) {
              let data32 = data31.questionId;
              if (typeof data32 === 'string') {
                if (!pattern5.test(data32)) {
                  const err110 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/questionId',
                    schemaPath: '#/$defs/question/properties/questionId/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err110];
                  } else {
                    vErrors.push(err110);
                  }
                  errors++;
                }
                if (func72(data32, 128)) {
                  const err111 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/questionId',
                    schemaPath: '#/$defs/question/properties/questionId/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err111];
                  } else {
                    vErrors.push(err111);
                  }
                  errors++;
                }
                if (func73(data32, 1)) {
                  const err112 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/questionId',
                    schemaPath: '#/$defs/question/properties/questionId/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err112];
                  } else {
                    vErrors.push(err112);
                  }
                  errors++;
                }
              } else {
                const err113 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/questionId',
                  schemaPath: '#/$defs/question/properties/questionId/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err113];
                } else {
                  vErrors.push(err113);
                }
                errors++;
              }
            }
            if (data31.questionText !== undefined && func0.call(data31, 'questionText')) {
              let data33 = data31.questionText;
              if (typeof data33 === 'string') {
                if (!pattern6.test(data33)) {
                  const err114 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/questionText',
                    schemaPath: '#/$defs/question/properties/questionText/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err114];
                  } else {
                    vErrors.push(err114);
                  }
                  errors++;
                }
                if (func72(data33, 1000)) {
                  const err115 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/questionText',
                    schemaPath: '#/$defs/question/properties/questionText/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 1000 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err115];
                  } else {
                    vErrors.push(err115);
                  }
                  errors++;
                }
                if (func73(data33, 1)) {
                  const err116 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/questionText',
                    schemaPath: '#/$defs/question/properties/questionText/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err116];
                  } else {
                    vErrors.push(err116);
                  }
                  errors++;
                }
              } else {
                const err117 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/questionText',
                  schemaPath: '#/$defs/question/properties/questionText/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err117];
                } else {
                  vErrors.push(err117);
                }
                errors++;
              }
            }
            if (data31.aiAnswerExcerpt !== undefined && func0.call(data31, 'aiAnswerExcerpt')) {
              let data34 = data31.aiAnswerExcerpt;
              if (typeof data34 === 'string') {
                if (!pattern6.test(data34)) {
                  const err118 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/aiAnswerExcerpt',
                    schemaPath: '#/$defs/question/properties/aiAnswerExcerpt/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err118];
                  } else {
                    vErrors.push(err118);
                  }
                  errors++;
                }
                if (func72(data34, 1000)) {
                  const err119 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/aiAnswerExcerpt',
                    schemaPath: '#/$defs/question/properties/aiAnswerExcerpt/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 1000 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err119];
                  } else {
                    vErrors.push(err119);
                  }
                  errors++;
                }
                if (func73(data34, 0)) {
                  const err120 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/aiAnswerExcerpt',
                    schemaPath: '#/$defs/question/properties/aiAnswerExcerpt/minLength',
                    keyword: 'minLength',
                    params: { limit: 0 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err120];
                  } else {
                    vErrors.push(err120);
                  }
                  errors++;
                }
              } else {
                const err121 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/aiAnswerExcerpt',
                  schemaPath: '#/$defs/question/properties/aiAnswerExcerpt/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err121];
                } else {
                  vErrors.push(err121);
                }
                errors++;
              }
            }
            if (data31.brandMentioned !== undefined && func0.call(data31, 'brandMentioned')) {
              if (typeof data31.brandMentioned !== 'boolean') {
                const err122 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/brandMentioned',
                  schemaPath: '#/$defs/question/properties/brandMentioned/type',
                  keyword: 'type',
                  params: { type: 'boolean' },
                  message: 'must be boolean',
                };
                if (vErrors === null) {
                  vErrors = [err122];
                } else {
                  vErrors.push(err122);
                }
                errors++;
              }
            }
            if (data31.brandPosition !== undefined && func0.call(data31, 'brandPosition')) {
              let data36 = data31.brandPosition;
              if (!(typeof data36 == 'number' && !(data36 % 1) && !isNaN(data36) && isFinite(data36))) {
                const err123 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/brandPosition',
                  schemaPath: '#/$defs/question/properties/brandPosition/type',
                  keyword: 'type',
                  params: { type: 'integer' },
                  message: 'must be integer',
                };
                if (vErrors === null) {
                  vErrors = [err123];
                } else {
                  vErrors.push(err123);
                }
                errors++;
              }
              if (typeof data36 == 'number' && isFinite(data36)) {
                if (data36 > 9007199254740991 || isNaN(data36)) {
                  const err124 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/brandPosition',
                    schemaPath: '#/$defs/question/properties/brandPosition/maximum',
                    keyword: 'maximum',
                    params: { comparison: '<=', limit: 9007199254740991 },
                    message: 'must be <= 9007199254740991',
                  };
                  if (vErrors === null) {
                    vErrors = [err124];
                  } else {
                    vErrors.push(err124);
                  }
                  errors++;
                }
                if (data36 < 1 || isNaN(data36)) {
                  const err125 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/brandPosition',
                    schemaPath: '#/$defs/question/properties/brandPosition/minimum',
                    keyword: 'minimum',
                    params: { comparison: '>=', limit: 1 },
                    message: 'must be >= 1',
                  };
                  if (vErrors === null) {
                    vErrors = [err125];
                  } else {
                    vErrors.push(err125);
                  }
                  errors++;
                }
              }
            }
            if (data31.sentiment !== undefined && func0.call(data31, 'sentiment')) {
              let data37 = data31.sentiment;
              if (typeof data37 !== 'string') {
                const err126 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/sentiment',
                  schemaPath: '#/$defs/question/properties/sentiment/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err126];
                } else {
                  vErrors.push(err126);
                }
                errors++;
              }
              if (!(data37 === 'positive' || data37 === 'neutral' || data37 === 'negative')) {
                const err127 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/sentiment',
                  schemaPath: '#/$defs/question/properties/sentiment/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema44.properties.sentiment.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err127];
                } else {
                  vErrors.push(err127);
                }
                errors++;
              }
            }
            if (data31.topicId !== undefined && func0.call(data31, 'topicId')) {
              let data38 = data31.topicId;
              if (typeof data38 === 'string') {
                if (!pattern5.test(data38)) {
                  const err128 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/topicId',
                    schemaPath: '#/$defs/question/properties/topicId/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err128];
                  } else {
                    vErrors.push(err128);
                  }
                  errors++;
                }
                if (func72(data38, 128)) {
                  const err129 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/topicId',
                    schemaPath: '#/$defs/question/properties/topicId/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err129];
                  } else {
                    vErrors.push(err129);
                  }
                  errors++;
                }
                if (func73(data38, 1)) {
                  const err130 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/topicId',
                    schemaPath: '#/$defs/question/properties/topicId/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err130];
                  } else {
                    vErrors.push(err130);
                  }
                  errors++;
                }
              } else {
                const err131 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/topicId',
                  schemaPath: '#/$defs/question/properties/topicId/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err131];
                } else {
                  vErrors.push(err131);
                }
                errors++;
              }
            }
            if (data31.topicName !== undefined && func0.call(data31, 'topicName')) {
              let data39 = data31.topicName;
              if (typeof data39 === 'string') {
                if (!pattern6.test(data39)) {
                  const err132 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/topicName',
                    schemaPath: '#/$defs/question/properties/topicName/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' },
                    message:
                      'must match pattern "' +
                      '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$' +
                      '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err132];
                  } else {
                    vErrors.push(err132);
                  }
                  errors++;
                }
                if (func72(data39, 300)) {
                  const err133 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/topicName',
                    schemaPath: '#/$defs/question/properties/topicName/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 300 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err133];
                  } else {
                    vErrors.push(err133);
                  }
                  errors++;
                }
                if (func73(data39, 1)) {
                  const err134 = {
                    instancePath: instancePath + '/questionContext/' + i4 + '/topicName',
                    schemaPath: '#/$defs/question/properties/topicName/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err134];
                  } else {
                    vErrors.push(err134);
                  }
                  errors++;
                }
              } else {
                const err135 = {
                  instancePath: instancePath + '/questionContext/' + i4 + '/topicName',
                  schemaPath: '#/$defs/question/properties/topicName/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err135];
                } else {
                  vErrors.push(err135);
                }
                errors++;
              }
            }
          } else {
            const err136 = {
              instancePath: instancePath + '/questionContext/' + i4,
              schemaPath: '#/$defs/question/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err136];
            } else {
              vErrors.push(err136);
            }
            errors++;
          }
        }
      } else {
        const err137 = {
          instancePath: instancePath + '/questionContext',
          schemaPath: '#/properties/questionContext/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err137];
        } else {
          vErrors.push(err137);
        }
        errors++;
      }
    }
    if (data.metricContext !== undefined && func0.call(data, 'metricContext')) {
      let data40 = data.metricContext;
      if (data40 && typeof data40 == 'object' && !Array.isArray(data40)) {
        if (data40.analysisTimeRange === undefined || !func0.call(data40, 'analysisTimeRange')) {
          const err138 = {
            instancePath: instancePath + '/metricContext',
            schemaPath: '#/$defs/metrics/required',
            keyword: 'required',
            params: { missingProperty: 'analysisTimeRange' },
            message: "must have required property '" + 'analysisTimeRange' + "'",
          };
          if (vErrors === null) {
            vErrors = [err138];
          } else {
            vErrors.push(err138);
          }
          errors++;
        }
        if (data40.topicsAnalyzed === undefined || !func0.call(data40, 'topicsAnalyzed')) {
          const err139 = {
            instancePath: instancePath + '/metricContext',
            schemaPath: '#/$defs/metrics/required',
            keyword: 'required',
            params: { missingProperty: 'topicsAnalyzed' },
            message: "must have required property '" + 'topicsAnalyzed' + "'",
          };
          if (vErrors === null) {
            vErrors = [err139];
          } else {
            vErrors.push(err139);
          }
          errors++;
        }
        if (data40.questionsAnalyzed === undefined || !func0.call(data40, 'questionsAnalyzed')) {
          const err140 = {
            instancePath: instancePath + '/metricContext',
            schemaPath: '#/$defs/metrics/required',
            keyword: 'required',
            params: { missingProperty: 'questionsAnalyzed' },
            message: "must have required property '" + 'questionsAnalyzed' + "'",
          };
          if (vErrors === null) {
            vErrors = [err140];
          } else {
            vErrors.push(err140);
          }
          errors++;
        }
        if (data40.brandsAnalyzed === undefined || !func0.call(data40, 'brandsAnalyzed')) {
          const err141 = {
            instancePath: instancePath + '/metricContext',
            schemaPath: '#/$defs/metrics/required',
            keyword: 'required',
            params: { missingProperty: 'brandsAnalyzed' },
            message: "must have required property '" + 'brandsAnalyzed' + "'",
          };
          if (vErrors === null) {
            vErrors = [err141];
          } else {
            vErrors.push(err141);
          }
          errors++;
        }
        if (data40.overallGeoScore !== undefined && func0.call(data40, 'overallGeoScore')) {
          let data41 = data40.overallGeoScore;
          if (typeof data41 == 'number' && isFinite(data41)) {
            if (data41 > 100 || isNaN(data41)) {
              const err142 = {
                instancePath: instancePath + '/metricContext/overallGeoScore',
                schemaPath: '#/$defs/metrics/properties/overallGeoScore/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 100 },
                message: 'must be <= 100',
              };
              if (vErrors === null) {
                vErrors = [err142];
              } else {
                vErrors.push(err142);
              }
              errors++;
            }
            if (data41 < 0 || isNaN(data41)) {
              const err143 = {
                instancePath: instancePath + '/metricContext/overallGeoScore',
                schemaPath: '#/$defs/metrics/properties/overallGeoScore/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err143];
              } else {
                vErrors.push(err143);
              }
              errors++;
            }
          } else {
            const err144 = {
              instancePath: instancePath + '/metricContext/overallGeoScore',
              schemaPath: '#/$defs/metrics/properties/overallGeoScore/type',
              keyword: 'type',
              params: { type: 'number' },
              message: 'must be number',
            };
            if (vErrors === null) {
              vErrors = [err144];
            } else {
              vErrors.push(err144);
            }
            errors++;
          }
        }
        if (data40.overallVisibilityScore !== undefined && func0.call(data40, 'overallVisibilityScore')) {
          let data42 = data40.overallVisibilityScore;
          if (typeof data42 == 'number' && isFinite(data42)) {
            if (data42 > 100 || isNaN(data42)) {
              const err145 = {
                instancePath: instancePath + '/metricContext/overallVisibilityScore',
                schemaPath: '#/$defs/metrics/properties/overallVisibilityScore/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 100 },
                message: 'must be <= 100',
              };
              if (vErrors === null) {
                vErrors = [err145];
              } else {
                vErrors.push(err145);
              }
              errors++;
            }
            if (data42 < 0 || isNaN(data42)) {
              const err146 = {
                instancePath: instancePath + '/metricContext/overallVisibilityScore',
                schemaPath: '#/$defs/metrics/properties/overallVisibilityScore/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err146];
              } else {
                vErrors.push(err146);
              }
              errors++;
            }
          } else {
            const err147 = {
              instancePath: instancePath + '/metricContext/overallVisibilityScore',
              schemaPath: '#/$defs/metrics/properties/overallVisibilityScore/type',
              keyword: 'type',
              params: { type: 'number' },
              message: 'must be number',
            };
            if (vErrors === null) {
              vErrors = [err147];
            } else {
              vErrors.push(err147);
            }
            errors++;
          }
        }
        if (data40.overallSentimentScore !== undefined && func0.call(data40, 'overallSentimentScore')) {
          let data43 = data40.overallSentimentScore;
          if (typeof data43 == 'number' && isFinite(data43)) {
            if (data43 > 100 || isNaN(data43)) {
              const err148 = {
                instancePath: instancePath + '/metricContext/overallSentimentScore',
                schemaPath: '#/$defs/metrics/properties/overallSentimentScore/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 100 },
                message: 'must be <= 100',
              };
              if (vErrors === null) {
                vErrors = [err148];
              } else {
                vErrors.push(err148);
              }
              errors++;
            }
            if (data43 < 0 || isNaN(data43)) {
              const err149 = {
                instancePath: instancePath + '/metricContext/overallSentimentScore',
                schemaPath: '#/$defs/metrics/properties/overallSentimentScore/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err149];
              } else {
                vErrors.push(err149);
              }
              errors++;
            }
          } else {
            const err150 = {
              instancePath: instancePath + '/metricContext/overallSentimentScore',
              schemaPath: '#/$defs/metrics/properties/overallSentimentScore/type',
              keyword: 'type',
              params: { type: 'number' },
              message: 'must be number',
            };
            if (vErrors === null) {
              vErrors = [err150];
            } else {
              vErrors.push(err150);
            }
            errors++;
          }
        }
        if (data40.analysisTimeRange !== undefined && func0.call(data40, 'analysisTimeRange')) {
          let data44 = data40.analysisTimeRange;
          if (data44 && typeof data44 == 'object' && !Array.isArray(data44)) {
            if (data44.start === undefined || !func0.call(data44, 'start')) {
              const err151 = {
                instancePath: instancePath + '/metricContext/analysisTimeRange',
                schemaPath: '#/$defs/metrics/properties/analysisTimeRange/required',
                keyword: 'required',
                params: { missingProperty: 'start' },
                message: "must have required property '" + 'start' + "'",
              };
              if (vErrors === null) {
                vErrors = [err151];
              } else {
                vErrors.push(err151);
              }
              errors++;
            }
            if (data44.end === undefined || !func0.call(data44, 'end')) {
              const err152 = {
                instancePath: instancePath + '/metricContext/analysisTimeRange',
                schemaPath: '#/$defs/metrics/properties/analysisTimeRange/required',
                keyword: 'required',
                params: { missingProperty: 'end' },
                message: "must have required property '" + 'end' + "'",
              };
              if (vErrors === null) {
                vErrors = [err152];
              } else {
                vErrors.push(err152);
              }
              errors++;
            }
            if (data44.start !== undefined && func0.call(data44, 'start')) {
              let data45 = data44.start;
              if (typeof data45 === 'string') {
                if (!formats0(data45)) {
                  const err153 = {
                    instancePath: instancePath + '/metricContext/analysisTimeRange/start',
                    schemaPath: '#/$defs/metrics/properties/analysisTimeRange/properties/start/format',
                    keyword: 'format',
                    params: { format: 'utc-timestamp' },
                    message: 'must match format "' + 'utc-timestamp' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err153];
                  } else {
                    vErrors.push(err153);
                  }
                  errors++;
                }
                if (func72(data45, 30)) {
                  const err154 = {
                    instancePath: instancePath + '/metricContext/analysisTimeRange/start',
                    schemaPath: '#/$defs/metrics/properties/analysisTimeRange/properties/start/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 30 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err154];
                  } else {
                    vErrors.push(err154);
                  }
                  errors++;
                }
              } else {
                const err155 = {
                  instancePath: instancePath + '/metricContext/analysisTimeRange/start',
                  schemaPath: '#/$defs/metrics/properties/analysisTimeRange/properties/start/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err155];
                } else {
                  vErrors.push(err155);
                }
                errors++;
              }
            }
            if (data44.end !== undefined && func0.call(data44, 'end')) {
              let data46 = data44.end;
              if (typeof data46 === 'string') {
                if (!formats0(data46)) {
                  const err156 = {
                    instancePath: instancePath + '/metricContext/analysisTimeRange/end',
                    schemaPath: '#/$defs/metrics/properties/analysisTimeRange/properties/end/format',
                    keyword: 'format',
                    params: { format: 'utc-timestamp' },
                    message: 'must match format "' + 'utc-timestamp' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err156];
                  } else {
                    vErrors.push(err156);
                  }
                  errors++;
                }
                if (func72(data46, 30)) {
                  const err157 = {
                    instancePath: instancePath + '/metricContext/analysisTimeRange/end',
                    schemaPath: '#/$defs/metrics/properties/analysisTimeRange/properties/end/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 30 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err157];
                  } else {
                    vErrors.push(err157);
                  }
                  errors++;
                }
              } else {
                const err158 = {
                  instancePath: instancePath + '/metricContext/analysisTimeRange/end',
                  schemaPath: '#/$defs/metrics/properties/analysisTimeRange/properties/end/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err158];
                } else {
                  vErrors.push(err158);
                }
                errors++;
              }
            }
          } else {
            const err159 = {
              instancePath: instancePath + '/metricContext/analysisTimeRange',
              schemaPath: '#/$defs/metrics/properties/analysisTimeRange/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err159];
            } else {
              vErrors.push(err159);
            }
            errors++;
          }
        }
        if (data40.topicsAnalyzed !== undefined && func0.call(data40, 'topicsAnalyzed')) {
          let data47 = data40.topicsAnalyzed;
          if (!(typeof data47 == 'number' && !(data47 % 1) && !isNaN(data47) && isFinite(data47))) {
            const err160 = {
              instancePath: instancePath + '/metricContext/topicsAnalyzed',
              schemaPath: '#/$defs/metrics/properties/topicsAnalyzed/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err160];
            } else {
              vErrors.push(err160);
            }
            errors++;
          }
          if (typeof data47 == 'number' && isFinite(data47)) {
            if (data47 > 9007199254740991 || isNaN(data47)) {
              const err161 = {
                instancePath: instancePath + '/metricContext/topicsAnalyzed',
                schemaPath: '#/$defs/metrics/properties/topicsAnalyzed/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 9007199254740991 },
                message: 'must be <= 9007199254740991',
              };
              if (vErrors === null) {
                vErrors = [err161];
              } else {
                vErrors.push(err161);
              }
              errors++;
            }
            if (data47 < 0 || isNaN(data47)) {
              const err162 = {
                instancePath: instancePath + '/metricContext/topicsAnalyzed',
                schemaPath: '#/$defs/metrics/properties/topicsAnalyzed/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err162];
              } else {
                vErrors.push(err162);
              }
              errors++;
            }
          }
        }
        if (data40.questionsAnalyzed !== undefined && func0.call(data40, 'questionsAnalyzed')) {
          let data48 = data40.questionsAnalyzed;
          if (!(typeof data48 == 'number' && !(data48 % 1) && !isNaN(data48) && isFinite(data48))) {
            const err163 = {
              instancePath: instancePath + '/metricContext/questionsAnalyzed',
              schemaPath: '#/$defs/metrics/properties/questionsAnalyzed/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err163];
            } else {
              vErrors.push(err163);
            }
            errors++;
          }
          if (typeof data48 == 'number' && isFinite(data48)) {
            if (data48 > 9007199254740991 || isNaN(data48)) {
              const err164 = {
                instancePath: instancePath + '/metricContext/questionsAnalyzed',
                schemaPath: '#/$defs/metrics/properties/questionsAnalyzed/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 9007199254740991 },
                message: 'must be <= 9007199254740991',
              };
              if (vErrors === null) {
                vErrors = [err164];
              } else {
                vErrors.push(err164);
              }
              errors++;
            }
            if (data48 < 0 || isNaN(data48)) {
              const err165 = {
                instancePath: instancePath + '/metricContext/questionsAnalyzed',
                schemaPath: '#/$defs/metrics/properties/questionsAnalyzed/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err165];
              } else {
                vErrors.push(err165);
              }
              errors++;
            }
          }
        }
        if (data40.brandsAnalyzed !== undefined && func0.call(data40, 'brandsAnalyzed')) {
          let data49 = data40.brandsAnalyzed;
          if (!(typeof data49 == 'number' && !(data49 % 1) && !isNaN(data49) && isFinite(data49))) {
            const err166 = {
              instancePath: instancePath + '/metricContext/brandsAnalyzed',
              schemaPath: '#/$defs/metrics/properties/brandsAnalyzed/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err166];
            } else {
              vErrors.push(err166);
            }
            errors++;
          }
          if (typeof data49 == 'number' && isFinite(data49)) {
            if (data49 > 9007199254740991 || isNaN(data49)) {
              const err167 = {
                instancePath: instancePath + '/metricContext/brandsAnalyzed',
                schemaPath: '#/$defs/metrics/properties/brandsAnalyzed/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 9007199254740991 },
                message: 'must be <= 9007199254740991',
              };
              if (vErrors === null) {
                vErrors = [err167];
              } else {
                vErrors.push(err167);
              }
              errors++;
            }
            if (data49 < 0 || isNaN(data49)) {
              const err168 = {
                instancePath: instancePath + '/metricContext/brandsAnalyzed',
                schemaPath: '#/$defs/metrics/properties/brandsAnalyzed/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
                message: 'must be >= 0',
              };
              if (vErrors === null) {
                vErrors = [err168];
              } else {
                vErrors.push(err168);
              }
              errors++;
            }
          }
        }
      } else {
        const err169 = {
          instancePath: instancePath + '/metricContext',
          schemaPath: '#/$defs/metrics/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err169];
        } else {
          vErrors.push(err169);
        }
        errors++;
      }
    }
    if (data.auditTrail !== undefined && func0.call(data, 'auditTrail')) {
      let data50 = data.auditTrail;
      if (Array.isArray(data50)) {
        if (data50.length > 1000) {
          const err170 = {
            instancePath: instancePath + '/auditTrail',
            schemaPath: '#/properties/auditTrail/maxItems',
            keyword: 'maxItems',
            params: { limit: 1000 },
            message: 'must NOT have more than 1000 items',
          };
          if (vErrors === null) {
            vErrors = [err170];
          } else {
            vErrors.push(err170);
          }
          errors++;
        }
        if (data50.length < 1) {
          const err171 = {
            instancePath: instancePath + '/auditTrail',
            schemaPath: '#/properties/auditTrail/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
          };
          if (vErrors === null) {
            vErrors = [err171];
          } else {
            vErrors.push(err171);
          }
          errors++;
        }
        const len5 = data50.length;
        for (let i5 = 0; i5 < len5; i5++) {
          let data51 = data50[i5];
          if (data51 && typeof data51 == 'object' && !Array.isArray(data51)) {
            if (data51.entryId === undefined || !func0.call(data51, 'entryId')) {
              const err172 = {
                instancePath: instancePath + '/auditTrail/' + i5,
                schemaPath: '#/$defs/auditEntry/required',
                keyword: 'required',
                params: { missingProperty: 'entryId' },
                message: "must have required property '" + 'entryId' + "'",
              };
              if (vErrors === null) {
                vErrors = [err172];
              } else {
                vErrors.push(err172);
              }
              errors++;
            }
            if (data51.timestamp === undefined || !func0.call(data51, 'timestamp')) {
              const err173 = {
                instancePath: instancePath + '/auditTrail/' + i5,
                schemaPath: '#/$defs/auditEntry/required',
                keyword: 'required',
                params: { missingProperty: 'timestamp' },
                message: "must have required property '" + 'timestamp' + "'",
              };
              if (vErrors === null) {
                vErrors = [err173];
              } else {
                vErrors.push(err173);
              }
              errors++;
            }
            if (data51.event === undefined || !func0.call(data51, 'event')) {
              const err174 = {
                instancePath: instancePath + '/auditTrail/' + i5,
                schemaPath: '#/$defs/auditEntry/required',
                keyword: 'required',
                params: { missingProperty: 'event' },
                message: "must have required property '" + 'event' + "'",
              };
              if (vErrors === null) {
                vErrors = [err174];
              } else {
                vErrors.push(err174);
              }
              errors++;
            }
            if (data51.actor === undefined || !func0.call(data51, 'actor')) {
              const err175 = {
                instancePath: instancePath + '/auditTrail/' + i5,
                schemaPath: '#/$defs/auditEntry/required',
                keyword: 'required',
                params: { missingProperty: 'actor' },
                message: "must have required property '" + 'actor' + "'",
              };
              if (vErrors === null) {
                vErrors = [err175];
              } else {
                vErrors.push(err175);
              }
              errors++;
            }
            if (data51.entryId !== undefined && func0.call(data51, 'entryId')) {
              let data52 = data51.entryId;
              if (typeof data52 === 'string') {
                if (!pattern5.test(data52)) {
                  const err176 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/entryId',
                    schemaPath: '#/$defs/auditEntry/properties/entryId/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err176];
                  } else {
                    vErrors.push(err176);
                  }
                  errors++;
                }
                if (func72(data52, 128)) {
                  const err177 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/entryId',
                    schemaPath: '#/$defs/auditEntry/properties/entryId/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err177];
                  } else {
                    vErrors.push(err177);
                  }
                  errors++;
                }
                if (func73(data52, 1)) {
                  const err178 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/entryId',
                    schemaPath: '#/$defs/auditEntry/properties/entryId/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err178];
                  } else {
                    vErrors.push(err178);
                  }
                  errors++;
                }
              } else {
                const err179 = {
                  instancePath: instancePath + '/auditTrail/' + i5 + '/entryId',
                  schemaPath: '#/$defs/auditEntry/properties/entryId/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err179];
                } else {
                  vErrors.push(err179);
                }
                errors++;
              }
            }
            if (data51.timestamp !== undefined && func0.call(data51, 'timestamp')) {
              let data53 = data51.timestamp;
              if (typeof data53 === 'string') {
                if (!formats0(data53)) {
                  const err180 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/timestamp',
                    schemaPath: '#/$defs/auditEntry/properties/timestamp/format',
                    keyword: 'format',
                    params: { format: 'utc-timestamp' },
                    message: 'must match format "' + 'utc-timestamp' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err180];
                  } else {
                    vErrors.push(err180);
                  }
                  errors++;
                }
                if (func72(data53, 30)) {
                  const err181 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/timestamp',
                    schemaPath: '#/$defs/auditEntry/properties/timestamp/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 30 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err181];
                  } else {
                    vErrors.push(err181);
                  }
                  errors++;
                }
              } else {
                const err182 = {
                  instancePath: instancePath + '/auditTrail/' + i5 + '/timestamp',
                  schemaPath: '#/$defs/auditEntry/properties/timestamp/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err182];
                } else {
                  vErrors.push(err182);
                }
                errors++;
              }
            }
            if (data51.event !== undefined && func0.call(data51, 'event')) {
              let data54 = data51.event;
              if (typeof data54 !== 'string') {
                const err183 = {
                  instancePath: instancePath + '/auditTrail/' + i5 + '/event',
                  schemaPath: '#/$defs/auditEntry/properties/event/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err183];
                } else {
                  vErrors.push(err183);
                }
                errors++;
              }
              if (!(
                data54 === 'handoff_initiated' ||
                data54 === 'handoff_approved' ||
                data54 === 'handoff_transferred' ||
                data54 === 'handoff_completed'
              )) {
                const err184 = {
                  instancePath: instancePath + '/auditTrail/' + i5 + '/event',
                  schemaPath: '#/$defs/auditEntry/properties/event/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema46.properties.event.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err184];
                } else {
                  vErrors.push(err184);
                }
                errors++;
              }
            }
            if (data51.actor !== undefined && func0.call(data51, 'actor')) {
              let data55 = data51.actor;
              if (typeof data55 === 'string') {
                if (!pattern5.test(data55)) {
                  const err185 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/actor',
                    schemaPath: '#/$defs/auditEntry/properties/actor/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:@|/+#=-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err185];
                  } else {
                    vErrors.push(err185);
                  }
                  errors++;
                }
                if (func72(data55, 128)) {
                  const err186 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/actor',
                    schemaPath: '#/$defs/auditEntry/properties/actor/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err186];
                  } else {
                    vErrors.push(err186);
                  }
                  errors++;
                }
                if (func73(data55, 1)) {
                  const err187 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/actor',
                    schemaPath: '#/$defs/auditEntry/properties/actor/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err187];
                  } else {
                    vErrors.push(err187);
                  }
                  errors++;
                }
              } else {
                const err188 = {
                  instancePath: instancePath + '/auditTrail/' + i5 + '/actor',
                  schemaPath: '#/$defs/auditEntry/properties/actor/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err188];
                } else {
                  vErrors.push(err188);
                }
                errors++;
              }
            }
            if (data51.details !== undefined && func0.call(data51, 'details')) {
              let data56 = data51.details;
              if (data56 && typeof data56 == 'object' && !Array.isArray(data56)) {
                if (Object.keys(data56).length > 50) {
                  const err189 = {
                    instancePath: instancePath + '/auditTrail/' + i5 + '/details',
                    schemaPath: '#/$defs/auditEntry/properties/details/maxProperties',
                    keyword: 'maxProperties',
                    params: { limit: 50 },
                    message: 'must NOT have more than 50 properties',
                  };
                  if (vErrors === null) {
                    vErrors = [err189];
                  } else {
                    vErrors.push(err189);
                  }
                  errors++;
                }
              } else {
                const err190 = {
                  instancePath: instancePath + '/auditTrail/' + i5 + '/details',
                  schemaPath: '#/$defs/auditEntry/properties/details/type',
                  keyword: 'type',
                  params: { type: 'object' },
                  message: 'must be object',
                };
                if (vErrors === null) {
                  vErrors = [err190];
                } else {
                  vErrors.push(err190);
                }
                errors++;
              }
            }
          } else {
            const err191 = {
              instancePath: instancePath + '/auditTrail/' + i5,
              schemaPath: '#/$defs/auditEntry/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err191];
            } else {
              vErrors.push(err191);
            }
            errors++;
          }
        }
      } else {
        const err192 = {
          instancePath: instancePath + '/auditTrail',
          schemaPath: '#/properties/auditTrail/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err192];
        } else {
          vErrors.push(err192);
        }
        errors++;
      }
    }
  } else {
    const err193 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err193];
    } else {
      vErrors.push(err193);
    }
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
validate23.evaluated = {
  props: {
    handoffId: true,
    handoffTimestamp: true,
    handoffVersion: true,
    approvedBy: true,
    approvalTimestamp: true,
    approvalReason: true,
    sourceRequestId: true,
    sourceAnalysisTimestamp: true,
    governanceStatus: true,
    governanceWarnings: true,
    recommendations: true,
    topicContext: true,
    questionContext: true,
    metricContext: true,
    auditTrail: true,
  },
  dynamicProps: false,
  dynamicItems: false,
};
