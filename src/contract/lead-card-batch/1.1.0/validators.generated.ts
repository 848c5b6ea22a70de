/* oxlint-disable */
// @ts-nocheck
// Made by scripts/generate-contracts.ts from schema.json. Change that one and run the script.
import { formats, isLongerThan, isShorterThan } from '../../formats.ts';
import type { Validator } from '../../validator.ts';

export const closedHeader = validate20 as unknown as Validator;
const schema31 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'closedHeader',
  type: 'object',
  additionalProperties: false,
  properties: {
    batch_id: { type: 'string', maxLength: 34, pattern: '^[a-z][a-z0-9]{1,15}_[0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]{3,6}$' },
    schema_version: { type: 'string', const: 'v1' },
    created_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    source: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
    target: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
  },
  required: ['batch_id', 'schema_version', 'created_at', 'source', 'target'],
};
const func0 = Object.prototype.hasOwnProperty;
const func66 = isLongerThan;
const pattern4 = new RegExp('^[a-z][a-z0-9]{1,15}_[0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]{3,6}$', 'u');
const pattern5 = new RegExp('^[a-z][a-z0-9-]{1,62}$', 'u');
const formats0 = formats['utc-timestamp'];

function validate20(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="closedHeader" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.batch_id === undefined || !func0.call(data, 'batch_id')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'batch_id' },
        message: "must have required property '" + 'batch_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.schema_version === undefined || !func0.call(data, 'schema_version')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'schema_version' },
        message: "must have required property '" + 'schema_version' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.created_at === undefined || !func0.call(data, 'created_at')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'created_at' },
        message: "must have required property '" + 'created_at' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.source === undefined || !func0.call(data, 'source')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'source' },
        message: "must have required property '" + 'source' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.target === undefined || !func0.call(data, 'target')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'target' },
        message: "must have required property '" + 'target' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(
        key0 === 'batch_id' ||
        key0 === 'schema_version' ||
        key0 === 'created_at' ||
        key0 === 'source' ||
        key0 === 'target'
      )) {
        const err5 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          message: 'must NOT have additional properties',
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.batch_id !== undefined && func0.call(data, 'batch_id')) {
      let data0 = data.batch_id;
      if (typeof data0 === 'string') {
        if (!pattern4.test(data0)) {
          const err6 = {
            instancePath: instancePath + '/batch_id',
            schemaPath: '#/properties/batch_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9]{1,15}_[0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]{3,6}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9]{1,15}_[0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]{3,6}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (func66(data0, 34)) {
          const err7 = {
            instancePath: instancePath + '/batch_id',
            schemaPath: '#/properties/batch_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 34 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = {
          instancePath: instancePath + '/batch_id',
          schemaPath: '#/properties/batch_id/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.schema_version !== undefined && func0.call(data, 'schema_version')) {
      let data1 = data.schema_version;
      if (typeof data1 !== 'string') {
        const err9 = {
          instancePath: instancePath + '/schema_version',
          schemaPath: '#/properties/schema_version/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if ('v1' !== data1) {
        const err10 = {
          instancePath: instancePath + '/schema_version',
          schemaPath: '#/properties/schema_version/const',
          keyword: 'const',
          params: { allowedValue: 'v1' },
          message: 'must be equal to constant',
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.created_at !== undefined && func0.call(data, 'created_at')) {
      let data2 = data.created_at;
      if (typeof data2 === 'string') {
        if (!formats0(data2)) {
          const err11 = {
            instancePath: instancePath + '/created_at',
            schemaPath: '#/properties/created_at/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (func66(data2, 30)) {
          const err12 = {
            instancePath: instancePath + '/created_at',
            schemaPath: '#/properties/created_at/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
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
          instancePath: instancePath + '/created_at',
          schemaPath: '#/properties/created_at/type',
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
    if (data.source !== undefined && func0.call(data, 'source')) {
      let data3 = data.source;
      if (typeof data3 === 'string') {
        if (!pattern5.test(data3)) {
          const err14 = {
            instancePath: instancePath + '/source',
            schemaPath: '#/properties/source/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9-]{1,62}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9-]{1,62}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (func66(data3, 63)) {
          const err15 = {
            instancePath: instancePath + '/source',
            schemaPath: '#/properties/source/maxLength',
            keyword: 'maxLength',
            params: { limit: 63 },
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
          instancePath: instancePath + '/source',
          schemaPath: '#/properties/source/type',
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
    if (data.target !== undefined && func0.call(data, 'target')) {
      let data4 = data.target;
      if (typeof data4 === 'string') {
        if (!pattern5.test(data4)) {
          const err17 = {
            instancePath: instancePath + '/target',
            schemaPath: '#/properties/target/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9-]{1,62}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9-]{1,62}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (func66(data4, 63)) {
          const err18 = {
            instancePath: instancePath + '/target',
            schemaPath: '#/properties/target/maxLength',
            keyword: 'maxLength',
            params: { limit: 63 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = {
          instancePath: instancePath + '/target',
          schemaPath: '#/properties/target/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
  } else {
    const err20 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err20];
    } else {
      vErrors.push(err20);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

export const openHeader = validate21 as unknown as Validator;
const schema32 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'openHeader',
  type: 'object',
  properties: {
    batch_id: { type: 'string', maxLength: 34, pattern: '^[a-z][a-z0-9]{1,15}_[0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]{3,6}$' },
    schema_version: { type: 'string', const: 'v1' },
    created_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    source: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
    target: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
  },
  required: ['batch_id', 'schema_version', 'created_at', 'source', 'target'],
};

function validate21(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="openHeader" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.batch_id === undefined || !func0.call(data, 'batch_id')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'batch_id' },
        message: "must have required property '" + 'batch_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.schema_version === undefined || !func0.call(data, 'schema_version')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'schema_version' },
        message: "must have required property '" + 'schema_version' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.created_at === undefined || !func0.call(data, 'created_at')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'created_at' },
        message: "must have required property '" + 'created_at' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.source === undefined || !func0.call(data, 'source')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'source' },
        message: "must have required property '" + 'source' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.target === undefined || !func0.call(data, 'target')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'target' },
        message: "must have required property '" + 'target' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.batch_id !== undefined && func0.call(data, 'batch_id')) {
      let data0 = data.batch_id;
      if (typeof data0 === 'string') {
        if (!pattern4.test(data0)) {
          const err5 = {
            instancePath: instancePath + '/batch_id',
            schemaPath: '#/properties/batch_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9]{1,15}_[0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]{3,6}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9]{1,15}_[0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]{3,6}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (func66(data0, 34)) {
          const err6 = {
            instancePath: instancePath + '/batch_id',
            schemaPath: '#/properties/batch_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 34 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = {
          instancePath: instancePath + '/batch_id',
          schemaPath: '#/properties/batch_id/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.schema_version !== undefined && func0.call(data, 'schema_version')) {
      let data1 = data.schema_version;
      if (typeof data1 !== 'string') {
        const err8 = {
          instancePath: instancePath + '/schema_version',
          schemaPath: '#/properties/schema_version/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if ('v1' !== data1) {
        const err9 = {
          instancePath: instancePath + '/schema_version',
          schemaPath: '#/properties/schema_version/const',
          keyword: 'const',
          params: { allowedValue: 'v1' },
          message: 'must be equal to constant',
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.created_at !== undefined && func0.call(data, 'created_at')) {
      let data2 = data.created_at;
      if (typeof data2 === 'string') {
        if (!formats0(data2)) {
          const err10 = {
            instancePath: instancePath + '/created_at',
            schemaPath: '#/properties/created_at/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (func66(data2, 30)) {
          const err11 = {
            instancePath: instancePath + '/created_at',
            schemaPath: '#/properties/created_at/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
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
          instancePath: instancePath + '/created_at',
          schemaPath: '#/properties/created_at/type',
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
    if (data.source !== undefined && func0.call(data, 'source')) {
      let data3 = data.source;
      if (typeof data3 === 'string') {
        if (!pattern5.test(data3)) {
          const err13 = {
            instancePath: instancePath + '/source',
            schemaPath: '#/properties/source/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9-]{1,62}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9-]{1,62}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (func66(data3, 63)) {
          const err14 = {
            instancePath: instancePath + '/source',
            schemaPath: '#/properties/source/maxLength',
            keyword: 'maxLength',
            params: { limit: 63 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = {
          instancePath: instancePath + '/source',
          schemaPath: '#/properties/source/type',
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
    }
    if (data.target !== undefined && func0.call(data, 'target')) {
      let data4 = data.target;
      if (typeof data4 === 'string') {
        if (!pattern5.test(data4)) {
          const err16 = {
            instancePath: instancePath + '/target',
            schemaPath: '#/properties/target/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9-]{1,62}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9-]{1,62}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (func66(data4, 63)) {
          const err17 = {
            instancePath: instancePath + '/target',
            schemaPath: '#/properties/target/maxLength',
            keyword: 'maxLength',
            params: { limit: 63 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = {
          instancePath: instancePath + '/target',
          schemaPath: '#/properties/target/type',
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
    }
  } else {
    const err19 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err19];
    } else {
      vErrors.push(err19);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = {
  props: { batch_id: true, schema_version: true, created_at: true, source: true, target: true },
  dynamicProps: false,
  dynamicItems: false,
};

export const closedRecord = validate22 as unknown as Validator;
const schema33 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  additionalProperties: false,
  required: [
    'lead_id',
    'source_platform',
    'username',
    'display_name',
    'audience_pool',
    'persona',
    'tribe',
    'execution_label',
    'confidence_score',
    'enrichment_status',
    'contactability_score',
    'created_at',
  ],
  properties: {
    lead_id: { type: 'string', maxLength: 36, format: 'lead-uuid' },
    source_platform: { type: 'string', enum: ['tiktok', 'threads', 'x'] },
    username: { type: 'string', minLength: 1, maxLength: 256, format: 'plain-text' },
    display_name: { type: 'string', maxLength: 256, format: 'plain-text' },
    audience_pool: { type: 'string', enum: ['wholesalers', 'brokers', 'solar', 'consultants'] },
    persona: { type: 'string', enum: ['operator', 'owner', 'marketer', 'investor'] },
    tribe: { type: 'string', enum: ['dealmakers', 'builders', 'growth-operators'] },
    execution_label: { type: 'string', enum: ['USER', 'PARTNER', 'AFFILIATE', 'FEEDBACK'] },
    confidence_score: { type: 'number', minimum: 0, maximum: 1 },
    enrichment_status: { type: 'string', enum: ['NONE', 'REQUESTED', 'ENRICHED', 'FAILED'] },
    contactability_score: { type: 'number', minimum: 0, maximum: 1 },
    created_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    enrichment: { $ref: '#/$defs/enrichment' },
  },
  $defs: {
    enrichment: {
      type: 'object',
      additionalProperties: false,
      required: ['contact', 'business', 'provider', 'enriched_at'],
      properties: {
        contact: { $ref: '#/$defs/contact' },
        business: { $ref: '#/$defs/business' },
        provider: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
        enriched_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
      },
    },
    contact: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      properties: {
        emails: {
          type: 'array',
          minItems: 1,
          maxItems: 10,
          items: {
            type: 'string',
            maxLength: 254,
            pattern: '^[^\\u0000-\\u0020\\u007f-\\u009f@]{1,64}@[^\\u0000-\\u0020\\u007f-\\u009f@]{1,189}$',
          },
        },
        phones: {
          type: 'array',
          minItems: 1,
          maxItems: 10,
          items: { type: 'string', maxLength: 16, pattern: '^\\+[1-9][0-9]{6,14}$' },
        },
        website: { type: 'string', maxLength: 2048, pattern: '^https?://[^\\u0000-\\u0020\\u007f-\\u009f]{1,2040}$' },
        social: { type: 'array', minItems: 1, maxItems: 10, items: { $ref: '#/$defs/socialHandle' } },
      },
    },
    socialHandle: {
      type: 'object',
      additionalProperties: false,
      required: ['platform', 'handle'],
      properties: {
        platform: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{0,62}$' },
        handle: { type: 'string', minLength: 1, maxLength: 256, format: 'plain-text' },
      },
    },
    business: {
      type: 'object',
      additionalProperties: false,
      minProperties: 1,
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 256, format: 'plain-text' },
        category: { type: 'string', minLength: 1, maxLength: 128, format: 'plain-text' },
        city: { type: 'string', minLength: 1, maxLength: 128, format: 'plain-text' },
        region: { type: 'string', minLength: 1, maxLength: 128, format: 'plain-text' },
        country: { type: 'string', maxLength: 2, pattern: '^[A-Z]{2}$' },
        employees: { type: 'integer', minimum: 1, maximum: 10000000 },
      },
    },
  },
  $id: 'closedRecord',
};
const func106 = isShorterThan;
const formats4 = formats['lead-uuid'];
const formats6 = formats['plain-text'];
const schema34 = {
  type: 'object',
  additionalProperties: false,
  required: ['contact', 'business', 'provider', 'enriched_at'],
  properties: {
    contact: { $ref: '#/$defs/contact' },
    business: { $ref: '#/$defs/business' },
    provider: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
    enriched_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
  },
};
const schema37 = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 256, format: 'plain-text' },
    category: { type: 'string', minLength: 1, maxLength: 128, format: 'plain-text' },
    city: { type: 'string', minLength: 1, maxLength: 128, format: 'plain-text' },
    region: { type: 'string', minLength: 1, maxLength: 128, format: 'plain-text' },
    country: { type: 'string', maxLength: 2, pattern: '^[A-Z]{2}$' },
    employees: { type: 'integer', minimum: 1, maximum: 10000000 },
  },
};
const schema35 = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  properties: {
    emails: {
      type: 'array',
      minItems: 1,
      maxItems: 10,
      items: {
        type: 'string',
        maxLength: 254,
        pattern: '^[^\\u0000-\\u0020\\u007f-\\u009f@]{1,64}@[^\\u0000-\\u0020\\u007f-\\u009f@]{1,189}$',
      },
    },
    phones: {
      type: 'array',
      minItems: 1,
      maxItems: 10,
      items: { type: 'string', maxLength: 16, pattern: '^\\+[1-9][0-9]{6,14}$' },
    },
    website: { type: 'string', maxLength: 2048, pattern: '^https?://[^\\u0000-\\u0020\\u007f-\\u009f]{1,2040}$' },
    social: { type: 'array', minItems: 1, maxItems: 10, items: { $ref: '#/$defs/socialHandle' } },
  },
};
const schema36 = {
  type: 'object',
  additionalProperties: false,
  required: ['platform', 'handle'],
  properties: {
    platform: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{0,62}$' },
    handle: { type: 'string', minLength: 1, maxLength: 256, format: 'plain-text' },
  },
};
const pattern10 = new RegExp(
  '^[^\\u0000-\\u0020\\u007f-\\u009f@]{1,64}@[^\\u0000-\\u0020\\u007f-\\u009f@]{1,189}$',
  'u',
);
const pattern11 = new RegExp('^\\+[1-9][0-9]{6,14}$', 'u');
const pattern12 = new RegExp('^https?://[^\\u0000-\\u0020\\u007f-\\u009f]{1,2040}$', 'u');
const pattern13 = new RegExp('^[a-z][a-z0-9-]{0,62}$', 'u');

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
    if (Object.keys(data).length < 1) {
      const err0 = {
        instancePath,
        schemaPath: '#/minProperties',
        keyword: 'minProperties',
        params: { limit: 1 },
        message: 'must NOT have fewer than 1 properties',
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'emails' || key0 === 'phones' || key0 === 'website' || key0 === 'social')) {
        const err1 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          message: 'must NOT have additional properties',
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.emails !== undefined && func0.call(data, 'emails')) {
      let data0 = data.emails;
      if (Array.isArray(data0)) {
        if (data0.length > 10) {
          const err2 = {
            instancePath: instancePath + '/emails',
            schemaPath: '#/properties/emails/maxItems',
            keyword: 'maxItems',
            params: { limit: 10 },
            message: 'must NOT have more than 10 items',
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (data0.length < 1) {
          const err3 = {
            instancePath: instancePath + '/emails',
            schemaPath: '#/properties/emails/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === 'string') {
            if (!pattern10.test(data1)) {
              const err4 = {
                instancePath: instancePath + '/emails/' + i0,
                schemaPath: '#/properties/emails/items/pattern',
                keyword: 'pattern',
                params: {
                  pattern: '^[^\\u0000-\\u0020\\u007f-\\u009f@]{1,64}@[^\\u0000-\\u0020\\u007f-\\u009f@]{1,189}$',
                },
                message:
                  'must match pattern "' +
                  '^[^\\u0000-\\u0020\\u007f-\\u009f@]{1,64}@[^\\u0000-\\u0020\\u007f-\\u009f@]{1,189}$' +
                  '"',
              };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
            if (func66(data1, 254)) {
              const err5 = {
                instancePath: instancePath + '/emails/' + i0,
                schemaPath: '#/properties/emails/items/maxLength',
                keyword: 'maxLength',
                params: { limit: 254 },
                message: 'has another length',
              };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          } else {
            const err6 = {
              instancePath: instancePath + '/emails/' + i0,
              schemaPath: '#/properties/emails/items/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = {
          instancePath: instancePath + '/emails',
          schemaPath: '#/properties/emails/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.phones !== undefined && func0.call(data, 'phones')) {
      let data2 = data.phones;
      if (Array.isArray(data2)) {
        if (data2.length > 10) {
          const err8 = {
            instancePath: instancePath + '/phones',
            schemaPath: '#/properties/phones/maxItems',
            keyword: 'maxItems',
            params: { limit: 10 },
            message: 'must NOT have more than 10 items',
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data2.length < 1) {
          const err9 = {
            instancePath: instancePath + '/phones',
            schemaPath: '#/properties/phones/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        const len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data3 = data2[i1];
          if (typeof data3 === 'string') {
            if (!pattern11.test(data3)) {
              const err10 = {
                instancePath: instancePath + '/phones/' + i1,
                schemaPath: '#/properties/phones/items/pattern',
                keyword: 'pattern',
                params: { pattern: '^\\+[1-9][0-9]{6,14}$' },
                message: 'must match pattern "' + '^\\+[1-9][0-9]{6,14}$' + '"',
              };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
            if (func66(data3, 16)) {
              const err11 = {
                instancePath: instancePath + '/phones/' + i1,
                schemaPath: '#/properties/phones/items/maxLength',
                keyword: 'maxLength',
                params: { limit: 16 },
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
              instancePath: instancePath + '/phones/' + i1,
              schemaPath: '#/properties/phones/items/type',
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
      } else {
        const err13 = {
          instancePath: instancePath + '/phones',
          schemaPath: '#/properties/phones/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.website !== undefined && func0.call(data, 'website')) {
      let data4 = data.website;
      if (typeof data4 === 'string') {
        if (!pattern12.test(data4)) {
          const err14 = {
            instancePath: instancePath + '/website',
            schemaPath: '#/properties/website/pattern',
            keyword: 'pattern',
            params: { pattern: '^https?://[^\\u0000-\\u0020\\u007f-\\u009f]{1,2040}$' },
            message: 'must match pattern "' + '^https?://[^\\u0000-\\u0020\\u007f-\\u009f]{1,2040}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (func66(data4, 2048)) {
          const err15 = {
            instancePath: instancePath + '/website',
            schemaPath: '#/properties/website/maxLength',
            keyword: 'maxLength',
            params: { limit: 2048 },
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
          instancePath: instancePath + '/website',
          schemaPath: '#/properties/website/type',
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
    if (data.social !== undefined && func0.call(data, 'social')) {
      let data5 = data.social;
      if (Array.isArray(data5)) {
        if (data5.length > 10) {
          const err17 = {
            instancePath: instancePath + '/social',
            schemaPath: '#/properties/social/maxItems',
            keyword: 'maxItems',
            params: { limit: 10 },
            message: 'must NOT have more than 10 items',
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (data5.length < 1) {
          const err18 = {
            instancePath: instancePath + '/social',
            schemaPath: '#/properties/social/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        const len2 = data5.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data6 = data5[i2];
          if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
            if (data6.platform === undefined || !func0.call(data6, 'platform')) {
              const err19 = {
                instancePath: instancePath + '/social/' + i2,
                schemaPath: '#/$defs/socialHandle/required',
                keyword: 'required',
                params: { missingProperty: 'platform' },
                message: "must have required property '" + 'platform' + "'",
              };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data6.handle === undefined || !func0.call(data6, 'handle')) {
              const err20 = {
                instancePath: instancePath + '/social/' + i2,
                schemaPath: '#/$defs/socialHandle/required',
                keyword: 'required',
                params: { missingProperty: 'handle' },
                message: "must have required property '" + 'handle' + "'",
              };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
            for (const key1 of Object.keys(data6)) {
              if (!(key1 === 'platform' || key1 === 'handle')) {
                const err21 = {
                  instancePath: instancePath + '/social/' + i2,
                  schemaPath: '#/$defs/socialHandle/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key1 },
                  message: 'must NOT have additional properties',
                };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
            if (data6.platform !== undefined && func0.call(data6, 'platform')) {
              let data7 = data6.platform;
              if (typeof data7 === 'string') {
                if (!pattern13.test(data7)) {
                  const err22 = {
                    instancePath: instancePath + '/social/' + i2 + '/platform',
                    schemaPath: '#/$defs/socialHandle/properties/platform/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[a-z][a-z0-9-]{0,62}$' },
                    message: 'must match pattern "' + '^[a-z][a-z0-9-]{0,62}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err22];
                  } else {
                    vErrors.push(err22);
                  }
                  errors++;
                }
                if (func66(data7, 63)) {
                  const err23 = {
                    instancePath: instancePath + '/social/' + i2 + '/platform',
                    schemaPath: '#/$defs/socialHandle/properties/platform/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 63 },
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
                  instancePath: instancePath + '/social/' + i2 + '/platform',
                  schemaPath: '#/$defs/socialHandle/properties/platform/type',
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
            if (data6.handle !== undefined && func0.call(data6, 'handle')) {
              let data8 = data6.handle;
              if (typeof data8 === 'string') {
                if (!formats6(data8)) {
                  const err25 = {
                    instancePath: instancePath + '/social/' + i2 + '/handle',
                    schemaPath: '#/$defs/socialHandle/properties/handle/format',
                    keyword: 'format',
                    params: { format: 'plain-text' },
                    message: 'must match format "' + 'plain-text' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err25];
                  } else {
                    vErrors.push(err25);
                  }
                  errors++;
                }
                if (func66(data8, 256)) {
                  const err26 = {
                    instancePath: instancePath + '/social/' + i2 + '/handle',
                    schemaPath: '#/$defs/socialHandle/properties/handle/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 256 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err26];
                  } else {
                    vErrors.push(err26);
                  }
                  errors++;
                }
                if (func106(data8, 1)) {
                  const err27 = {
                    instancePath: instancePath + '/social/' + i2 + '/handle',
                    schemaPath: '#/$defs/socialHandle/properties/handle/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err27];
                  } else {
                    vErrors.push(err27);
                  }
                  errors++;
                }
              } else {
                const err28 = {
                  instancePath: instancePath + '/social/' + i2 + '/handle',
                  schemaPath: '#/$defs/socialHandle/properties/handle/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
          } else {
            const err29 = {
              instancePath: instancePath + '/social/' + i2,
              schemaPath: '#/$defs/socialHandle/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
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
          instancePath: instancePath + '/social',
          schemaPath: '#/properties/social/type',
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
  } else {
    const err31 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err31];
    } else {
      vErrors.push(err31);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
validate24.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

const pattern14 = new RegExp('^[A-Z]{2}$', 'u');

function validate23(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.contact === undefined || !func0.call(data, 'contact')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'contact' },
        message: "must have required property '" + 'contact' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.business === undefined || !func0.call(data, 'business')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'business' },
        message: "must have required property '" + 'business' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.provider === undefined || !func0.call(data, 'provider')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'provider' },
        message: "must have required property '" + 'provider' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.enriched_at === undefined || !func0.call(data, 'enriched_at')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'enriched_at' },
        message: "must have required property '" + 'enriched_at' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === 'contact' || key0 === 'business' || key0 === 'provider' || key0 === 'enriched_at')) {
        const err4 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          message: 'must NOT have additional properties',
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.contact !== undefined && func0.call(data, 'contact')) {
      if (
        !validate24(data.contact, {
          instancePath: instancePath + '/contact',
          parentData: data,
          parentDataProperty: 'contact',
          rootData,
          dynamicAnchors,
        })
      ) {
        vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
        errors = vErrors.length;
      }
    }
    if (data.business !== undefined && func0.call(data, 'business')) {
      let data1 = data.business;
      if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
        if (Object.keys(data1).length < 1) {
          const err5 = {
            instancePath: instancePath + '/business',
            schemaPath: '#/$defs/business/minProperties',
            keyword: 'minProperties',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 properties',
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        for (const key1 of Object.keys(data1)) {
          if (!(
            key1 === 'name' ||
            key1 === 'category' ||
            key1 === 'city' ||
            key1 === 'region' ||
            key1 === 'country' ||
            key1 === 'employees'
          )) {
            const err6 = {
              instancePath: instancePath + '/business',
              schemaPath: '#/$defs/business/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
              message: 'must NOT have additional properties',
            };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data1.name !== undefined && func0.call(data1, 'name')) {
          let data2 = data1.name;
          if (typeof data2 === 'string') {
            if (!formats6(data2)) {
              const err7 = {
                instancePath: instancePath + '/business/name',
                schemaPath: '#/$defs/business/properties/name/format',
                keyword: 'format',
                params: { format: 'plain-text' },
                message: 'must match format "' + 'plain-text' + '"',
              };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            if (func66(data2, 256)) {
              const err8 = {
                instancePath: instancePath + '/business/name',
                schemaPath: '#/$defs/business/properties/name/maxLength',
                keyword: 'maxLength',
                params: { limit: 256 },
                message: 'has another length',
              };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            if (func106(data2, 1)) {
              const err9 = {
                instancePath: instancePath + '/business/name',
                schemaPath: '#/$defs/business/properties/name/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                message: 'has another length',
              };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = {
              instancePath: instancePath + '/business/name',
              schemaPath: '#/$defs/business/properties/name/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data1.category !== undefined && func0.call(data1, 'category')) {
          let data3 = data1.category;
          if (typeof data3 === 'string') {
            if (!formats6(data3)) {
              const err11 = {
                instancePath: instancePath + '/business/category',
                schemaPath: '#/$defs/business/properties/category/format',
                keyword: 'format',
                params: { format: 'plain-text' },
                message: 'must match format "' + 'plain-text' + '"',
              };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            if (func66(data3, 128)) {
              const err12 = {
                instancePath: instancePath + '/business/category',
                schemaPath: '#/$defs/business/properties/category/maxLength',
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
            if (func106(data3, 1)) {
              const err13 = {
                instancePath: instancePath + '/business/category',
                schemaPath: '#/$defs/business/properties/category/minLength',
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
              instancePath: instancePath + '/business/category',
              schemaPath: '#/$defs/business/properties/category/type',
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
        if (data1.city !== undefined && func0.call(data1, 'city')) {
          let data4 = data1.city;
          if (typeof data4 === 'string') {
            if (!formats6(data4)) {
              const err15 = {
                instancePath: instancePath + '/business/city',
                schemaPath: '#/$defs/business/properties/city/format',
                keyword: 'format',
                params: { format: 'plain-text' },
                message: 'must match format "' + 'plain-text' + '"',
              };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            if (func66(data4, 128)) {
              const err16 = {
                instancePath: instancePath + '/business/city',
                schemaPath: '#/$defs/business/properties/city/maxLength',
                keyword: 'maxLength',
                params: { limit: 128 },
                message: 'has another length',
              };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
            if (func106(data4, 1)) {
              const err17 = {
                instancePath: instancePath + '/business/city',
                schemaPath: '#/$defs/business/properties/city/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                message: 'has another length',
              };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = {
              instancePath: instancePath + '/business/city',
              schemaPath: '#/$defs/business/properties/city/type',
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
        }
        if (data1.region !== undefined && func0.call(data1, 'region')) {
          let data5 = data1.region;
          if (typeof data5 === 'string') {
            if (!formats6(data5)) {
              const err19 = {
                instancePath: instancePath + '/business/region',
                schemaPath: '#/$defs/business/properties/region/format',
                keyword: 'format',
                params: { format: 'plain-text' },
                message: 'must match format "' + 'plain-text' + '"',
              };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (func66(data5, 128)) {
              const err20 = {
                instancePath: instancePath + '/business/region',
                schemaPath: '#/$defs/business/properties/region/maxLength',
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
            if (func106(data5, 1)) {
              const err21 = {
                instancePath: instancePath + '/business/region',
                schemaPath: '#/$defs/business/properties/region/minLength',
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
              instancePath: instancePath + '/business/region',
              schemaPath: '#/$defs/business/properties/region/type',
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
        if (data1.country !== undefined && func0.call(data1, 'country')) {
          let data6 = data1.country;
          if (typeof data6 === 'string') {
            if (!pattern14.test(data6)) {
              const err23 = {
                instancePath: instancePath + '/business/country',
                schemaPath: '#/$defs/business/properties/country/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Z]{2}$' },
                message: 'must match pattern "' + '^[A-Z]{2}$' + '"',
              };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (func66(data6, 2)) {
              const err24 = {
                instancePath: instancePath + '/business/country',
                schemaPath: '#/$defs/business/properties/country/maxLength',
                keyword: 'maxLength',
                params: { limit: 2 },
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
              instancePath: instancePath + '/business/country',
              schemaPath: '#/$defs/business/properties/country/type',
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
        if (data1.employees !== undefined && func0.call(data1, 'employees')) {
          let data7 = data1.employees;
          if (!(typeof data7 == 'number' && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
            const err26 = {
              instancePath: instancePath + '/business/employees',
              schemaPath: '#/$defs/business/properties/employees/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
          if (typeof data7 == 'number' && isFinite(data7)) {
            if (data7 > 10000000 || isNaN(data7)) {
              const err27 = {
                instancePath: instancePath + '/business/employees',
                schemaPath: '#/$defs/business/properties/employees/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 10000000 },
                message: 'must be <= 10000000',
              };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            if (data7 < 1 || isNaN(data7)) {
              const err28 = {
                instancePath: instancePath + '/business/employees',
                schemaPath: '#/$defs/business/properties/employees/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                message: 'must be >= 1',
              };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          }
        }
      } else {
        const err29 = {
          instancePath: instancePath + '/business',
          schemaPath: '#/$defs/business/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.provider !== undefined && func0.call(data, 'provider')) {
      let data8 = data.provider;
      if (typeof data8 === 'string') {
        if (!pattern5.test(data8)) {
          const err30 = {
            instancePath: instancePath + '/provider',
            schemaPath: '#/properties/provider/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9-]{1,62}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9-]{1,62}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (func66(data8, 63)) {
          const err31 = {
            instancePath: instancePath + '/provider',
            schemaPath: '#/properties/provider/maxLength',
            keyword: 'maxLength',
            params: { limit: 63 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
      } else {
        const err32 = {
          instancePath: instancePath + '/provider',
          schemaPath: '#/properties/provider/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.enriched_at !== undefined && func0.call(data, 'enriched_at')) {
      let data9 = data.enriched_at;
      if (typeof data9 === 'string') {
        if (!formats0(data9)) {
          const err33 = {
            instancePath: instancePath + '/enriched_at',
            schemaPath: '#/properties/enriched_at/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        if (func66(data9, 30)) {
          const err34 = {
            instancePath: instancePath + '/enriched_at',
            schemaPath: '#/properties/enriched_at/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
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
          instancePath: instancePath + '/enriched_at',
          schemaPath: '#/properties/enriched_at/type',
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
  } else {
    const err36 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err36];
    } else {
      vErrors.push(err36);
    }
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
validate23.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

function validate22(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="closedRecord" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.lead_id === undefined || !func0.call(data, 'lead_id')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'lead_id' },
        message: "must have required property '" + 'lead_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.source_platform === undefined || !func0.call(data, 'source_platform')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'source_platform' },
        message: "must have required property '" + 'source_platform' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.username === undefined || !func0.call(data, 'username')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'username' },
        message: "must have required property '" + 'username' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.display_name === undefined || !func0.call(data, 'display_name')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'display_name' },
        message: "must have required property '" + 'display_name' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.audience_pool === undefined || !func0.call(data, 'audience_pool')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'audience_pool' },
        message: "must have required property '" + 'audience_pool' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.persona === undefined || !func0.call(data, 'persona')) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'persona' },
        message: "must have required property '" + 'persona' + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.tribe === undefined || !func0.call(data, 'tribe')) {
      const err6 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'tribe' },
        message: "must have required property '" + 'tribe' + "'",
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.execution_label === undefined || !func0.call(data, 'execution_label')) {
      const err7 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'execution_label' },
        message: "must have required property '" + 'execution_label' + "'",
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.confidence_score === undefined || !func0.call(data, 'confidence_score')) {
      const err8 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'confidence_score' },
        message: "must have required property '" + 'confidence_score' + "'",
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.enrichment_status === undefined || !func0.call(data, 'enrichment_status')) {
      const err9 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'enrichment_status' },
        message: "must have required property '" + 'enrichment_status' + "'",
      };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.contactability_score === undefined || !func0.call(data, 'contactability_score')) {
      const err10 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'contactability_score' },
        message: "must have required property '" + 'contactability_score' + "'",
      };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (data.created_at === undefined || !func0.call(data, 'created_at')) {
      const err11 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'created_at' },
        message: "must have required property '" + 'created_at' + "'",
      };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema33.properties, key0)) {
        const err12 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          message: 'must NOT have additional properties',
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.lead_id !== undefined && func0.call(data, 'lead_id')) {
      let data0 = data.lead_id;
      if (typeof data0 === 'string') {
        if (!formats4(data0)) {
          const err13 = {
            instancePath: instancePath + '/lead_id',
            schemaPath: '#/properties/lead_id/format',
            keyword: 'format',
            params: { format: 'lead-uuid' },
            message: 'must match format "' + 'lead-uuid' + '"',
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (func66(data0, 36)) {
          const err14 = {
            instancePath: instancePath + '/lead_id',
            schemaPath: '#/properties/lead_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 36 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = {
          instancePath: instancePath + '/lead_id',
          schemaPath: '#/properties/lead_id/type',
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
    }
    if (data.source_platform !== undefined && func0.call(data, 'source_platform')) {
      let data1 = data.source_platform;
      if (typeof data1 !== 'string') {
        const err16 = {
          instancePath: instancePath + '/source_platform',
          schemaPath: '#/properties/source_platform/type',
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
      if (!(data1 === 'tiktok' || data1 === 'threads' || data1 === 'x')) {
        const err17 = {
          instancePath: instancePath + '/source_platform',
          schemaPath: '#/properties/source_platform/enum',
          keyword: 'enum',
          params: { allowedValues: schema33.properties.source_platform.enum },
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
    if (data.username !== undefined && func0.call(data, 'username')) {
      let data2 = data.username;
      if (typeof data2 === 'string') {
        if (!formats6(data2)) {
          const err18 = {
            instancePath: instancePath + '/username',
            schemaPath: '#/properties/username/format',
            keyword: 'format',
            params: { format: 'plain-text' },
            message: 'must match format "' + 'plain-text' + '"',
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        if (func66(data2, 256)) {
          const err19 = {
            instancePath: instancePath + '/username',
            schemaPath: '#/properties/username/maxLength',
            keyword: 'maxLength',
            params: { limit: 256 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        if (func106(data2, 1)) {
          const err20 = {
            instancePath: instancePath + '/username',
            schemaPath: '#/properties/username/minLength',
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
          instancePath: instancePath + '/username',
          schemaPath: '#/properties/username/type',
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
    if (data.display_name !== undefined && func0.call(data, 'display_name')) {
      let data3 = data.display_name;
      if (typeof data3 === 'string') {
        if (!formats6(data3)) {
          const err22 = {
            instancePath: instancePath + '/display_name',
            schemaPath: '#/properties/display_name/format',
            keyword: 'format',
            params: { format: 'plain-text' },
            message: 'must match format "' + 'plain-text' + '"',
          };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (func66(data3, 256)) {
          const err23 = {
            instancePath: instancePath + '/display_name',
            schemaPath: '#/properties/display_name/maxLength',
            keyword: 'maxLength',
            params: { limit: 256 },
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
          instancePath: instancePath + '/display_name',
          schemaPath: '#/properties/display_name/type',
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
    if (data.audience_pool !== undefined && func0.call(data, 'audience_pool')) {
      let data4 = data.audience_pool;
      if (typeof data4 !== 'string') {
        const err25 = {
          instancePath: instancePath + '/audience_pool',
          schemaPath: '#/properties/audience_pool/type',
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
      if (!(data4 === 'wholesalers' || data4 === 'brokers' || data4 === 'solar' || data4 === 'consultants')) {
        const err26 = {
          instancePath: instancePath + '/audience_pool',
          schemaPath: '#/properties/audience_pool/enum',
          keyword: 'enum',
          params: { allowedValues: schema33.properties.audience_pool.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.persona !== undefined && func0.call(data, 'persona')) {
      let data5 = data.persona;
      if (typeof data5 !== 'string') {
        const err27 = {
          instancePath: instancePath + '/persona',
          schemaPath: '#/properties/persona/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
      if (!(data5 === 'operator' || data5 === 'owner' || data5 === 'marketer' || data5 === 'investor')) {
        const err28 = {
          instancePath: instancePath + '/persona',
          schemaPath: '#/properties/persona/enum',
          keyword: 'enum',
          params: { allowedValues: schema33.properties.persona.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.tribe !== undefined && func0.call(data, 'tribe')) {
      let data6 = data.tribe;
      if (typeof data6 !== 'string') {
        const err29 = {
          instancePath: instancePath + '/tribe',
          schemaPath: '#/properties/tribe/type',
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
      if (!(data6 === 'dealmakers' || data6 === 'builders' || data6 === 'growth-operators')) {
        const err30 = {
          instancePath: instancePath + '/tribe',
          schemaPath: '#/properties/tribe/enum',
          keyword: 'enum',
          params: { allowedValues: schema33.properties.tribe.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.execution_label !== undefined && func0.call(data, 'execution_label')) {
      let data7 = data.execution_label;
      if (typeof data7 !== 'string') {
        const err31 = {
          instancePath: instancePath + '/execution_label',
          schemaPath: '#/properties/execution_label/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
      if (!(data7 === 'USER' || data7 === 'PARTNER' || data7 === 'AFFILIATE' || data7 === 'FEEDBACK')) {
        const err32 = {
          instancePath: instancePath + '/execution_label',
          schemaPath: '#/properties/execution_label/enum',
          keyword: 'enum',
          params: { allowedValues: schema33.properties.execution_label.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.confidence_score !== undefined && func0.call(data, 'confidence_score')) {
      let data8 = data.confidence_score;
      if (typeof data8 == 'number' && isFinite(data8)) {
        if (data8 > 1 || isNaN(data8)) {
          const err33 = {
            instancePath: instancePath + '/confidence_score',
            schemaPath: '#/properties/confidence_score/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 1 },
            message: 'must be <= 1',
          };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        if (data8 < 0 || isNaN(data8)) {
          const err34 = {
            instancePath: instancePath + '/confidence_score',
            schemaPath: '#/properties/confidence_score/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            message: 'must be >= 0',
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
          instancePath: instancePath + '/confidence_score',
          schemaPath: '#/properties/confidence_score/type',
          keyword: 'type',
          params: { type: 'number' },
          message: 'must be number',
        };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.enrichment_status !== undefined && func0.call(data, 'enrichment_status')) {
      let data9 = data.enrichment_status;
      if (typeof data9 !== 'string') {
        const err36 = {
          instancePath: instancePath + '/enrichment_status',
          schemaPath: '#/properties/enrichment_status/type',
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
      if (!(data9 === 'NONE' || data9 === 'REQUESTED' || data9 === 'ENRICHED' || data9 === 'FAILED')) {
        const err37 = {
          instancePath: instancePath + '/enrichment_status',
          schemaPath: '#/properties/enrichment_status/enum',
          keyword: 'enum',
          params: { allowedValues: schema33.properties.enrichment_status.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.contactability_score !== undefined && func0.call(data, 'contactability_score')) {
      let data10 = data.contactability_score;
      if (typeof data10 == 'number' && isFinite(data10)) {
        if (data10 > 1 || isNaN(data10)) {
          const err38 = {
            instancePath: instancePath + '/contactability_score',
            schemaPath: '#/properties/contactability_score/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 1 },
            message: 'must be <= 1',
          };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
        if (data10 < 0 || isNaN(data10)) {
          const err39 = {
            instancePath: instancePath + '/contactability_score',
            schemaPath: '#/properties/contactability_score/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            message: 'must be >= 0',
          };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
      } else {
        const err40 = {
          instancePath: instancePath + '/contactability_score',
          schemaPath: '#/properties/contactability_score/type',
          keyword: 'type',
          params: { type: 'number' },
          message: 'must be number',
        };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.created_at !== undefined && func0.call(data, 'created_at')) {
      let data11 = data.created_at;
      if (typeof data11 === 'string') {
        if (!formats0(data11)) {
          const err41 = {
            instancePath: instancePath + '/created_at',
            schemaPath: '#/properties/created_at/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
        if (func66(data11, 30)) {
          const err42 = {
            instancePath: instancePath + '/created_at',
            schemaPath: '#/properties/created_at/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
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
          instancePath: instancePath + '/created_at',
          schemaPath: '#/properties/created_at/type',
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
    if (data.enrichment !== undefined && func0.call(data, 'enrichment')) {
      if (
        !validate23(data.enrichment, {
          instancePath: instancePath + '/enrichment',
          parentData: data,
          parentDataProperty: 'enrichment',
          rootData,
          dynamicAnchors,
        })
      ) {
        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err44 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err44];
    } else {
      vErrors.push(err44);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

export const openRecord = validate27 as unknown as Validator;
const schema38 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: [
    'lead_id',
    'source_platform',
    'username',
    'display_name',
    'audience_pool',
    'persona',
    'tribe',
    'execution_label',
    'confidence_score',
    'enrichment_status',
    'contactability_score',
    'created_at',
  ],
  properties: {
    lead_id: { type: 'string', maxLength: 36, format: 'lead-uuid' },
    source_platform: { type: 'string', enum: ['tiktok', 'threads', 'x'] },
    username: { type: 'string', minLength: 1, maxLength: 256, format: 'plain-text' },
    display_name: { type: 'string', maxLength: 256, format: 'plain-text' },
    audience_pool: { type: 'string', enum: ['wholesalers', 'brokers', 'solar', 'consultants'] },
    persona: { type: 'string', enum: ['operator', 'owner', 'marketer', 'investor'] },
    tribe: { type: 'string', enum: ['dealmakers', 'builders', 'growth-operators'] },
    execution_label: { type: 'string', enum: ['USER', 'PARTNER', 'AFFILIATE', 'FEEDBACK'] },
    confidence_score: { type: 'number', minimum: 0, maximum: 1 },
    enrichment_status: { type: 'string', enum: ['NONE', 'REQUESTED', 'ENRICHED', 'FAILED'] },
    contactability_score: { type: 'number', minimum: 0, maximum: 1 },
    created_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    enrichment: { $ref: '#/$defs/enrichment' },
  },
  $defs: {
    enrichment: {
      type: 'object',
      required: ['contact', 'business', 'provider', 'enriched_at'],
      properties: {
        contact: { $ref: '#/$defs/contact' },
        business: { $ref: '#/$defs/business' },
        provider: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
        enriched_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
      },
    },
    contact: {
      type: 'object',
      minProperties: 1,
      properties: {
        emails: {
          type: 'array',
          minItems: 1,
          maxItems: 10,
          items: {
            type: 'string',
            maxLength: 254,
            pattern: '^[^\\u0000-\\u0020\\u007f-\\u009f@]{1,64}@[^\\u0000-\\u0020\\u007f-\\u009f@]{1,189}$',
          },
        },
        phones: {
          type: 'array',
          minItems: 1,
          maxItems: 10,
          items: { type: 'string', maxLength: 16, pattern: '^\\+[1-9][0-9]{6,14}$' },
        },
        website: { type: 'string', maxLength: 2048, pattern: '^https?://[^\\u0000-\\u0020\\u007f-\\u009f]{1,2040}$' },
        social: { type: 'array', minItems: 1, maxItems: 10, items: { $ref: '#/$defs/socialHandle' } },
      },
    },
    socialHandle: {
      type: 'object',
      required: ['platform', 'handle'],
      properties: {
        platform: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{0,62}$' },
        handle: { type: 'string', minLength: 1, maxLength: 256, format: 'plain-text' },
      },
    },
    business: {
      type: 'object',
      minProperties: 1,
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 256, format: 'plain-text' },
        category: { type: 'string', minLength: 1, maxLength: 128, format: 'plain-text' },
        city: { type: 'string', minLength: 1, maxLength: 128, format: 'plain-text' },
        region: { type: 'string', minLength: 1, maxLength: 128, format: 'plain-text' },
        country: { type: 'string', maxLength: 2, pattern: '^[A-Z]{2}$' },
        employees: { type: 'integer', minimum: 1, maximum: 10000000 },
      },
    },
  },
  $id: 'openRecord',
};
const schema39 = {
  type: 'object',
  required: ['contact', 'business', 'provider', 'enriched_at'],
  properties: {
    contact: { $ref: '#/$defs/contact' },
    business: { $ref: '#/$defs/business' },
    provider: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
    enriched_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
  },
};
const schema42 = {
  type: 'object',
  minProperties: 1,
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 256, format: 'plain-text' },
    category: { type: 'string', minLength: 1, maxLength: 128, format: 'plain-text' },
    city: { type: 'string', minLength: 1, maxLength: 128, format: 'plain-text' },
    region: { type: 'string', minLength: 1, maxLength: 128, format: 'plain-text' },
    country: { type: 'string', maxLength: 2, pattern: '^[A-Z]{2}$' },
    employees: { type: 'integer', minimum: 1, maximum: 10000000 },
  },
};
const schema40 = {
  type: 'object',
  minProperties: 1,
  properties: {
    emails: {
      type: 'array',
      minItems: 1,
      maxItems: 10,
      items: {
        type: 'string',
        maxLength: 254,
        pattern: '^[^\\u0000-\\u0020\\u007f-\\u009f@]{1,64}@[^\\u0000-\\u0020\\u007f-\\u009f@]{1,189}$',
      },
    },
    phones: {
      type: 'array',
      minItems: 1,
      maxItems: 10,
      items: { type: 'string', maxLength: 16, pattern: '^\\+[1-9][0-9]{6,14}$' },
    },
    website: { type: 'string', maxLength: 2048, pattern: '^https?://[^\\u0000-\\u0020\\u007f-\\u009f]{1,2040}$' },
    social: { type: 'array', minItems: 1, maxItems: 10, items: { $ref: '#/$defs/socialHandle' } },
  },
};
const schema41 = {
  type: 'object',
  required: ['platform', 'handle'],
  properties: {
    platform: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{0,62}$' },
    handle: { type: 'string', minLength: 1, maxLength: 256, format: 'plain-text' },
  },
};

function validate29(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (Object.keys(data).length < 1) {
      const err0 = {
        instancePath,
        schemaPath: '#/minProperties',
        keyword: 'minProperties',
        params: { limit: 1 },
        message: 'must NOT have fewer than 1 properties',
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.emails !== undefined && func0.call(data, 'emails')) {
      let data0 = data.emails;
      if (Array.isArray(data0)) {
        if (data0.length > 10) {
          const err1 = {
            instancePath: instancePath + '/emails',
            schemaPath: '#/properties/emails/maxItems',
            keyword: 'maxItems',
            params: { limit: 10 },
            message: 'must NOT have more than 10 items',
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data0.length < 1) {
          const err2 = {
            instancePath: instancePath + '/emails',
            schemaPath: '#/properties/emails/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === 'string') {
            if (!pattern10.test(data1)) {
              const err3 = {
                instancePath: instancePath + '/emails/' + i0,
                schemaPath: '#/properties/emails/items/pattern',
                keyword: 'pattern',
                params: {
                  pattern: '^[^\\u0000-\\u0020\\u007f-\\u009f@]{1,64}@[^\\u0000-\\u0020\\u007f-\\u009f@]{1,189}$',
                },
                message:
                  'must match pattern "' +
                  '^[^\\u0000-\\u0020\\u007f-\\u009f@]{1,64}@[^\\u0000-\\u0020\\u007f-\\u009f@]{1,189}$' +
                  '"',
              };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
            if (func66(data1, 254)) {
              const err4 = {
                instancePath: instancePath + '/emails/' + i0,
                schemaPath: '#/properties/emails/items/maxLength',
                keyword: 'maxLength',
                params: { limit: 254 },
                message: 'has another length',
              };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = {
              instancePath: instancePath + '/emails/' + i0,
              schemaPath: '#/properties/emails/items/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = {
          instancePath: instancePath + '/emails',
          schemaPath: '#/properties/emails/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.phones !== undefined && func0.call(data, 'phones')) {
      let data2 = data.phones;
      if (Array.isArray(data2)) {
        if (data2.length > 10) {
          const err7 = {
            instancePath: instancePath + '/phones',
            schemaPath: '#/properties/phones/maxItems',
            keyword: 'maxItems',
            params: { limit: 10 },
            message: 'must NOT have more than 10 items',
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data2.length < 1) {
          const err8 = {
            instancePath: instancePath + '/phones',
            schemaPath: '#/properties/phones/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        const len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data3 = data2[i1];
          if (typeof data3 === 'string') {
            if (!pattern11.test(data3)) {
              const err9 = {
                instancePath: instancePath + '/phones/' + i1,
                schemaPath: '#/properties/phones/items/pattern',
                keyword: 'pattern',
                params: { pattern: '^\\+[1-9][0-9]{6,14}$' },
                message: 'must match pattern "' + '^\\+[1-9][0-9]{6,14}$' + '"',
              };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            if (func66(data3, 16)) {
              const err10 = {
                instancePath: instancePath + '/phones/' + i1,
                schemaPath: '#/properties/phones/items/maxLength',
                keyword: 'maxLength',
                params: { limit: 16 },
                message: 'has another length',
              };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = {
              instancePath: instancePath + '/phones/' + i1,
              schemaPath: '#/properties/phones/items/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
      } else {
        const err12 = {
          instancePath: instancePath + '/phones',
          schemaPath: '#/properties/phones/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.website !== undefined && func0.call(data, 'website')) {
      let data4 = data.website;
      if (typeof data4 === 'string') {
        if (!pattern12.test(data4)) {
          const err13 = {
            instancePath: instancePath + '/website',
            schemaPath: '#/properties/website/pattern',
            keyword: 'pattern',
            params: { pattern: '^https?://[^\\u0000-\\u0020\\u007f-\\u009f]{1,2040}$' },
            message: 'must match pattern "' + '^https?://[^\\u0000-\\u0020\\u007f-\\u009f]{1,2040}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (func66(data4, 2048)) {
          const err14 = {
            instancePath: instancePath + '/website',
            schemaPath: '#/properties/website/maxLength',
            keyword: 'maxLength',
            params: { limit: 2048 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = {
          instancePath: instancePath + '/website',
          schemaPath: '#/properties/website/type',
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
    }
    if (data.social !== undefined && func0.call(data, 'social')) {
      let data5 = data.social;
      if (Array.isArray(data5)) {
        if (data5.length > 10) {
          const err16 = {
            instancePath: instancePath + '/social',
            schemaPath: '#/properties/social/maxItems',
            keyword: 'maxItems',
            params: { limit: 10 },
            message: 'must NOT have more than 10 items',
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (data5.length < 1) {
          const err17 = {
            instancePath: instancePath + '/social',
            schemaPath: '#/properties/social/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 items',
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        const len2 = data5.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data6 = data5[i2];
          if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
            if (data6.platform === undefined || !func0.call(data6, 'platform')) {
              const err18 = {
                instancePath: instancePath + '/social/' + i2,
                schemaPath: '#/$defs/socialHandle/required',
                keyword: 'required',
                params: { missingProperty: 'platform' },
                message: "must have required property '" + 'platform' + "'",
              };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data6.handle === undefined || !func0.call(data6, 'handle')) {
              const err19 = {
                instancePath: instancePath + '/social/' + i2,
                schemaPath: '#/$defs/socialHandle/required',
                keyword: 'required',
                params: { missingProperty: 'handle' },
                message: "must have required property '" + 'handle' + "'",
              };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (data6.platform !== undefined && func0.call(data6, 'platform')) {
              let data7 = data6.platform;
              if (typeof data7 === 'string') {
                if (!pattern13.test(data7)) {
                  const err20 = {
                    instancePath: instancePath + '/social/' + i2 + '/platform',
                    schemaPath: '#/$defs/socialHandle/properties/platform/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[a-z][a-z0-9-]{0,62}$' },
                    message: 'must match pattern "' + '^[a-z][a-z0-9-]{0,62}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err20];
                  } else {
                    vErrors.push(err20);
                  }
                  errors++;
                }
                if (func66(data7, 63)) {
                  const err21 = {
                    instancePath: instancePath + '/social/' + i2 + '/platform',
                    schemaPath: '#/$defs/socialHandle/properties/platform/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 63 },
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
                  instancePath: instancePath + '/social/' + i2 + '/platform',
                  schemaPath: '#/$defs/socialHandle/properties/platform/type',
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
            if (data6.handle !== undefined && func0.call(data6, 'handle')) {
              let data8 = data6.handle;
              if (typeof data8 === 'string') {
                if (!formats6(data8)) {
                  const err23 = {
                    instancePath: instancePath + '/social/' + i2 + '/handle',
                    schemaPath: '#/$defs/socialHandle/properties/handle/format',
                    keyword: 'format',
                    params: { format: 'plain-text' },
                    message: 'must match format "' + 'plain-text' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err23];
                  } else {
                    vErrors.push(err23);
                  }
                  errors++;
                }
                if (func66(data8, 256)) {
                  const err24 = {
                    instancePath: instancePath + '/social/' + i2 + '/handle',
                    schemaPath: '#/$defs/socialHandle/properties/handle/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 256 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
                if (func106(data8, 1)) {
                  const err25 = {
                    instancePath: instancePath + '/social/' + i2 + '/handle',
                    schemaPath: '#/$defs/socialHandle/properties/handle/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
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
                  instancePath: instancePath + '/social/' + i2 + '/handle',
                  schemaPath: '#/$defs/socialHandle/properties/handle/type',
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
          } else {
            const err27 = {
              instancePath: instancePath + '/social/' + i2,
              schemaPath: '#/$defs/socialHandle/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
      } else {
        const err28 = {
          instancePath: instancePath + '/social',
          schemaPath: '#/properties/social/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
  } else {
    const err29 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err29];
    } else {
      vErrors.push(err29);
    }
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
validate29.evaluated = {
  props: { emails: true, phones: true, website: true, social: true },
  dynamicProps: false,
  dynamicItems: false,
};

function validate28(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.contact === undefined || !func0.call(data, 'contact')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'contact' },
        message: "must have required property '" + 'contact' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.business === undefined || !func0.call(data, 'business')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'business' },
        message: "must have required property '" + 'business' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.provider === undefined || !func0.call(data, 'provider')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'provider' },
        message: "must have required property '" + 'provider' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.enriched_at === undefined || !func0.call(data, 'enriched_at')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'enriched_at' },
        message: "must have required property '" + 'enriched_at' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.contact !== undefined && func0.call(data, 'contact')) {
      if (
        !validate29(data.contact, {
          instancePath: instancePath + '/contact',
          parentData: data,
          parentDataProperty: 'contact',
          rootData,
          dynamicAnchors,
        })
      ) {
        vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
        errors = vErrors.length;
      }
    }
    if (data.business !== undefined && func0.call(data, 'business')) {
      let data1 = data.business;
      if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
        if (Object.keys(data1).length < 1) {
          const err4 = {
            instancePath: instancePath + '/business',
            schemaPath: '#/$defs/business/minProperties',
            keyword: 'minProperties',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 properties',
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (data1.name !== undefined && func0.call(data1, 'name')) {
          let data2 = data1.name;
          if (typeof data2 === 'string') {
            if (!formats6(data2)) {
              const err5 = {
                instancePath: instancePath + '/business/name',
                schemaPath: '#/$defs/business/properties/name/format',
                keyword: 'format',
                params: { format: 'plain-text' },
                message: 'must match format "' + 'plain-text' + '"',
              };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            if (func66(data2, 256)) {
              const err6 = {
                instancePath: instancePath + '/business/name',
                schemaPath: '#/$defs/business/properties/name/maxLength',
                keyword: 'maxLength',
                params: { limit: 256 },
                message: 'has another length',
              };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            if (func106(data2, 1)) {
              const err7 = {
                instancePath: instancePath + '/business/name',
                schemaPath: '#/$defs/business/properties/name/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
                message: 'has another length',
              };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = {
              instancePath: instancePath + '/business/name',
              schemaPath: '#/$defs/business/properties/name/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data1.category !== undefined && func0.call(data1, 'category')) {
          let data3 = data1.category;
          if (typeof data3 === 'string') {
            if (!formats6(data3)) {
              const err9 = {
                instancePath: instancePath + '/business/category',
                schemaPath: '#/$defs/business/properties/category/format',
                keyword: 'format',
                params: { format: 'plain-text' },
                message: 'must match format "' + 'plain-text' + '"',
              };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            if (func66(data3, 128)) {
              const err10 = {
                instancePath: instancePath + '/business/category',
                schemaPath: '#/$defs/business/properties/category/maxLength',
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
            if (func106(data3, 1)) {
              const err11 = {
                instancePath: instancePath + '/business/category',
                schemaPath: '#/$defs/business/properties/category/minLength',
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
              instancePath: instancePath + '/business/category',
              schemaPath: '#/$defs/business/properties/category/type',
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
        if (data1.city !== undefined && func0.call(data1, 'city')) {
          let data4 = data1.city;
          if (typeof data4 === 'string') {
            if (!formats6(data4)) {
              const err13 = {
                instancePath: instancePath + '/business/city',
                schemaPath: '#/$defs/business/properties/city/format',
                keyword: 'format',
                params: { format: 'plain-text' },
                message: 'must match format "' + 'plain-text' + '"',
              };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            if (func66(data4, 128)) {
              const err14 = {
                instancePath: instancePath + '/business/city',
                schemaPath: '#/$defs/business/properties/city/maxLength',
                keyword: 'maxLength',
                params: { limit: 128 },
                message: 'has another length',
              };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
            if (func106(data4, 1)) {
              const err15 = {
                instancePath: instancePath + '/business/city',
                schemaPath: '#/$defs/business/properties/city/minLength',
                keyword: 'minLength',
                params: { limit: 1 },
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
              instancePath: instancePath + '/business/city',
              schemaPath: '#/$defs/business/properties/city/type',
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
        if (data1.region !== undefined && func0.call(data1, 'region')) {
          let data5 = data1.region;
          if (typeof data5 === 'string') {
            if (!formats6(data5)) {
              const err17 = {
                instancePath: instancePath + '/business/region',
                schemaPath: '#/$defs/business/properties/region/format',
                keyword: 'format',
                params: { format: 'plain-text' },
                message: 'must match format "' + 'plain-text' + '"',
              };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (func66(data5, 128)) {
              const err18 = {
                instancePath: instancePath + '/business/region',
                schemaPath: '#/$defs/business/properties/region/maxLength',
                keyword: 'maxLength',
                params: { limit: 128 },
                message: 'has another length',
              };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (func106(data5, 1)) {
              const err19 = {
                instancePath: instancePath + '/business/region',
                schemaPath: '#/$defs/business/properties/region/minLength',
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
              instancePath: instancePath + '/business/region',
              schemaPath: '#/$defs/business/properties/region/type',
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
        if (data1.country !== undefined && func0.call(data1, 'country')) {
          let data6 = data1.country;
          if (typeof data6 === 'string') {
            if (!pattern14.test(data6)) {
              const err21 = {
                instancePath: instancePath + '/business/country',
                schemaPath: '#/$defs/business/properties/country/pattern',
                keyword: 'pattern',
                params: { pattern: '^[A-Z]{2}$' },
                message: 'must match pattern "' + '^[A-Z]{2}$' + '"',
              };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (func66(data6, 2)) {
              const err22 = {
                instancePath: instancePath + '/business/country',
                schemaPath: '#/$defs/business/properties/country/maxLength',
                keyword: 'maxLength',
                params: { limit: 2 },
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
              instancePath: instancePath + '/business/country',
              schemaPath: '#/$defs/business/properties/country/type',
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
        if (data1.employees !== undefined && func0.call(data1, 'employees')) {
          let data7 = data1.employees;
          if (!(typeof data7 == 'number' && !(data7 % 1) && !isNaN(data7) && isFinite(data7))) {
            const err24 = {
              instancePath: instancePath + '/business/employees',
              schemaPath: '#/$defs/business/properties/employees/type',
              keyword: 'type',
              params: { type: 'integer' },
              message: 'must be integer',
            };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
          if (typeof data7 == 'number' && isFinite(data7)) {
            if (data7 > 10000000 || isNaN(data7)) {
              const err25 = {
                instancePath: instancePath + '/business/employees',
                schemaPath: '#/$defs/business/properties/employees/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 10000000 },
                message: 'must be <= 10000000',
              };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
            if (data7 < 1 || isNaN(data7)) {
              const err26 = {
                instancePath: instancePath + '/business/employees',
                schemaPath: '#/$defs/business/properties/employees/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 1 },
                message: 'must be >= 1',
              };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          }
        }
      } else {
        const err27 = {
          instancePath: instancePath + '/business',
          schemaPath: '#/$defs/business/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.provider !== undefined && func0.call(data, 'provider')) {
      let data8 = data.provider;
      if (typeof data8 === 'string') {
        if (!pattern5.test(data8)) {
          const err28 = {
            instancePath: instancePath + '/provider',
            schemaPath: '#/properties/provider/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9-]{1,62}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9-]{1,62}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        if (func66(data8, 63)) {
          const err29 = {
            instancePath: instancePath + '/provider',
            schemaPath: '#/properties/provider/maxLength',
            keyword: 'maxLength',
            params: { limit: 63 },
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
          instancePath: instancePath + '/provider',
          schemaPath: '#/properties/provider/type',
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
    if (data.enriched_at !== undefined && func0.call(data, 'enriched_at')) {
      let data9 = data.enriched_at;
      if (typeof data9 === 'string') {
        if (!formats0(data9)) {
          const err31 = {
            instancePath: instancePath + '/enriched_at',
            schemaPath: '#/properties/enriched_at/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (func66(data9, 30)) {
          const err32 = {
            instancePath: instancePath + '/enriched_at',
            schemaPath: '#/properties/enriched_at/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
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
          instancePath: instancePath + '/enriched_at',
          schemaPath: '#/properties/enriched_at/type',
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
  } else {
    const err34 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err34];
    } else {
      vErrors.push(err34);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
validate28.evaluated = {
  props: { contact: true, business: true, provider: true, enriched_at: true },
  dynamicProps: false,
  dynamicItems: false,
};

function validate27(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="openRecord" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.lead_id === undefined || !func0.call(data, 'lead_id')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'lead_id' },
        message: "must have required property '" + 'lead_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.source_platform === undefined || !func0.call(data, 'source_platform')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'source_platform' },
        message: "must have required property '" + 'source_platform' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.username === undefined || !func0.call(data, 'username')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'username' },
        message: "must have required property '" + 'username' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.display_name === undefined || !func0.call(data, 'display_name')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'display_name' },
        message: "must have required property '" + 'display_name' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.audience_pool === undefined || !func0.call(data, 'audience_pool')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'audience_pool' },
        message: "must have required property '" + 'audience_pool' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.persona === undefined || !func0.call(data, 'persona')) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'persona' },
        message: "must have required property '" + 'persona' + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.tribe === undefined || !func0.call(data, 'tribe')) {
      const err6 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'tribe' },
        message: "must have required property '" + 'tribe' + "'",
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.execution_label === undefined || !func0.call(data, 'execution_label')) {
      const err7 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'execution_label' },
        message: "must have required property '" + 'execution_label' + "'",
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.confidence_score === undefined || !func0.call(data, 'confidence_score')) {
      const err8 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'confidence_score' },
        message: "must have required property '" + 'confidence_score' + "'",
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.enrichment_status === undefined || !func0.call(data, 'enrichment_status')) {
      const err9 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'enrichment_status' },
        message: "must have required property '" + 'enrichment_status' + "'",
      };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.contactability_score === undefined || !func0.call(data, 'contactability_score')) {
      const err10 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'contactability_score' },
        message: "must have required property '" + 'contactability_score' + "'",
      };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (data.created_at === undefined || !func0.call(data, 'created_at')) {
      const err11 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'created_at' },
        message: "must have required property '" + 'created_at' + "'",
      };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
    if (data.lead_id !== undefined && func0.call(data, 'lead_id')) {
      let data0 = data.lead_id;
      if (typeof data0 === 'string') {
        if (!formats4(data0)) {
          const err12 = {
            instancePath: instancePath + '/lead_id',
            schemaPath: '#/properties/lead_id/format',
            keyword: 'format',
            params: { format: 'lead-uuid' },
            message: 'must match format "' + 'lead-uuid' + '"',
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (func66(data0, 36)) {
          const err13 = {
            instancePath: instancePath + '/lead_id',
            schemaPath: '#/properties/lead_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 36 },
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
          instancePath: instancePath + '/lead_id',
          schemaPath: '#/properties/lead_id/type',
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
    if (data.source_platform !== undefined && func0.call(data, 'source_platform')) {
      let data1 = data.source_platform;
      if (typeof data1 !== 'string') {
        const err15 = {
          instancePath: instancePath + '/source_platform',
          schemaPath: '#/properties/source_platform/type',
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
      if (!(data1 === 'tiktok' || data1 === 'threads' || data1 === 'x')) {
        const err16 = {
          instancePath: instancePath + '/source_platform',
          schemaPath: '#/properties/source_platform/enum',
          keyword: 'enum',
          params: { allowedValues: schema38.properties.source_platform.enum },
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
    if (data.username !== undefined && func0.call(data, 'username')) {
      let data2 = data.username;
      if (typeof data2 === 'string') {
        if (!formats6(data2)) {
          const err17 = {
            instancePath: instancePath + '/username',
            schemaPath: '#/properties/username/format',
            keyword: 'format',
            params: { format: 'plain-text' },
            message: 'must match format "' + 'plain-text' + '"',
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (func66(data2, 256)) {
          const err18 = {
            instancePath: instancePath + '/username',
            schemaPath: '#/properties/username/maxLength',
            keyword: 'maxLength',
            params: { limit: 256 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        if (func106(data2, 1)) {
          const err19 = {
            instancePath: instancePath + '/username',
            schemaPath: '#/properties/username/minLength',
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
          instancePath: instancePath + '/username',
          schemaPath: '#/properties/username/type',
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
    if (data.display_name !== undefined && func0.call(data, 'display_name')) {
      let data3 = data.display_name;
      if (typeof data3 === 'string') {
        if (!formats6(data3)) {
          const err21 = {
            instancePath: instancePath + '/display_name',
            schemaPath: '#/properties/display_name/format',
            keyword: 'format',
            params: { format: 'plain-text' },
            message: 'must match format "' + 'plain-text' + '"',
          };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (func66(data3, 256)) {
          const err22 = {
            instancePath: instancePath + '/display_name',
            schemaPath: '#/properties/display_name/maxLength',
            keyword: 'maxLength',
            params: { limit: 256 },
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
          instancePath: instancePath + '/display_name',
          schemaPath: '#/properties/display_name/type',
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
    if (data.audience_pool !== undefined && func0.call(data, 'audience_pool')) {
      let data4 = data.audience_pool;
      if (typeof data4 !== 'string') {
        const err24 = {
          instancePath: instancePath + '/audience_pool',
          schemaPath: '#/properties/audience_pool/type',
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
      if (!(data4 === 'wholesalers' || data4 === 'brokers' || data4 === 'solar' || data4 === 'consultants')) {
        const err25 = {
          instancePath: instancePath + '/audience_pool',
          schemaPath: '#/properties/audience_pool/enum',
          keyword: 'enum',
          params: { allowedValues: schema38.properties.audience_pool.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.persona !== undefined && func0.call(data, 'persona')) {
      let data5 = data.persona;
      if (typeof data5 !== 'string') {
        const err26 = {
          instancePath: instancePath + '/persona',
          schemaPath: '#/properties/persona/type',
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
      if (!(data5 === 'operator' || data5 === 'owner' || data5 === 'marketer' || data5 === 'investor')) {
        const err27 = {
          instancePath: instancePath + '/persona',
          schemaPath: '#/properties/persona/enum',
          keyword: 'enum',
          params: { allowedValues: schema38.properties.persona.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.tribe !== undefined && func0.call(data, 'tribe')) {
      let data6 = data.tribe;
      if (typeof data6 !== 'string') {
        const err28 = {
          instancePath: instancePath + '/tribe',
          schemaPath: '#/properties/tribe/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (!(data6 === 'dealmakers' || data6 === 'builders' || data6 === 'growth-operators')) {
        const err29 = {
          instancePath: instancePath + '/tribe',
          schemaPath: '#/properties/tribe/enum',
          keyword: 'enum',
          params: { allowedValues: schema38.properties.tribe.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.execution_label !== undefined && func0.call(data, 'execution_label')) {
      let data7 = data.execution_label;
      if (typeof data7 !== 'string') {
        const err30 = {
          instancePath: instancePath + '/execution_label',
          schemaPath: '#/properties/execution_label/type',
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
      if (!(data7 === 'USER' || data7 === 'PARTNER' || data7 === 'AFFILIATE' || data7 === 'FEEDBACK')) {
        const err31 = {
          instancePath: instancePath + '/execution_label',
          schemaPath: '#/properties/execution_label/enum',
          keyword: 'enum',
          params: { allowedValues: schema38.properties.execution_label.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.confidence_score !== undefined && func0.call(data, 'confidence_score')) {
      let data8 = data.confidence_score;
      if (typeof data8 == 'number' && isFinite(data8)) {
        if (data8 > 1 || isNaN(data8)) {
          const err32 = {
            instancePath: instancePath + '/confidence_score',
            schemaPath: '#/properties/confidence_score/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 1 },
            message: 'must be <= 1',
          };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        if (data8 < 0 || isNaN(data8)) {
          const err33 = {
            instancePath: instancePath + '/confidence_score',
            schemaPath: '#/properties/confidence_score/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            message: 'must be >= 0',
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
          instancePath: instancePath + '/confidence_score',
          schemaPath: '#/properties/confidence_score/type',
          keyword: 'type',
          params: { type: 'number' },
          message: 'must be number',
        };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.enrichment_status !== undefined && func0.call(data, 'enrichment_status')) {
      let data9 = data.enrichment_status;
      if (typeof data9 !== 'string') {
        const err35 = {
          instancePath: instancePath + '/enrichment_status',
          schemaPath: '#/properties/enrichment_status/type',
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
      if (!(data9 === 'NONE' || data9 === 'REQUESTED' || data9 === 'ENRICHED' || data9 === 'FAILED')) {
        const err36 = {
          instancePath: instancePath + '/enrichment_status',
          schemaPath: '#/properties/enrichment_status/enum',
          keyword: 'enum',
          params: { allowedValues: schema38.properties.enrichment_status.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
    }
    if (data.contactability_score !== undefined && func0.call(data, 'contactability_score')) {
      let data10 = data.contactability_score;
      if (typeof data10 == 'number' && isFinite(data10)) {
        if (data10 > 1 || isNaN(data10)) {
          const err37 = {
            instancePath: instancePath + '/contactability_score',
            schemaPath: '#/properties/contactability_score/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 1 },
            message: 'must be <= 1',
          };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
        if (data10 < 0 || isNaN(data10)) {
          const err38 = {
            instancePath: instancePath + '/contactability_score',
            schemaPath: '#/properties/contactability_score/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            message: 'must be >= 0',
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
          instancePath: instancePath + '/contactability_score',
          schemaPath: '#/properties/contactability_score/type',
          keyword: 'type',
          params: { type: 'number' },
          message: 'must be number',
        };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.created_at !== undefined && func0.call(data, 'created_at')) {
      let data11 = data.created_at;
      if (typeof data11 === 'string') {
        if (!formats0(data11)) {
          const err40 = {
            instancePath: instancePath + '/created_at',
            schemaPath: '#/properties/created_at/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        if (func66(data11, 30)) {
          const err41 = {
            instancePath: instancePath + '/created_at',
            schemaPath: '#/properties/created_at/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
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
          instancePath: instancePath + '/created_at',
          schemaPath: '#/properties/created_at/type',
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
    if (data.enrichment !== undefined && func0.call(data, 'enrichment')) {
      if (
        !validate28(data.enrichment, {
          instancePath: instancePath + '/enrichment',
          parentData: data,
          parentDataProperty: 'enrichment',
          rootData,
          dynamicAnchors,
        })
      ) {
        vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err43 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err43];
    } else {
      vErrors.push(err43);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
validate27.evaluated = {
  props: {
    lead_id: true,
    source_platform: true,
    username: true,
    display_name: true,
    audience_pool: true,
    persona: true,
    tribe: true,
    execution_label: true,
    confidence_score: true,
    enrichment_status: true,
    contactability_score: true,
    created_at: true,
    enrichment: true,
  },
  dynamicProps: false,
  dynamicItems: false,
};
