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
    contract: { type: 'string', const: 'engagement-signal-batch' },
    schema_version: { type: 'string', const: 'v1' },
    created_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    source: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
    target: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
  },
  required: ['batch_id', 'contract', 'schema_version', 'created_at', 'source', 'target'],
};
const func0 = Object.prototype.hasOwnProperty;
const func67 = isLongerThan;
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
    if (data.contract === undefined || !func0.call(data, 'contract')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'contract' },
        message: "must have required property '" + 'contract' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.schema_version === undefined || !func0.call(data, 'schema_version')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'schema_version' },
        message: "must have required property '" + 'schema_version' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.created_at === undefined || !func0.call(data, 'created_at')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'created_at' },
        message: "must have required property '" + 'created_at' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.source === undefined || !func0.call(data, 'source')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'source' },
        message: "must have required property '" + 'source' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.target === undefined || !func0.call(data, 'target')) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'target' },
        message: "must have required property '" + 'target' + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(
        key0 === 'batch_id' ||
        key0 === 'contract' ||
        key0 === 'schema_version' ||
        key0 === 'created_at' ||
        key0 === 'source' ||
        key0 === 'target'
      )) {
        const err6 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
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
    if (data.batch_id !== undefined && func0.call(data, 'batch_id')) {
      let data0 = data.batch_id;
      if (typeof data0 === 'string') {
        if (!pattern4.test(data0)) {
          const err7 = {
            instancePath: instancePath + '/batch_id',
            schemaPath: '#/properties/batch_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9]{1,15}_[0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]{3,6}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9]{1,15}_[0-9]{4}_[0-9]{2}_[0-9]{2}_[0-9]{3,6}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (func67(data0, 34)) {
          const err8 = {
            instancePath: instancePath + '/batch_id',
            schemaPath: '#/properties/batch_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 34 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = {
          instancePath: instancePath + '/batch_id',
          schemaPath: '#/properties/batch_id/type',
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
    }
    if (data.contract !== undefined && func0.call(data, 'contract')) {
      let data1 = data.contract;
      if (typeof data1 !== 'string') {
        const err10 = {
          instancePath: instancePath + '/contract',
          schemaPath: '#/properties/contract/type',
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
      if ('engagement-signal-batch' !== data1) {
        const err11 = {
          instancePath: instancePath + '/contract',
          schemaPath: '#/properties/contract/const',
          keyword: 'const',
          params: { allowedValue: 'engagement-signal-batch' },
          message: 'must be equal to constant',
        };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.schema_version !== undefined && func0.call(data, 'schema_version')) {
      let data2 = data.schema_version;
      if (typeof data2 !== 'string') {
        const err12 = {
          instancePath: instancePath + '/schema_version',
          schemaPath: '#/properties/schema_version/type',
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
      if ('v1' !== data2) {
        const err13 = {
          instancePath: instancePath + '/schema_version',
          schemaPath: '#/properties/schema_version/const',
          keyword: 'const',
          params: { allowedValue: 'v1' },
          message: 'must be equal to constant',
        };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.created_at !== undefined && func0.call(data, 'created_at')) {
      let data3 = data.created_at;
      if (typeof data3 === 'string') {
        if (!formats0(data3)) {
          const err14 = {
            instancePath: instancePath + '/created_at',
            schemaPath: '#/properties/created_at/format',
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
        if (func67(data3, 30)) {
          const err15 = {
            instancePath: instancePath + '/created_at',
            schemaPath: '#/properties/created_at/maxLength',
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
          instancePath: instancePath + '/created_at',
          schemaPath: '#/properties/created_at/type',
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
    if (data.source !== undefined && func0.call(data, 'source')) {
      let data4 = data.source;
      if (typeof data4 === 'string') {
        if (!pattern5.test(data4)) {
          const err17 = {
            instancePath: instancePath + '/source',
            schemaPath: '#/properties/source/pattern',
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
        if (func67(data4, 63)) {
          const err18 = {
            instancePath: instancePath + '/source',
            schemaPath: '#/properties/source/maxLength',
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
          instancePath: instancePath + '/source',
          schemaPath: '#/properties/source/type',
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
    if (data.target !== undefined && func0.call(data, 'target')) {
      let data5 = data.target;
      if (typeof data5 === 'string') {
        if (!pattern5.test(data5)) {
          const err20 = {
            instancePath: instancePath + '/target',
            schemaPath: '#/properties/target/pattern',
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
        if (func67(data5, 63)) {
          const err21 = {
            instancePath: instancePath + '/target',
            schemaPath: '#/properties/target/maxLength',
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
          instancePath: instancePath + '/target',
          schemaPath: '#/properties/target/type',
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
  } else {
    const err23 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err23];
    } else {
      vErrors.push(err23);
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
    contract: { type: 'string', const: 'engagement-signal-batch' },
    schema_version: { type: 'string', const: 'v1' },
    created_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    source: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
    target: { type: 'string', maxLength: 63, pattern: '^[a-z][a-z0-9-]{1,62}$' },
  },
  required: ['batch_id', 'contract', 'schema_version', 'created_at', 'source', 'target'],
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
    if (data.contract === undefined || !func0.call(data, 'contract')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'contract' },
        message: "must have required property '" + 'contract' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.schema_version === undefined || !func0.call(data, 'schema_version')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'schema_version' },
        message: "must have required property '" + 'schema_version' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.created_at === undefined || !func0.call(data, 'created_at')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'created_at' },
        message: "must have required property '" + 'created_at' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.source === undefined || !func0.call(data, 'source')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'source' },
        message: "must have required property '" + 'source' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.target === undefined || !func0.call(data, 'target')) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'target' },
        message: "must have required property '" + 'target' + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
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
        if (func67(data0, 34)) {
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
    if (data.contract !== undefined && func0.call(data, 'contract')) {
      let data1 = data.contract;
      if (typeof data1 !== 'string') {
        const err9 = {
          instancePath: instancePath + '/contract',
          schemaPath: '#/properties/contract/type',
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
      if ('engagement-signal-batch' !== data1) {
        const err10 = {
          instancePath: instancePath + '/contract',
          schemaPath: '#/properties/contract/const',
          keyword: 'const',
          params: { allowedValue: 'engagement-signal-batch' },
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
    if (data.schema_version !== undefined && func0.call(data, 'schema_version')) {
      let data2 = data.schema_version;
      if (typeof data2 !== 'string') {
        const err11 = {
          instancePath: instancePath + '/schema_version',
          schemaPath: '#/properties/schema_version/type',
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
      if ('v1' !== data2) {
        const err12 = {
          instancePath: instancePath + '/schema_version',
          schemaPath: '#/properties/schema_version/const',
          keyword: 'const',
          params: { allowedValue: 'v1' },
          message: 'must be equal to constant',
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.created_at !== undefined && func0.call(data, 'created_at')) {
      let data3 = data.created_at;
      if (typeof data3 === 'string') {
        if (!formats0(data3)) {
          const err13 = {
            instancePath: instancePath + '/created_at',
            schemaPath: '#/properties/created_at/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (func67(data3, 30)) {
          const err14 = {
            instancePath: instancePath + '/created_at',
            schemaPath: '#/properties/created_at/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
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
          instancePath: instancePath + '/created_at',
          schemaPath: '#/properties/created_at/type',
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
    if (data.source !== undefined && func0.call(data, 'source')) {
      let data4 = data.source;
      if (typeof data4 === 'string') {
        if (!pattern5.test(data4)) {
          const err16 = {
            instancePath: instancePath + '/source',
            schemaPath: '#/properties/source/pattern',
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
        if (func67(data4, 63)) {
          const err17 = {
            instancePath: instancePath + '/source',
            schemaPath: '#/properties/source/maxLength',
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
          instancePath: instancePath + '/source',
          schemaPath: '#/properties/source/type',
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
    if (data.target !== undefined && func0.call(data, 'target')) {
      let data5 = data.target;
      if (typeof data5 === 'string') {
        if (!pattern5.test(data5)) {
          const err19 = {
            instancePath: instancePath + '/target',
            schemaPath: '#/properties/target/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z][a-z0-9-]{1,62}$' },
            message: 'must match pattern "' + '^[a-z][a-z0-9-]{1,62}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        if (func67(data5, 63)) {
          const err20 = {
            instancePath: instancePath + '/target',
            schemaPath: '#/properties/target/maxLength',
            keyword: 'maxLength',
            params: { limit: 63 },
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
          instancePath: instancePath + '/target',
          schemaPath: '#/properties/target/type',
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
  } else {
    const err22 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err22];
    } else {
      vErrors.push(err22);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = {
  props: { batch_id: true, contract: true, schema_version: true, created_at: true, source: true, target: true },
  dynamicProps: false,
  dynamicItems: false,
};

export const closedRecord = validate22 as unknown as Validator;
const schema33 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
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
    event_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    event_type: {
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
    outreach_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    sid: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    campaign_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    sequence_id: { type: ['string', 'null'], maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    send_id: { type: ['string', 'null'], maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    contact_id: { type: ['string', 'null'], maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    occurred_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    actor_class: { type: 'string', enum: ['human', 'proxy', 'machine', 'unknown'] },
    confidence: { type: 'number', minimum: 0, maximum: 1 },
    correlation_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    process_id: {
      type: 'string',
      maxLength: 64,
      pattern: '^outreach-execution-(campaign|sequence|send|engage)-[0-9]{8}-[0-9a-f]{8}$',
    },
  },
  $id: 'closedRecord',
};
const pattern10 = new RegExp('^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$', 'u');
const pattern18 = new RegExp('^outreach-execution-(campaign|sequence|send|engage)-[0-9]{8}-[0-9a-f]{8}$', 'u');

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
    if (data.event_id === undefined || !func0.call(data, 'event_id')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'event_id' },
        message: "must have required property '" + 'event_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.event_type === undefined || !func0.call(data, 'event_type')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'event_type' },
        message: "must have required property '" + 'event_type' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.outreach_id === undefined || !func0.call(data, 'outreach_id')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'outreach_id' },
        message: "must have required property '" + 'outreach_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.campaign_id === undefined || !func0.call(data, 'campaign_id')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'campaign_id' },
        message: "must have required property '" + 'campaign_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.sequence_id === undefined || !func0.call(data, 'sequence_id')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'sequence_id' },
        message: "must have required property '" + 'sequence_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.send_id === undefined || !func0.call(data, 'send_id')) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'send_id' },
        message: "must have required property '" + 'send_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.contact_id === undefined || !func0.call(data, 'contact_id')) {
      const err6 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'contact_id' },
        message: "must have required property '" + 'contact_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.occurred_at === undefined || !func0.call(data, 'occurred_at')) {
      const err7 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'occurred_at' },
        message: "must have required property '" + 'occurred_at' + "'",
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.actor_class === undefined || !func0.call(data, 'actor_class')) {
      const err8 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'actor_class' },
        message: "must have required property '" + 'actor_class' + "'",
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.confidence === undefined || !func0.call(data, 'confidence')) {
      const err9 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'confidence' },
        message: "must have required property '" + 'confidence' + "'",
      };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.correlation_id === undefined || !func0.call(data, 'correlation_id')) {
      const err10 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'correlation_id' },
        message: "must have required property '" + 'correlation_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (data.process_id === undefined || !func0.call(data, 'process_id')) {
      const err11 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'process_id' },
        message: "must have required property '" + 'process_id' + "'",
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
    if (data.event_id !== undefined && func0.call(data, 'event_id')) {
      let data0 = data.event_id;
      if (typeof data0 === 'string') {
        if (!pattern10.test(data0)) {
          const err13 = {
            instancePath: instancePath + '/event_id',
            schemaPath: '#/properties/event_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (func67(data0, 128)) {
          const err14 = {
            instancePath: instancePath + '/event_id',
            schemaPath: '#/properties/event_id/maxLength',
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
      } else {
        const err15 = {
          instancePath: instancePath + '/event_id',
          schemaPath: '#/properties/event_id/type',
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
    if (data.event_type !== undefined && func0.call(data, 'event_type')) {
      let data1 = data.event_type;
      if (typeof data1 !== 'string') {
        const err16 = {
          instancePath: instancePath + '/event_type',
          schemaPath: '#/properties/event_type/type',
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
      if (!(
        data1 === 'engagement.open' ||
        data1 === 'engagement.click' ||
        data1 === 'engagement.reply' ||
        data1 === 'engagement.bounce' ||
        data1 === 'engagement.unsubscribe' ||
        data1 === 'meeting.booked' ||
        data1 === 'campaign.completed'
      )) {
        const err17 = {
          instancePath: instancePath + '/event_type',
          schemaPath: '#/properties/event_type/enum',
          keyword: 'enum',
          params: { allowedValues: schema33.properties.event_type.enum },
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
    if (data.outreach_id !== undefined && func0.call(data, 'outreach_id')) {
      let data2 = data.outreach_id;
      if (typeof data2 === 'string') {
        if (!pattern10.test(data2)) {
          const err18 = {
            instancePath: instancePath + '/outreach_id',
            schemaPath: '#/properties/outreach_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
        if (func67(data2, 128)) {
          const err19 = {
            instancePath: instancePath + '/outreach_id',
            schemaPath: '#/properties/outreach_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
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
          instancePath: instancePath + '/outreach_id',
          schemaPath: '#/properties/outreach_id/type',
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
    if (data.sid !== undefined && func0.call(data, 'sid')) {
      let data3 = data.sid;
      if (typeof data3 === 'string') {
        if (!pattern10.test(data3)) {
          const err21 = {
            instancePath: instancePath + '/sid',
            schemaPath: '#/properties/sid/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (func67(data3, 128)) {
          const err22 = {
            instancePath: instancePath + '/sid',
            schemaPath: '#/properties/sid/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
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
          instancePath: instancePath + '/sid',
          schemaPath: '#/properties/sid/type',
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
    if (data.campaign_id !== undefined && func0.call(data, 'campaign_id')) {
      let data4 = data.campaign_id;
      if (typeof data4 === 'string') {
        if (!pattern10.test(data4)) {
          const err24 = {
            instancePath: instancePath + '/campaign_id',
            schemaPath: '#/properties/campaign_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        if (func67(data4, 128)) {
          const err25 = {
            instancePath: instancePath + '/campaign_id',
            schemaPath: '#/properties/campaign_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
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
          instancePath: instancePath + '/campaign_id',
          schemaPath: '#/properties/campaign_id/type',
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
    if (data.sequence_id !== undefined && func0.call(data, 'sequence_id')) {
      let data5 = data.sequence_id;
      if (typeof data5 !== 'string' && data5 !== null) {
        const err27 = {
          instancePath: instancePath + '/sequence_id',
          schemaPath: '#/properties/sequence_id/type',
          keyword: 'type',
          params: { type: schema33.properties.sequence_id.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
      if (typeof data5 === 'string') {
        if (!pattern10.test(data5)) {
          const err28 = {
            instancePath: instancePath + '/sequence_id',
            schemaPath: '#/properties/sequence_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        if (func67(data5, 128)) {
          const err29 = {
            instancePath: instancePath + '/sequence_id',
            schemaPath: '#/properties/sequence_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
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
    if (data.send_id !== undefined && func0.call(data, 'send_id')) {
      let data6 = data.send_id;
      if (typeof data6 !== 'string' && data6 !== null) {
        const err30 = {
          instancePath: instancePath + '/send_id',
          schemaPath: '#/properties/send_id/type',
          keyword: 'type',
          params: { type: schema33.properties.send_id.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
      if (typeof data6 === 'string') {
        if (!pattern10.test(data6)) {
          const err31 = {
            instancePath: instancePath + '/send_id',
            schemaPath: '#/properties/send_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (func67(data6, 128)) {
          const err32 = {
            instancePath: instancePath + '/send_id',
            schemaPath: '#/properties/send_id/maxLength',
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
      }
    }
    if (data.contact_id !== undefined && func0.call(data, 'contact_id')) {
      let data7 = data.contact_id;
      if (typeof data7 !== 'string' && data7 !== null) {
        const err33 = {
          instancePath: instancePath + '/contact_id',
          schemaPath: '#/properties/contact_id/type',
          keyword: 'type',
          params: { type: schema33.properties.contact_id.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
      if (typeof data7 === 'string') {
        if (!pattern10.test(data7)) {
          const err34 = {
            instancePath: instancePath + '/contact_id',
            schemaPath: '#/properties/contact_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        if (func67(data7, 128)) {
          const err35 = {
            instancePath: instancePath + '/contact_id',
            schemaPath: '#/properties/contact_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
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
    if (data.occurred_at !== undefined && func0.call(data, 'occurred_at')) {
      let data8 = data.occurred_at;
      if (typeof data8 === 'string') {
        if (!formats0(data8)) {
          const err36 = {
            instancePath: instancePath + '/occurred_at',
            schemaPath: '#/properties/occurred_at/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
        if (func67(data8, 30)) {
          const err37 = {
            instancePath: instancePath + '/occurred_at',
            schemaPath: '#/properties/occurred_at/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
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
          instancePath: instancePath + '/occurred_at',
          schemaPath: '#/properties/occurred_at/type',
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
    if (data.actor_class !== undefined && func0.call(data, 'actor_class')) {
      let data9 = data.actor_class;
      if (typeof data9 !== 'string') {
        const err39 = {
          instancePath: instancePath + '/actor_class',
          schemaPath: '#/properties/actor_class/type',
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
      if (!(data9 === 'human' || data9 === 'proxy' || data9 === 'machine' || data9 === 'unknown')) {
        const err40 = {
          instancePath: instancePath + '/actor_class',
          schemaPath: '#/properties/actor_class/enum',
          keyword: 'enum',
          params: { allowedValues: schema33.properties.actor_class.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.confidence !== undefined && func0.call(data, 'confidence')) {
      let data10 = data.confidence;
      if (typeof data10 == 'number' && isFinite(data10)) {
        if (data10 > 1 || isNaN(data10)) {
          const err41 = {
            instancePath: instancePath + '/confidence',
            schemaPath: '#/properties/confidence/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 1 },
            message: 'must be <= 1',
          };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
        if (data10 < 0 || isNaN(data10)) {
          const err42 = {
            instancePath: instancePath + '/confidence',
            schemaPath: '#/properties/confidence/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            message: 'must be >= 0',
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
          instancePath: instancePath + '/confidence',
          schemaPath: '#/properties/confidence/type',
          keyword: 'type',
          params: { type: 'number' },
          message: 'must be number',
        };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
    if (data.correlation_id !== undefined && func0.call(data, 'correlation_id')) {
      let data11 = data.correlation_id;
      if (typeof data11 === 'string') {
        if (!pattern10.test(data11)) {
          const err44 = {
            instancePath: instancePath + '/correlation_id',
            schemaPath: '#/properties/correlation_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
        if (func67(data11, 128)) {
          const err45 = {
            instancePath: instancePath + '/correlation_id',
            schemaPath: '#/properties/correlation_id/maxLength',
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
      } else {
        const err46 = {
          instancePath: instancePath + '/correlation_id',
          schemaPath: '#/properties/correlation_id/type',
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
    if (data.process_id !== undefined && func0.call(data, 'process_id')) {
      let data12 = data.process_id;
      if (typeof data12 === 'string') {
        if (!pattern18.test(data12)) {
          const err47 = {
            instancePath: instancePath + '/process_id',
            schemaPath: '#/properties/process_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^outreach-execution-(campaign|sequence|send|engage)-[0-9]{8}-[0-9a-f]{8}$' },
            message:
              'must match pattern "' +
              '^outreach-execution-(campaign|sequence|send|engage)-[0-9]{8}-[0-9a-f]{8}$' +
              '"',
          };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
        if (func67(data12, 64)) {
          const err48 = {
            instancePath: instancePath + '/process_id',
            schemaPath: '#/properties/process_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 64 },
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
          instancePath: instancePath + '/process_id',
          schemaPath: '#/properties/process_id/type',
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
  } else {
    const err50 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err50];
    } else {
      vErrors.push(err50);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

export const openRecord = validate23 as unknown as Validator;
const schema34 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
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
    event_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    event_type: {
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
    outreach_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    sid: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    campaign_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    sequence_id: { type: ['string', 'null'], maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    send_id: { type: ['string', 'null'], maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    contact_id: { type: ['string', 'null'], maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    occurred_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    actor_class: { type: 'string', enum: ['human', 'proxy', 'machine', 'unknown'] },
    confidence: { type: 'number', minimum: 0, maximum: 1 },
    correlation_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    process_id: {
      type: 'string',
      maxLength: 64,
      pattern: '^outreach-execution-(campaign|sequence|send|engage)-[0-9]{8}-[0-9a-f]{8}$',
    },
  },
  $id: 'openRecord',
};

function validate23(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="openRecord" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.event_id === undefined || !func0.call(data, 'event_id')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'event_id' },
        message: "must have required property '" + 'event_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.event_type === undefined || !func0.call(data, 'event_type')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'event_type' },
        message: "must have required property '" + 'event_type' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.outreach_id === undefined || !func0.call(data, 'outreach_id')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'outreach_id' },
        message: "must have required property '" + 'outreach_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.campaign_id === undefined || !func0.call(data, 'campaign_id')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'campaign_id' },
        message: "must have required property '" + 'campaign_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.sequence_id === undefined || !func0.call(data, 'sequence_id')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'sequence_id' },
        message: "must have required property '" + 'sequence_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.send_id === undefined || !func0.call(data, 'send_id')) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'send_id' },
        message: "must have required property '" + 'send_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.contact_id === undefined || !func0.call(data, 'contact_id')) {
      const err6 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'contact_id' },
        message: "must have required property '" + 'contact_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.occurred_at === undefined || !func0.call(data, 'occurred_at')) {
      const err7 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'occurred_at' },
        message: "must have required property '" + 'occurred_at' + "'",
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.actor_class === undefined || !func0.call(data, 'actor_class')) {
      const err8 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'actor_class' },
        message: "must have required property '" + 'actor_class' + "'",
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.confidence === undefined || !func0.call(data, 'confidence')) {
      const err9 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'confidence' },
        message: "must have required property '" + 'confidence' + "'",
      };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.correlation_id === undefined || !func0.call(data, 'correlation_id')) {
      const err10 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'correlation_id' },
        message: "must have required property '" + 'correlation_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (data.process_id === undefined || !func0.call(data, 'process_id')) {
      const err11 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'process_id' },
        message: "must have required property '" + 'process_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
    if (data.event_id !== undefined && func0.call(data, 'event_id')) {
      let data0 = data.event_id;
      if (typeof data0 === 'string') {
        if (!pattern10.test(data0)) {
          const err12 = {
            instancePath: instancePath + '/event_id',
            schemaPath: '#/properties/event_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (func67(data0, 128)) {
          const err13 = {
            instancePath: instancePath + '/event_id',
            schemaPath: '#/properties/event_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
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
          instancePath: instancePath + '/event_id',
          schemaPath: '#/properties/event_id/type',
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
    if (data.event_type !== undefined && func0.call(data, 'event_type')) {
      let data1 = data.event_type;
      if (typeof data1 !== 'string') {
        const err15 = {
          instancePath: instancePath + '/event_type',
          schemaPath: '#/properties/event_type/type',
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
      if (!(
        data1 === 'engagement.open' ||
        data1 === 'engagement.click' ||
        data1 === 'engagement.reply' ||
        data1 === 'engagement.bounce' ||
        data1 === 'engagement.unsubscribe' ||
        data1 === 'meeting.booked' ||
        data1 === 'campaign.completed'
      )) {
        const err16 = {
          instancePath: instancePath + '/event_type',
          schemaPath: '#/properties/event_type/enum',
          keyword: 'enum',
          params: { allowedValues: schema34.properties.event_type.enum },
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
    if (data.outreach_id !== undefined && func0.call(data, 'outreach_id')) {
      let data2 = data.outreach_id;
      if (typeof data2 === 'string') {
        if (!pattern10.test(data2)) {
          const err17 = {
            instancePath: instancePath + '/outreach_id',
            schemaPath: '#/properties/outreach_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (func67(data2, 128)) {
          const err18 = {
            instancePath: instancePath + '/outreach_id',
            schemaPath: '#/properties/outreach_id/maxLength',
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
      } else {
        const err19 = {
          instancePath: instancePath + '/outreach_id',
          schemaPath: '#/properties/outreach_id/type',
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
    if (data.sid !== undefined && func0.call(data, 'sid')) {
      let data3 = data.sid;
      if (typeof data3 === 'string') {
        if (!pattern10.test(data3)) {
          const err20 = {
            instancePath: instancePath + '/sid',
            schemaPath: '#/properties/sid/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        if (func67(data3, 128)) {
          const err21 = {
            instancePath: instancePath + '/sid',
            schemaPath: '#/properties/sid/maxLength',
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
      } else {
        const err22 = {
          instancePath: instancePath + '/sid',
          schemaPath: '#/properties/sid/type',
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
    if (data.campaign_id !== undefined && func0.call(data, 'campaign_id')) {
      let data4 = data.campaign_id;
      if (typeof data4 === 'string') {
        if (!pattern10.test(data4)) {
          const err23 = {
            instancePath: instancePath + '/campaign_id',
            schemaPath: '#/properties/campaign_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
        if (func67(data4, 128)) {
          const err24 = {
            instancePath: instancePath + '/campaign_id',
            schemaPath: '#/properties/campaign_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
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
          instancePath: instancePath + '/campaign_id',
          schemaPath: '#/properties/campaign_id/type',
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
    if (data.sequence_id !== undefined && func0.call(data, 'sequence_id')) {
      let data5 = data.sequence_id;
      if (typeof data5 !== 'string' && data5 !== null) {
        const err26 = {
          instancePath: instancePath + '/sequence_id',
          schemaPath: '#/properties/sequence_id/type',
          keyword: 'type',
          params: { type: schema34.properties.sequence_id.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
      if (typeof data5 === 'string') {
        if (!pattern10.test(data5)) {
          const err27 = {
            instancePath: instancePath + '/sequence_id',
            schemaPath: '#/properties/sequence_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        if (func67(data5, 128)) {
          const err28 = {
            instancePath: instancePath + '/sequence_id',
            schemaPath: '#/properties/sequence_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
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
    if (data.send_id !== undefined && func0.call(data, 'send_id')) {
      let data6 = data.send_id;
      if (typeof data6 !== 'string' && data6 !== null) {
        const err29 = {
          instancePath: instancePath + '/send_id',
          schemaPath: '#/properties/send_id/type',
          keyword: 'type',
          params: { type: schema34.properties.send_id.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
      if (typeof data6 === 'string') {
        if (!pattern10.test(data6)) {
          const err30 = {
            instancePath: instancePath + '/send_id',
            schemaPath: '#/properties/send_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err30];
          } else {
            vErrors.push(err30);
          }
          errors++;
        }
        if (func67(data6, 128)) {
          const err31 = {
            instancePath: instancePath + '/send_id',
            schemaPath: '#/properties/send_id/maxLength',
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
      }
    }
    if (data.contact_id !== undefined && func0.call(data, 'contact_id')) {
      let data7 = data.contact_id;
      if (typeof data7 !== 'string' && data7 !== null) {
        const err32 = {
          instancePath: instancePath + '/contact_id',
          schemaPath: '#/properties/contact_id/type',
          keyword: 'type',
          params: { type: schema34.properties.contact_id.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
      if (typeof data7 === 'string') {
        if (!pattern10.test(data7)) {
          const err33 = {
            instancePath: instancePath + '/contact_id',
            schemaPath: '#/properties/contact_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        if (func67(data7, 128)) {
          const err34 = {
            instancePath: instancePath + '/contact_id',
            schemaPath: '#/properties/contact_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
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
    if (data.occurred_at !== undefined && func0.call(data, 'occurred_at')) {
      let data8 = data.occurred_at;
      if (typeof data8 === 'string') {
        if (!formats0(data8)) {
          const err35 = {
            instancePath: instancePath + '/occurred_at',
            schemaPath: '#/properties/occurred_at/format',
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
        if (func67(data8, 30)) {
          const err36 = {
            instancePath: instancePath + '/occurred_at',
            schemaPath: '#/properties/occurred_at/maxLength',
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
          instancePath: instancePath + '/occurred_at',
          schemaPath: '#/properties/occurred_at/type',
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
    if (data.actor_class !== undefined && func0.call(data, 'actor_class')) {
      let data9 = data.actor_class;
      if (typeof data9 !== 'string') {
        const err38 = {
          instancePath: instancePath + '/actor_class',
          schemaPath: '#/properties/actor_class/type',
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
      if (!(data9 === 'human' || data9 === 'proxy' || data9 === 'machine' || data9 === 'unknown')) {
        const err39 = {
          instancePath: instancePath + '/actor_class',
          schemaPath: '#/properties/actor_class/enum',
          keyword: 'enum',
          params: { allowedValues: schema34.properties.actor_class.enum },
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
    if (data.confidence !== undefined && func0.call(data, 'confidence')) {
      let data10 = data.confidence;
      if (typeof data10 == 'number' && isFinite(data10)) {
        if (data10 > 1 || isNaN(data10)) {
          const err40 = {
            instancePath: instancePath + '/confidence',
            schemaPath: '#/properties/confidence/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 1 },
            message: 'must be <= 1',
          };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        if (data10 < 0 || isNaN(data10)) {
          const err41 = {
            instancePath: instancePath + '/confidence',
            schemaPath: '#/properties/confidence/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            message: 'must be >= 0',
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
          instancePath: instancePath + '/confidence',
          schemaPath: '#/properties/confidence/type',
          keyword: 'type',
          params: { type: 'number' },
          message: 'must be number',
        };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.correlation_id !== undefined && func0.call(data, 'correlation_id')) {
      let data11 = data.correlation_id;
      if (typeof data11 === 'string') {
        if (!pattern10.test(data11)) {
          const err43 = {
            instancePath: instancePath + '/correlation_id',
            schemaPath: '#/properties/correlation_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
        if (func67(data11, 128)) {
          const err44 = {
            instancePath: instancePath + '/correlation_id',
            schemaPath: '#/properties/correlation_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
      } else {
        const err45 = {
          instancePath: instancePath + '/correlation_id',
          schemaPath: '#/properties/correlation_id/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
    }
    if (data.process_id !== undefined && func0.call(data, 'process_id')) {
      let data12 = data.process_id;
      if (typeof data12 === 'string') {
        if (!pattern18.test(data12)) {
          const err46 = {
            instancePath: instancePath + '/process_id',
            schemaPath: '#/properties/process_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^outreach-execution-(campaign|sequence|send|engage)-[0-9]{8}-[0-9a-f]{8}$' },
            message:
              'must match pattern "' +
              '^outreach-execution-(campaign|sequence|send|engage)-[0-9]{8}-[0-9a-f]{8}$' +
              '"',
          };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
        if (func67(data12, 64)) {
          const err47 = {
            instancePath: instancePath + '/process_id',
            schemaPath: '#/properties/process_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 64 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
      } else {
        const err48 = {
          instancePath: instancePath + '/process_id',
          schemaPath: '#/properties/process_id/type',
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
    }
  } else {
    const err49 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err49];
    } else {
      vErrors.push(err49);
    }
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
validate23.evaluated = {
  props: {
    event_id: true,
    event_type: true,
    outreach_id: true,
    sid: true,
    campaign_id: true,
    sequence_id: true,
    send_id: true,
    contact_id: true,
    occurred_at: true,
    actor_class: true,
    confidence: true,
    correlation_id: true,
    process_id: true,
  },
  dynamicProps: false,
  dynamicItems: false,
};
