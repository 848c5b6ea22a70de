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
    'contract',
    'schema_version',
    'batch_contract',
    'batch_id',
    'batch_schema_version',
    'sha256',
    'bytes',
    'records',
    'source',
    'system',
    'key',
    'verdict',
    'reason_code',
    'problems',
    'decided_at',
    'run_id',
  ],
  properties: {
    contract: { type: 'string', const: 'handoff-receipt' },
    schema_version: { type: 'string', const: 'v1' },
    batch_contract: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
    batch_id: { type: 'string', minLength: 1, maxLength: 1024, format: 'plain-text' },
    batch_schema_version: { type: ['string', 'null'], maxLength: 32, pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$' },
    sha256: { type: 'string', maxLength: 64, pattern: '^[0-9a-f]{64}$' },
    bytes: { type: 'integer', minimum: 0 },
    records: { type: ['integer', 'null'], minimum: 0 },
    source: { type: ['string', 'null'], maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
    system: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
    key: { type: 'string', minLength: 1, maxLength: 1024, format: 'plain-text' },
    verdict: { type: 'string', enum: ['ingested', 'quarantined', 'held'] },
    reason_code: { type: ['string', 'null'], maxLength: 64, pattern: '^[A-Z][A-Z0-9_]{1,63}$' },
    problems: { type: 'array', maxItems: 20, items: { $ref: '#/$defs/problem' } },
    decided_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    run_id: { type: 'string', minLength: 1, maxLength: 128, format: 'plain-text' },
  },
  $defs: {
    problem: {
      type: 'object',
      additionalProperties: false,
      required: ['code', 'pointer', 'rule'],
      properties: {
        code: { type: 'string', maxLength: 64, pattern: '^[A-Z][A-Z0-9_]{1,63}$' },
        pointer: { type: 'string', maxLength: 256 },
        rule: { type: 'string', maxLength: 256 },
      },
    },
  },
};
const schema32 = {
  type: 'object',
  additionalProperties: false,
  required: ['code', 'pointer', 'rule'],
  properties: {
    code: { type: 'string', maxLength: 64, pattern: '^[A-Z][A-Z0-9_]{1,63}$' },
    pointer: { type: 'string', maxLength: 256 },
    rule: { type: 'string', maxLength: 256 },
  },
};
const func0 = Object.prototype.hasOwnProperty;
const func80 = isLongerThan;
const func83 = isShorterThan;
const pattern4 = new RegExp('^[a-z][a-z0-9-]{1,62}$', 'u');
const pattern5 = new RegExp('^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$', 'u');
const pattern6 = new RegExp('^[0-9a-f]{64}$', 'u');
const pattern9 = new RegExp('^[A-Z][A-Z0-9_]{1,63}$', 'u');
const formats0 = formats['plain-text'];
const formats4 = formats['utc-timestamp'];

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
    if (data.contract === undefined || !func0.call(data, 'contract')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'contract' },
        message: "must have required property '" + 'contract' + "'",
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
    if (data.batch_contract === undefined || !func0.call(data, 'batch_contract')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'batch_contract' },
        message: "must have required property '" + 'batch_contract' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.batch_id === undefined || !func0.call(data, 'batch_id')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'batch_id' },
        message: "must have required property '" + 'batch_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.batch_schema_version === undefined || !func0.call(data, 'batch_schema_version')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'batch_schema_version' },
        message: "must have required property '" + 'batch_schema_version' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.sha256 === undefined || !func0.call(data, 'sha256')) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'sha256' },
        message: "must have required property '" + 'sha256' + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.bytes === undefined || !func0.call(data, 'bytes')) {
      const err6 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'bytes' },
        message: "must have required property '" + 'bytes' + "'",
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.records === undefined || !func0.call(data, 'records')) {
      const err7 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'records' },
        message: "must have required property '" + 'records' + "'",
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.source === undefined || !func0.call(data, 'source')) {
      const err8 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'source' },
        message: "must have required property '" + 'source' + "'",
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.system === undefined || !func0.call(data, 'system')) {
      const err9 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'system' },
        message: "must have required property '" + 'system' + "'",
      };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.key === undefined || !func0.call(data, 'key')) {
      const err10 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'key' },
        message: "must have required property '" + 'key' + "'",
      };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (data.verdict === undefined || !func0.call(data, 'verdict')) {
      const err11 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'verdict' },
        message: "must have required property '" + 'verdict' + "'",
      };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
    if (data.reason_code === undefined || !func0.call(data, 'reason_code')) {
      const err12 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'reason_code' },
        message: "must have required property '" + 'reason_code' + "'",
      };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    if (data.problems === undefined || !func0.call(data, 'problems')) {
      const err13 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'problems' },
        message: "must have required property '" + 'problems' + "'",
      };
      if (vErrors === null) {
        vErrors = [err13];
      } else {
        vErrors.push(err13);
      }
      errors++;
    }
    if (data.decided_at === undefined || !func0.call(data, 'decided_at')) {
      const err14 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'decided_at' },
        message: "must have required property '" + 'decided_at' + "'",
      };
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
    if (data.run_id === undefined || !func0.call(data, 'run_id')) {
      const err15 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'run_id' },
        message: "must have required property '" + 'run_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err15];
      } else {
        vErrors.push(err15);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema31.properties, key0)) {
        const err16 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          message: 'must NOT have additional properties',
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.contract !== undefined && func0.call(data, 'contract')) {
      let data0 = data.contract;
      if (typeof data0 !== 'string') {
        const err17 = {
          instancePath: instancePath + '/contract',
          schemaPath: '#/properties/contract/type',
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
      if ('handoff-receipt' !== data0) {
        const err18 = {
          instancePath: instancePath + '/contract',
          schemaPath: '#/properties/contract/const',
          keyword: 'const',
          params: { allowedValue: 'handoff-receipt' },
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
    if (data.schema_version !== undefined && func0.call(data, 'schema_version')) {
      let data1 = data.schema_version;
      if (typeof data1 !== 'string') {
        const err19 = {
          instancePath: instancePath + '/schema_version',
          schemaPath: '#/properties/schema_version/type',
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
      if ('v1' !== data1) {
        const err20 = {
          instancePath: instancePath + '/schema_version',
          schemaPath: '#/properties/schema_version/const',
          keyword: 'const',
          params: { allowedValue: 'v1' },
          message: 'must be equal to constant',
        };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.batch_contract !== undefined && func0.call(data, 'batch_contract')) {
      let data2 = data.batch_contract;
      if (typeof data2 === 'string') {
        if (!pattern4.test(data2)) {
          const err21 = {
            instancePath: instancePath + '/batch_contract',
            schemaPath: '#/properties/batch_contract/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9-]{1,62}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9-]{1,62}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (func80(data2, 63)) {
          const err22 = {
            instancePath: instancePath + '/batch_contract',
            schemaPath: '#/properties/batch_contract/maxLength',
            keyword: 'maxLength',
            params: { limit: 63 },
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
          instancePath: instancePath + '/batch_contract',
          schemaPath: '#/properties/batch_contract/type',
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
    if (data.batch_id !== undefined && func0.call(data, 'batch_id')) {
      let data3 = data.batch_id;
      if (typeof data3 === 'string') {
        if (!formats0(data3)) {
          const err24 = {
            instancePath: instancePath + '/batch_id',
            schemaPath: '#/properties/batch_id/format',
            keyword: 'format',
            params: { format: 'plain-text' },
            message: 'must match format "' + 'plain-text' + '"',
          };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        if (func80(data3, 1024)) {
          const err25 = {
            instancePath: instancePath + '/batch_id',
            schemaPath: '#/properties/batch_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 1024 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        if (func83(data3, 1)) {
          const err26 = {
            instancePath: instancePath + '/batch_id',
            schemaPath: '#/properties/batch_id/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      } else {
        const err27 = {
          instancePath: instancePath + '/batch_id',
          schemaPath: '#/properties/batch_id/type',
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
    }
    if (data.batch_schema_version !== undefined && func0.call(data, 'batch_schema_version')) {
      let data4 = data.batch_schema_version;
      if (typeof data4 !== 'string' && data4 !== null) {
        const err28 = {
          instancePath: instancePath + '/batch_schema_version',
          schemaPath: '#/properties/batch_schema_version/type',
          keyword: 'type',
          params: { type: schema31.properties.batch_schema_version.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (typeof data4 === 'string') {
        if (!pattern5.test(data4)) {
          const err29 = {
            instancePath: instancePath + '/batch_schema_version',
            schemaPath: '#/properties/batch_schema_version/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
        if (func80(data4, 32)) {
          const err30 = {
            instancePath: instancePath + '/batch_schema_version',
            schemaPath: '#/properties/batch_schema_version/maxLength',
            keyword: 'maxLength',
            params: { limit: 32 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
      }
    }
    if (data.sha256 !== undefined && func0.call(data, 'sha256')) {
      let data5 = data.sha256;
      if (typeof data5 === 'string') {
        if (!pattern6.test(data5)) {
          const err31 = {
            instancePath: instancePath + '/sha256',
            schemaPath: '#/properties/sha256/pattern',
            keyword: 'pattern',
            params: { pattern: '^[0-9a-f]{64}$' },
            message: 'must match pattern "' + '^[0-9a-f]{64}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (func80(data5, 64)) {
          const err32 = {
            instancePath: instancePath + '/sha256',
            schemaPath: '#/properties/sha256/maxLength',
            keyword: 'maxLength',
            params: { limit: 64 },
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
          instancePath: instancePath + '/sha256',
          schemaPath: '#/properties/sha256/type',
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
    if (data.bytes !== undefined && func0.call(data, 'bytes')) {
      let data6 = data.bytes;
      if (!(typeof data6 == 'number' && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
        const err34 = {
          instancePath: instancePath + '/bytes',
          schemaPath: '#/properties/bytes/type',
          keyword: 'type',
          params: { type: 'integer' },
          message: 'must be integer',
        };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      if (typeof data6 == 'number' && isFinite(data6)) {
        if (data6 < 0 || isNaN(data6)) {
          const err35 = {
            instancePath: instancePath + '/bytes',
            schemaPath: '#/properties/bytes/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            message: 'must be >= 0',
          };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
      }
    }
    if (data.records !== undefined && func0.call(data, 'records')) {
      let data7 = data.records;
      if (!(typeof data7 == 'number' && !(data7 % 1) && !isNaN(data7) && isFinite(data7)) && data7 !== null) {
        const err36 = {
          instancePath: instancePath + '/records',
          schemaPath: '#/properties/records/type',
          keyword: 'type',
          params: { type: schema31.properties.records.type },
          message: 'must be integer,null',
        };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
      if (typeof data7 == 'number' && isFinite(data7)) {
        if (data7 < 0 || isNaN(data7)) {
          const err37 = {
            instancePath: instancePath + '/records',
            schemaPath: '#/properties/records/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            message: 'must be >= 0',
          };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
      }
    }
    if (data.source !== undefined && func0.call(data, 'source')) {
      let data8 = data.source;
      if (typeof data8 !== 'string' && data8 !== null) {
        const err38 = {
          instancePath: instancePath + '/source',
          schemaPath: '#/properties/source/type',
          keyword: 'type',
          params: { type: schema31.properties.source.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
      if (typeof data8 === 'string') {
        if (!pattern4.test(data8)) {
          const err39 = {
            instancePath: instancePath + '/source',
            schemaPath: '#/properties/source/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9-]{1,62}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9-]{1,62}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
        if (func80(data8, 63)) {
          const err40 = {
            instancePath: instancePath + '/source',
            schemaPath: '#/properties/source/maxLength',
            keyword: 'maxLength',
            params: { limit: 63 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
      }
    }
    if (data.system !== undefined && func0.call(data, 'system')) {
      let data9 = data.system;
      if (typeof data9 === 'string') {
        if (!pattern4.test(data9)) {
          const err41 = {
            instancePath: instancePath + '/system',
            schemaPath: '#/properties/system/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9-]{1,62}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9-]{1,62}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
        if (func80(data9, 63)) {
          const err42 = {
            instancePath: instancePath + '/system',
            schemaPath: '#/properties/system/maxLength',
            keyword: 'maxLength',
            params: { limit: 63 },
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
          instancePath: instancePath + '/system',
          schemaPath: '#/properties/system/type',
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
    if (data.key !== undefined && func0.call(data, 'key')) {
      let data10 = data.key;
      if (typeof data10 === 'string') {
        if (!formats0(data10)) {
          const err44 = {
            instancePath: instancePath + '/key',
            schemaPath: '#/properties/key/format',
            keyword: 'format',
            params: { format: 'plain-text' },
            message: 'must match format "' + 'plain-text' + '"',
          };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
        if (func80(data10, 1024)) {
          const err45 = {
            instancePath: instancePath + '/key',
            schemaPath: '#/properties/key/maxLength',
            keyword: 'maxLength',
            params: { limit: 1024 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
        if (func83(data10, 1)) {
          const err46 = {
            instancePath: instancePath + '/key',
            schemaPath: '#/properties/key/minLength',
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
          instancePath: instancePath + '/key',
          schemaPath: '#/properties/key/type',
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
    if (data.verdict !== undefined && func0.call(data, 'verdict')) {
      let data11 = data.verdict;
      if (typeof data11 !== 'string') {
        const err48 = {
          instancePath: instancePath + '/verdict',
          schemaPath: '#/properties/verdict/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
      if (!(data11 === 'ingested' || data11 === 'quarantined' || data11 === 'held')) {
        const err49 = {
          instancePath: instancePath + '/verdict',
          schemaPath: '#/properties/verdict/enum',
          keyword: 'enum',
          params: { allowedValues: schema31.properties.verdict.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
    if (data.reason_code !== undefined && func0.call(data, 'reason_code')) {
      let data12 = data.reason_code;
      if (typeof data12 !== 'string' && data12 !== null) {
        const err50 = {
          instancePath: instancePath + '/reason_code',
          schemaPath: '#/properties/reason_code/type',
          keyword: 'type',
          params: { type: schema31.properties.reason_code.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
      if (typeof data12 === 'string') {
        if (!pattern9.test(data12)) {
          const err51 = {
            instancePath: instancePath + '/reason_code',
            schemaPath: '#/properties/reason_code/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Z][A-Z0-9_]{1,63}$' },
            message: 'must match pattern "' + '^[A-Z][A-Z0-9_]{1,63}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err51];
          } else {
            vErrors.push(err51);
          }
          errors++;
        }
        if (func80(data12, 64)) {
          const err52 = {
            instancePath: instancePath + '/reason_code',
            schemaPath: '#/properties/reason_code/maxLength',
            keyword: 'maxLength',
            params: { limit: 64 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err52];
          } else {
            vErrors.push(err52);
          }
          errors++;
        }
      }
    }
    if (data.problems !== undefined && func0.call(data, 'problems')) {
      let data13 = data.problems;
      if (Array.isArray(data13)) {
        if (data13.length > 20) {
          const err53 = {
            instancePath: instancePath + '/problems',
            schemaPath: '#/properties/problems/maxItems',
            keyword: 'maxItems',
            params: { limit: 20 },
            message: 'must NOT have more than 20 items',
          };
          if (vErrors === null) {
            vErrors = [err53];
          } else {
            vErrors.push(err53);
          }
          errors++;
        }
        const len0 = data13.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data14 = data13[i0];
          if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
            if (data14.code === undefined || !func0.call(data14, 'code')) {
              const err54 = {
                instancePath: instancePath + '/problems/' + i0,
                schemaPath: '#/$defs/problem/required',
                keyword: 'required',
                params: { missingProperty: 'code' },
                message: "must have required property '" + 'code' + "'",
              };
              if (vErrors === null) {
                vErrors = [err54];
              } else {
                vErrors.push(err54);
              }
              errors++;
            }
            if (data14.pointer === undefined || !func0.call(data14, 'pointer')) {
              const err55 = {
                instancePath: instancePath + '/problems/' + i0,
                schemaPath: '#/$defs/problem/required',
                keyword: 'required',
                params: { missingProperty: 'pointer' },
                message: "must have required property '" + 'pointer' + "'",
              };
              if (vErrors === null) {
                vErrors = [err55];
              } else {
                vErrors.push(err55);
              }
              errors++;
            }
            if (data14.rule === undefined || !func0.call(data14, 'rule')) {
              const err56 = {
                instancePath: instancePath + '/problems/' + i0,
                schemaPath: '#/$defs/problem/required',
                keyword: 'required',
                params: { missingProperty: 'rule' },
                message: "must have required property '" + 'rule' + "'",
              };
              if (vErrors === null) {
                vErrors = [err56];
              } else {
                vErrors.push(err56);
              }
              errors++;
            }
            for (const key1 of Object.keys(data14)) {
              if (!(key1 === 'code' || key1 === 'pointer' || key1 === 'rule')) {
                const err57 = {
                  instancePath: instancePath + '/problems/' + i0,
                  schemaPath: '#/$defs/problem/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key1 },
                  message: 'must NOT have additional properties',
                };
                if (vErrors === null) {
                  vErrors = [err57];
                } else {
                  vErrors.push(err57);
                }
                errors++;
              }
            }
            if (data14.code !== undefined && func0.call(data14, 'code')) {
              let data15 = data14.code;
              if (typeof data15 === 'string') {
                if (!pattern9.test(data15)) {
                  const err58 = {
                    instancePath: instancePath + '/problems/' + i0 + '/code',
                    schemaPath: '#/$defs/problem/properties/code/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Z][A-Z0-9_]{1,63}$' },
                    message: 'must match pattern "' + '^[A-Z][A-Z0-9_]{1,63}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err58];
                  } else {
                    vErrors.push(err58);
                  }
                  errors++;
                }
                if (func80(data15, 64)) {
                  const err59 = {
                    instancePath: instancePath + '/problems/' + i0 + '/code',
                    schemaPath: '#/$defs/problem/properties/code/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 64 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err59];
                  } else {
                    vErrors.push(err59);
                  }
                  errors++;
                }
              } else {
                const err60 = {
                  instancePath: instancePath + '/problems/' + i0 + '/code',
                  schemaPath: '#/$defs/problem/properties/code/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
            if (data14.pointer !== undefined && func0.call(data14, 'pointer')) {
              let data16 = data14.pointer;
              if (typeof data16 === 'string') {
                if (func80(data16, 256)) {
                  const err61 = {
                    instancePath: instancePath + '/problems/' + i0 + '/pointer',
                    schemaPath: '#/$defs/problem/properties/pointer/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 256 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err61];
                  } else {
                    vErrors.push(err61);
                  }
                  errors++;
                }
              } else {
                const err62 = {
                  instancePath: instancePath + '/problems/' + i0 + '/pointer',
                  schemaPath: '#/$defs/problem/properties/pointer/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err62];
                } else {
                  vErrors.push(err62);
                }
                errors++;
              }
            }
            if (data14.rule !== undefined && func0.call(data14, 'rule')) {
              let data17 = data14.rule;
              if (typeof data17 === 'string') {
                if (func80(data17, 256)) {
                  const err63 = {
                    instancePath: instancePath + '/problems/' + i0 + '/rule',
                    schemaPath: '#/$defs/problem/properties/rule/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 256 },
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
                  instancePath: instancePath + '/problems/' + i0 + '/rule',
                  schemaPath: '#/$defs/problem/properties/rule/type',
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
          } else {
            const err65 = {
              instancePath: instancePath + '/problems/' + i0,
              schemaPath: '#/$defs/problem/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err65];
            } else {
              vErrors.push(err65);
            }
            errors++;
          }
        }
      } else {
        const err66 = {
          instancePath: instancePath + '/problems',
          schemaPath: '#/properties/problems/type',
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
    if (data.decided_at !== undefined && func0.call(data, 'decided_at')) {
      let data18 = data.decided_at;
      if (typeof data18 === 'string') {
        if (!formats4(data18)) {
          const err67 = {
            instancePath: instancePath + '/decided_at',
            schemaPath: '#/properties/decided_at/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err67];
          } else {
            vErrors.push(err67);
          }
          errors++;
        }
        if (func80(data18, 30)) {
          const err68 = {
            instancePath: instancePath + '/decided_at',
            schemaPath: '#/properties/decided_at/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err68];
          } else {
            vErrors.push(err68);
          }
          errors++;
        }
      } else {
        const err69 = {
          instancePath: instancePath + '/decided_at',
          schemaPath: '#/properties/decided_at/type',
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
    }
    if (data.run_id !== undefined && func0.call(data, 'run_id')) {
      let data19 = data.run_id;
      if (typeof data19 === 'string') {
        if (!formats0(data19)) {
          const err70 = {
            instancePath: instancePath + '/run_id',
            schemaPath: '#/properties/run_id/format',
            keyword: 'format',
            params: { format: 'plain-text' },
            message: 'must match format "' + 'plain-text' + '"',
          };
          if (vErrors === null) {
            vErrors = [err70];
          } else {
            vErrors.push(err70);
          }
          errors++;
        }
        if (func80(data19, 128)) {
          const err71 = {
            instancePath: instancePath + '/run_id',
            schemaPath: '#/properties/run_id/maxLength',
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
        if (func83(data19, 1)) {
          const err72 = {
            instancePath: instancePath + '/run_id',
            schemaPath: '#/properties/run_id/minLength',
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
          instancePath: instancePath + '/run_id',
          schemaPath: '#/properties/run_id/type',
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
  } else {
    const err74 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err74];
    } else {
      vErrors.push(err74);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

export const openDocument = validate21 as unknown as Validator;
const schema33 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'openDocument',
  type: 'object',
  required: [
    'contract',
    'schema_version',
    'batch_contract',
    'batch_id',
    'batch_schema_version',
    'sha256',
    'bytes',
    'records',
    'source',
    'system',
    'key',
    'verdict',
    'reason_code',
    'problems',
    'decided_at',
    'run_id',
  ],
  properties: {
    contract: { type: 'string', const: 'handoff-receipt' },
    schema_version: { type: 'string', const: 'v1' },
    batch_contract: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
    batch_id: { type: 'string', minLength: 1, maxLength: 1024, format: 'plain-text' },
    batch_schema_version: { type: ['string', 'null'], maxLength: 32, pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$' },
    sha256: { type: 'string', maxLength: 64, pattern: '^[0-9a-f]{64}$' },
    bytes: { type: 'integer', minimum: 0 },
    records: { type: ['integer', 'null'], minimum: 0 },
    source: { type: ['string', 'null'], maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
    system: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
    key: { type: 'string', minLength: 1, maxLength: 1024, format: 'plain-text' },
    verdict: { type: 'string', enum: ['ingested', 'quarantined', 'held'] },
    reason_code: { type: ['string', 'null'], maxLength: 64, pattern: '^[A-Z][A-Z0-9_]{1,63}$' },
    problems: { type: 'array', maxItems: 20, items: { $ref: '#/$defs/problem' } },
    decided_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    run_id: { type: 'string', minLength: 1, maxLength: 128, format: 'plain-text' },
  },
  $defs: {
    problem: {
      type: 'object',
      required: ['code', 'pointer', 'rule'],
      properties: {
        code: { type: 'string', maxLength: 64, pattern: '^[A-Z][A-Z0-9_]{1,63}$' },
        pointer: { type: 'string', maxLength: 256 },
        rule: { type: 'string', maxLength: 256 },
      },
    },
  },
};
const schema34 = {
  type: 'object',
  required: ['code', 'pointer', 'rule'],
  properties: {
    code: { type: 'string', maxLength: 64, pattern: '^[A-Z][A-Z0-9_]{1,63}$' },
    pointer: { type: 'string', maxLength: 256 },
    rule: { type: 'string', maxLength: 256 },
  },
};

function validate21(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="openDocument" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.contract === undefined || !func0.call(data, 'contract')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'contract' },
        message: "must have required property '" + 'contract' + "'",
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
    if (data.batch_contract === undefined || !func0.call(data, 'batch_contract')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'batch_contract' },
        message: "must have required property '" + 'batch_contract' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.batch_id === undefined || !func0.call(data, 'batch_id')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'batch_id' },
        message: "must have required property '" + 'batch_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.batch_schema_version === undefined || !func0.call(data, 'batch_schema_version')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'batch_schema_version' },
        message: "must have required property '" + 'batch_schema_version' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.sha256 === undefined || !func0.call(data, 'sha256')) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'sha256' },
        message: "must have required property '" + 'sha256' + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.bytes === undefined || !func0.call(data, 'bytes')) {
      const err6 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'bytes' },
        message: "must have required property '" + 'bytes' + "'",
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.records === undefined || !func0.call(data, 'records')) {
      const err7 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'records' },
        message: "must have required property '" + 'records' + "'",
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.source === undefined || !func0.call(data, 'source')) {
      const err8 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'source' },
        message: "must have required property '" + 'source' + "'",
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.system === undefined || !func0.call(data, 'system')) {
      const err9 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'system' },
        message: "must have required property '" + 'system' + "'",
      };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.key === undefined || !func0.call(data, 'key')) {
      const err10 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'key' },
        message: "must have required property '" + 'key' + "'",
      };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (data.verdict === undefined || !func0.call(data, 'verdict')) {
      const err11 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'verdict' },
        message: "must have required property '" + 'verdict' + "'",
      };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
    if (data.reason_code === undefined || !func0.call(data, 'reason_code')) {
      const err12 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'reason_code' },
        message: "must have required property '" + 'reason_code' + "'",
      };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    if (data.problems === undefined || !func0.call(data, 'problems')) {
      const err13 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'problems' },
        message: "must have required property '" + 'problems' + "'",
      };
      if (vErrors === null) {
        vErrors = [err13];
      } else {
        vErrors.push(err13);
      }
      errors++;
    }
    if (data.decided_at === undefined || !func0.call(data, 'decided_at')) {
      const err14 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'decided_at' },
        message: "must have required property '" + 'decided_at' + "'",
      };
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
    if (data.run_id === undefined || !func0.call(data, 'run_id')) {
      const err15 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'run_id' },
        message: "must have required property '" + 'run_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err15];
      } else {
        vErrors.push(err15);
      }
      errors++;
    }
    if (data.contract !== undefined && func0.call(data, 'contract')) {
      let data0 = data.contract;
      if (typeof data0 !== 'string') {
        const err16 = {
          instancePath: instancePath + '/contract',
          schemaPath: '#/properties/contract/type',
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
      if ('handoff-receipt' !== data0) {
        const err17 = {
          instancePath: instancePath + '/contract',
          schemaPath: '#/properties/contract/const',
          keyword: 'const',
          params: { allowedValue: 'handoff-receipt' },
          message: 'must be equal to constant',
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.schema_version !== undefined && func0.call(data, 'schema_version')) {
      let data1 = data.schema_version;
      if (typeof data1 !== 'string') {
        const err18 = {
          instancePath: instancePath + '/schema_version',
          schemaPath: '#/properties/schema_version/type',
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
      if ('v1' !== data1) {
        const err19 = {
          instancePath: instancePath + '/schema_version',
          schemaPath: '#/properties/schema_version/const',
          keyword: 'const',
          params: { allowedValue: 'v1' },
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
    if (data.batch_contract !== undefined && func0.call(data, 'batch_contract')) {
      let data2 = data.batch_contract;
      if (typeof data2 === 'string') {
        if (!pattern4.test(data2)) {
          const err20 = {
            instancePath: instancePath + '/batch_contract',
            schemaPath: '#/properties/batch_contract/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9-]{1,62}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9-]{1,62}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        if (func80(data2, 63)) {
          const err21 = {
            instancePath: instancePath + '/batch_contract',
            schemaPath: '#/properties/batch_contract/maxLength',
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
          instancePath: instancePath + '/batch_contract',
          schemaPath: '#/properties/batch_contract/type',
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
    if (data.batch_id !== undefined && func0.call(data, 'batch_id')) {
      let data3 = data.batch_id;
      if (typeof data3 === 'string') {
        if (!formats0(data3)) {
          const err23 = {
            instancePath: instancePath + '/batch_id',
            schemaPath: '#/properties/batch_id/format',
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
        if (func80(data3, 1024)) {
          const err24 = {
            instancePath: instancePath + '/batch_id',
            schemaPath: '#/properties/batch_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 1024 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        if (func83(data3, 1)) {
          const err25 = {
            instancePath: instancePath + '/batch_id',
            schemaPath: '#/properties/batch_id/minLength',
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
          instancePath: instancePath + '/batch_id',
          schemaPath: '#/properties/batch_id/type',
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
    if (data.batch_schema_version !== undefined && func0.call(data, 'batch_schema_version')) {
      let data4 = data.batch_schema_version;
      if (typeof data4 !== 'string' && data4 !== null) {
        const err27 = {
          instancePath: instancePath + '/batch_schema_version',
          schemaPath: '#/properties/batch_schema_version/type',
          keyword: 'type',
          params: { type: schema33.properties.batch_schema_version.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
      if (typeof data4 === 'string') {
        if (!pattern5.test(data4)) {
          const err28 = {
            instancePath: instancePath + '/batch_schema_version',
            schemaPath: '#/properties/batch_schema_version/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        if (func80(data4, 32)) {
          const err29 = {
            instancePath: instancePath + '/batch_schema_version',
            schemaPath: '#/properties/batch_schema_version/maxLength',
            keyword: 'maxLength',
            params: { limit: 32 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      }
    }
    if (data.sha256 !== undefined && func0.call(data, 'sha256')) {
      let data5 = data.sha256;
      if (typeof data5 === 'string') {
        if (!pattern6.test(data5)) {
          const err30 = {
            instancePath: instancePath + '/sha256',
            schemaPath: '#/properties/sha256/pattern',
            keyword: 'pattern',
            params: { pattern: '^[0-9a-f]{64}$' },
            message: 'must match pattern "' + '^[0-9a-f]{64}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (func80(data5, 64)) {
          const err31 = {
            instancePath: instancePath + '/sha256',
            schemaPath: '#/properties/sha256/maxLength',
            keyword: 'maxLength',
            params: { limit: 64 },
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
          instancePath: instancePath + '/sha256',
          schemaPath: '#/properties/sha256/type',
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
    if (data.bytes !== undefined && func0.call(data, 'bytes')) {
      let data6 = data.bytes;
      if (!(typeof data6 == 'number' && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
        const err33 = {
          instancePath: instancePath + '/bytes',
          schemaPath: '#/properties/bytes/type',
          keyword: 'type',
          params: { type: 'integer' },
          message: 'must be integer',
        };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
      if (typeof data6 == 'number' && isFinite(data6)) {
        if (data6 < 0 || isNaN(data6)) {
          const err34 = {
            instancePath: instancePath + '/bytes',
            schemaPath: '#/properties/bytes/minimum',
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
      }
    }
    if (data.records !== undefined && func0.call(data, 'records')) {
      let data7 = data.records;
      if (!(typeof data7 == 'number' && !(data7 % 1) && !isNaN(data7) && isFinite(data7)) && data7 !== null) {
        const err35 = {
          instancePath: instancePath + '/records',
          schemaPath: '#/properties/records/type',
          keyword: 'type',
          params: { type: schema33.properties.records.type },
          message: 'must be integer,null',
        };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
      if (typeof data7 == 'number' && isFinite(data7)) {
        if (data7 < 0 || isNaN(data7)) {
          const err36 = {
            instancePath: instancePath + '/records',
            schemaPath: '#/properties/records/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            message: 'must be >= 0',
          };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
      }
    }
    if (data.source !== undefined && func0.call(data, 'source')) {
      let data8 = data.source;
      if (typeof data8 !== 'string' && data8 !== null) {
        const err37 = {
          instancePath: instancePath + '/source',
          schemaPath: '#/properties/source/type',
          keyword: 'type',
          params: { type: schema33.properties.source.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
      if (typeof data8 === 'string') {
        if (!pattern4.test(data8)) {
          const err38 = {
            instancePath: instancePath + '/source',
            schemaPath: '#/properties/source/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9-]{1,62}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9-]{1,62}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
        if (func80(data8, 63)) {
          const err39 = {
            instancePath: instancePath + '/source',
            schemaPath: '#/properties/source/maxLength',
            keyword: 'maxLength',
            params: { limit: 63 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
      }
    }
    if (data.system !== undefined && func0.call(data, 'system')) {
      let data9 = data.system;
      if (typeof data9 === 'string') {
        if (!pattern4.test(data9)) {
          const err40 = {
            instancePath: instancePath + '/system',
            schemaPath: '#/properties/system/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9-]{1,62}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9-]{1,62}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        if (func80(data9, 63)) {
          const err41 = {
            instancePath: instancePath + '/system',
            schemaPath: '#/properties/system/maxLength',
            keyword: 'maxLength',
            params: { limit: 63 },
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
          instancePath: instancePath + '/system',
          schemaPath: '#/properties/system/type',
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
    if (data.key !== undefined && func0.call(data, 'key')) {
      let data10 = data.key;
      if (typeof data10 === 'string') {
        if (!formats0(data10)) {
          const err43 = {
            instancePath: instancePath + '/key',
            schemaPath: '#/properties/key/format',
            keyword: 'format',
            params: { format: 'plain-text' },
            message: 'must match format "' + 'plain-text' + '"',
          };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
        if (func80(data10, 1024)) {
          const err44 = {
            instancePath: instancePath + '/key',
            schemaPath: '#/properties/key/maxLength',
            keyword: 'maxLength',
            params: { limit: 1024 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
        if (func83(data10, 1)) {
          const err45 = {
            instancePath: instancePath + '/key',
            schemaPath: '#/properties/key/minLength',
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
          instancePath: instancePath + '/key',
          schemaPath: '#/properties/key/type',
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
    if (data.verdict !== undefined && func0.call(data, 'verdict')) {
      let data11 = data.verdict;
      if (typeof data11 !== 'string') {
        const err47 = {
          instancePath: instancePath + '/verdict',
          schemaPath: '#/properties/verdict/type',
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
      if (!(data11 === 'ingested' || data11 === 'quarantined' || data11 === 'held')) {
        const err48 = {
          instancePath: instancePath + '/verdict',
          schemaPath: '#/properties/verdict/enum',
          keyword: 'enum',
          params: { allowedValues: schema33.properties.verdict.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
    if (data.reason_code !== undefined && func0.call(data, 'reason_code')) {
      let data12 = data.reason_code;
      if (typeof data12 !== 'string' && data12 !== null) {
        const err49 = {
          instancePath: instancePath + '/reason_code',
          schemaPath: '#/properties/reason_code/type',
          keyword: 'type',
          params: { type: schema33.properties.reason_code.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
      if (typeof data12 === 'string') {
        if (!pattern9.test(data12)) {
          const err50 = {
            instancePath: instancePath + '/reason_code',
            schemaPath: '#/properties/reason_code/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Z][A-Z0-9_]{1,63}$' },
            message: 'must match pattern "' + '^[A-Z][A-Z0-9_]{1,63}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err50];
          } else {
            vErrors.push(err50);
          }
          errors++;
        }
        if (func80(data12, 64)) {
          const err51 = {
            instancePath: instancePath + '/reason_code',
            schemaPath: '#/properties/reason_code/maxLength',
            keyword: 'maxLength',
            params: { limit: 64 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err51];
          } else {
            vErrors.push(err51);
          }
          errors++;
        }
      }
    }
    if (data.problems !== undefined && func0.call(data, 'problems')) {
      let data13 = data.problems;
      if (Array.isArray(data13)) {
        if (data13.length > 20) {
          const err52 = {
            instancePath: instancePath + '/problems',
            schemaPath: '#/properties/problems/maxItems',
            keyword: 'maxItems',
            params: { limit: 20 },
            message: 'must NOT have more than 20 items',
          };
          if (vErrors === null) {
            vErrors = [err52];
          } else {
            vErrors.push(err52);
          }
          errors++;
        }
        const len0 = data13.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data14 = data13[i0];
          if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
            if (data14.code === undefined || !func0.call(data14, 'code')) {
              const err53 = {
                instancePath: instancePath + '/problems/' + i0,
                schemaPath: '#/$defs/problem/required',
                keyword: 'required',
                params: { missingProperty: 'code' },
                message: "must have required property '" + 'code' + "'",
              };
              if (vErrors === null) {
                vErrors = [err53];
              } else {
                vErrors.push(err53);
              }
              errors++;
            }
            if (data14.pointer === undefined || !func0.call(data14, 'pointer')) {
              const err54 = {
                instancePath: instancePath + '/problems/' + i0,
                schemaPath: '#/$defs/problem/required',
                keyword: 'required',
                params: { missingProperty: 'pointer' },
                message: "must have required property '" + 'pointer' + "'",
              };
              if (vErrors === null) {
                vErrors = [err54];
              } else {
                vErrors.push(err54);
              }
              errors++;
            }
            if (data14.rule === undefined || !func0.call(data14, 'rule')) {
              const err55 = {
                instancePath: instancePath + '/problems/' + i0,
                schemaPath: '#/$defs/problem/required',
                keyword: 'required',
                params: { missingProperty: 'rule' },
                message: "must have required property '" + 'rule' + "'",
              };
              if (vErrors === null) {
                vErrors = [err55];
              } else {
                vErrors.push(err55);
              }
              errors++;
            }
            if (data14.code !== undefined && func0.call(data14, 'code')) {
              let data15 = data14.code;
              if (typeof data15 === 'string') {
                if (!pattern9.test(data15)) {
                  const err56 = {
                    instancePath: instancePath + '/problems/' + i0 + '/code',
                    schemaPath: '#/$defs/problem/properties/code/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Z][A-Z0-9_]{1,63}$' },
                    message: 'must match pattern "' + '^[A-Z][A-Z0-9_]{1,63}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err56];
                  } else {
                    vErrors.push(err56);
                  }
                  errors++;
                }
                if (func80(data15, 64)) {
                  const err57 = {
                    instancePath: instancePath + '/problems/' + i0 + '/code',
                    schemaPath: '#/$defs/problem/properties/code/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 64 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err57];
                  } else {
                    vErrors.push(err57);
                  }
                  errors++;
                }
              } else {
                const err58 = {
                  instancePath: instancePath + '/problems/' + i0 + '/code',
                  schemaPath: '#/$defs/problem/properties/code/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
            }
            if (data14.pointer !== undefined && func0.call(data14, 'pointer')) {
              let data16 = data14.pointer;
              if (typeof data16 === 'string') {
                if (func80(data16, 256)) {
                  const err59 = {
                    instancePath: instancePath + '/problems/' + i0 + '/pointer',
                    schemaPath: '#/$defs/problem/properties/pointer/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 256 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err59];
                  } else {
                    vErrors.push(err59);
                  }
                  errors++;
                }
              } else {
                const err60 = {
                  instancePath: instancePath + '/problems/' + i0 + '/pointer',
                  schemaPath: '#/$defs/problem/properties/pointer/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
            if (data14.rule !== undefined && func0.call(data14, 'rule')) {
              let data17 = data14.rule;
              if (typeof data17 === 'string') {
                if (func80(data17, 256)) {
                  const err61 = {
                    instancePath: instancePath + '/problems/' + i0 + '/rule',
                    schemaPath: '#/$defs/problem/properties/rule/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 256 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err61];
                  } else {
                    vErrors.push(err61);
                  }
                  errors++;
                }
              } else {
                const err62 = {
                  instancePath: instancePath + '/problems/' + i0 + '/rule',
                  schemaPath: '#/$defs/problem/properties/rule/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
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
              instancePath: instancePath + '/problems/' + i0,
              schemaPath: '#/$defs/problem/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
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
          instancePath: instancePath + '/problems',
          schemaPath: '#/properties/problems/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err64];
        } else {
          vErrors.push(err64);
        }
        errors++;
      }
    }
    if (data.decided_at !== undefined && func0.call(data, 'decided_at')) {
      let data18 = data.decided_at;
      if (typeof data18 === 'string') {
        if (!formats4(data18)) {
          const err65 = {
            instancePath: instancePath + '/decided_at',
            schemaPath: '#/properties/decided_at/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err65];
          } else {
            vErrors.push(err65);
          }
          errors++;
        }
        if (func80(data18, 30)) {
          const err66 = {
            instancePath: instancePath + '/decided_at',
            schemaPath: '#/properties/decided_at/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err66];
          } else {
            vErrors.push(err66);
          }
          errors++;
        }
      } else {
        const err67 = {
          instancePath: instancePath + '/decided_at',
          schemaPath: '#/properties/decided_at/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err67];
        } else {
          vErrors.push(err67);
        }
        errors++;
      }
    }
    if (data.run_id !== undefined && func0.call(data, 'run_id')) {
      let data19 = data.run_id;
      if (typeof data19 === 'string') {
        if (!formats0(data19)) {
          const err68 = {
            instancePath: instancePath + '/run_id',
            schemaPath: '#/properties/run_id/format',
            keyword: 'format',
            params: { format: 'plain-text' },
            message: 'must match format "' + 'plain-text' + '"',
          };
          if (vErrors === null) {
            vErrors = [err68];
          } else {
            vErrors.push(err68);
          }
          errors++;
        }
        if (func80(data19, 128)) {
          const err69 = {
            instancePath: instancePath + '/run_id',
            schemaPath: '#/properties/run_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err69];
          } else {
            vErrors.push(err69);
          }
          errors++;
        }
        if (func83(data19, 1)) {
          const err70 = {
            instancePath: instancePath + '/run_id',
            schemaPath: '#/properties/run_id/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err70];
          } else {
            vErrors.push(err70);
          }
          errors++;
        }
      } else {
        const err71 = {
          instancePath: instancePath + '/run_id',
          schemaPath: '#/properties/run_id/type',
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
    }
  } else {
    const err72 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err72];
    } else {
      vErrors.push(err72);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = {
  props: {
    contract: true,
    schema_version: true,
    batch_contract: true,
    batch_id: true,
    batch_schema_version: true,
    sha256: true,
    bytes: true,
    records: true,
    source: true,
    system: true,
    key: true,
    verdict: true,
    reason_code: true,
    problems: true,
    decided_at: true,
    run_id: true,
  },
  dynamicProps: false,
  dynamicItems: false,
};
