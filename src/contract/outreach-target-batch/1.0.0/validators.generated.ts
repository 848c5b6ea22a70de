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
    contract: { type: 'string', const: 'outreach-target-batch' },
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
      if ('outreach-target-batch' !== data1) {
        const err11 = {
          instancePath: instancePath + '/contract',
          schemaPath: '#/properties/contract/const',
          keyword: 'const',
          params: { allowedValue: 'outreach-target-batch' },
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
    contract: { type: 'string', const: 'outreach-target-batch' },
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
      if ('outreach-target-batch' !== data1) {
        const err10 = {
          instancePath: instancePath + '/contract',
          schemaPath: '#/properties/contract/const',
          keyword: 'const',
          params: { allowedValue: 'outreach-target-batch' },
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
    'outreach_id',
    'sid',
    'bit_evaluation_id',
    'bit_score',
    'bit_tier',
    'evaluated_at',
    'correlation_id',
    'email_method',
    'contacts',
  ],
  properties: {
    outreach_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    sid: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    bit_evaluation_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    bit_score: { type: ['number', 'null'] },
    bit_tier: { type: 'string', enum: ['PLATINUM', 'GOLD', 'SILVER', 'BRONZE', 'NONE'] },
    evaluated_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    correlation_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    email_method: { type: ['string', 'null'], maxLength: 256, format: 'plain-text' },
    timezone: {
      type: ['string', 'null'],
      maxLength: 64,
      pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$',
    },
    contacts: { type: 'array', maxItems: 500, items: { $ref: '#/$defs/contact' } },
  },
  $defs: {
    contact: {
      type: 'object',
      additionalProperties: false,
      required: ['contact_id', 'name', 'email', 'email_status', 'role'],
      properties: {
        contact_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
        name: { type: 'string', minLength: 1, maxLength: 256, format: 'plain-text' },
        email: { type: 'string', maxLength: 254, format: 'mail-address' },
        email_status: { type: 'string', enum: ['verified', 'unverified', 'risky', 'invalid', 'unknown'] },
        role: { type: 'string', maxLength: 256, format: 'plain-text' },
        timezone: {
          type: ['string', 'null'],
          maxLength: 64,
          pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$',
        },
      },
    },
  },
  $id: 'closedRecord',
};
const schema34 = {
  type: 'object',
  additionalProperties: false,
  required: ['contact_id', 'name', 'email', 'email_status', 'role'],
  properties: {
    contact_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    name: { type: 'string', minLength: 1, maxLength: 256, format: 'plain-text' },
    email: { type: 'string', maxLength: 254, format: 'mail-address' },
    email_status: { type: 'string', enum: ['verified', 'unverified', 'risky', 'invalid', 'unknown'] },
    role: { type: 'string', maxLength: 256, format: 'plain-text' },
    timezone: {
      type: ['string', 'null'],
      maxLength: 64,
      pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$',
    },
  },
};
const func128 = isShorterThan;
const pattern10 = new RegExp('^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$', 'u');
const pattern14 = new RegExp('^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$', 'u');
const formats6 = formats['plain-text'];
const formats10 = formats['mail-address'];

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
    if (data.outreach_id === undefined || !func0.call(data, 'outreach_id')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'outreach_id' },
        message: "must have required property '" + 'outreach_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.sid === undefined || !func0.call(data, 'sid')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'sid' },
        message: "must have required property '" + 'sid' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.bit_evaluation_id === undefined || !func0.call(data, 'bit_evaluation_id')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'bit_evaluation_id' },
        message: "must have required property '" + 'bit_evaluation_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.bit_score === undefined || !func0.call(data, 'bit_score')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'bit_score' },
        message: "must have required property '" + 'bit_score' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.bit_tier === undefined || !func0.call(data, 'bit_tier')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'bit_tier' },
        message: "must have required property '" + 'bit_tier' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.evaluated_at === undefined || !func0.call(data, 'evaluated_at')) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'evaluated_at' },
        message: "must have required property '" + 'evaluated_at' + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.correlation_id === undefined || !func0.call(data, 'correlation_id')) {
      const err6 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'correlation_id' },
        message: "must have required property '" + 'correlation_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.email_method === undefined || !func0.call(data, 'email_method')) {
      const err7 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'email_method' },
        message: "must have required property '" + 'email_method' + "'",
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.contacts === undefined || !func0.call(data, 'contacts')) {
      const err8 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'contacts' },
        message: "must have required property '" + 'contacts' + "'",
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
    if (data.outreach_id !== undefined && func0.call(data, 'outreach_id')) {
      let data0 = data.outreach_id;
      if (typeof data0 === 'string') {
        if (!pattern10.test(data0)) {
          const err10 = {
            instancePath: instancePath + '/outreach_id',
            schemaPath: '#/properties/outreach_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (func67(data0, 128)) {
          const err11 = {
            instancePath: instancePath + '/outreach_id',
            schemaPath: '#/properties/outreach_id/maxLength',
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
      } else {
        const err12 = {
          instancePath: instancePath + '/outreach_id',
          schemaPath: '#/properties/outreach_id/type',
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
    if (data.sid !== undefined && func0.call(data, 'sid')) {
      let data1 = data.sid;
      if (typeof data1 === 'string') {
        if (!pattern10.test(data1)) {
          const err13 = {
            instancePath: instancePath + '/sid',
            schemaPath: '#/properties/sid/pattern',
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
        if (func67(data1, 128)) {
          const err14 = {
            instancePath: instancePath + '/sid',
            schemaPath: '#/properties/sid/maxLength',
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
          instancePath: instancePath + '/sid',
          schemaPath: '#/properties/sid/type',
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
    if (data.bit_evaluation_id !== undefined && func0.call(data, 'bit_evaluation_id')) {
      let data2 = data.bit_evaluation_id;
      if (typeof data2 === 'string') {
        if (!pattern10.test(data2)) {
          const err16 = {
            instancePath: instancePath + '/bit_evaluation_id',
            schemaPath: '#/properties/bit_evaluation_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (func67(data2, 128)) {
          const err17 = {
            instancePath: instancePath + '/bit_evaluation_id',
            schemaPath: '#/properties/bit_evaluation_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
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
          instancePath: instancePath + '/bit_evaluation_id',
          schemaPath: '#/properties/bit_evaluation_id/type',
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
    if (data.bit_score !== undefined && func0.call(data, 'bit_score')) {
      let data3 = data.bit_score;
      if (!(typeof data3 == 'number' && isFinite(data3)) && data3 !== null) {
        const err19 = {
          instancePath: instancePath + '/bit_score',
          schemaPath: '#/properties/bit_score/type',
          keyword: 'type',
          params: { type: schema33.properties.bit_score.type },
          message: 'must be number,null',
        };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.bit_tier !== undefined && func0.call(data, 'bit_tier')) {
      let data4 = data.bit_tier;
      if (typeof data4 !== 'string') {
        const err20 = {
          instancePath: instancePath + '/bit_tier',
          schemaPath: '#/properties/bit_tier/type',
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
      if (!(data4 === 'PLATINUM' || data4 === 'GOLD' || data4 === 'SILVER' || data4 === 'BRONZE' || data4 === 'NONE')) {
        const err21 = {
          instancePath: instancePath + '/bit_tier',
          schemaPath: '#/properties/bit_tier/enum',
          keyword: 'enum',
          params: { allowedValues: schema33.properties.bit_tier.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.evaluated_at !== undefined && func0.call(data, 'evaluated_at')) {
      let data5 = data.evaluated_at;
      if (typeof data5 === 'string') {
        if (!formats0(data5)) {
          const err22 = {
            instancePath: instancePath + '/evaluated_at',
            schemaPath: '#/properties/evaluated_at/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (func67(data5, 30)) {
          const err23 = {
            instancePath: instancePath + '/evaluated_at',
            schemaPath: '#/properties/evaluated_at/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
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
          instancePath: instancePath + '/evaluated_at',
          schemaPath: '#/properties/evaluated_at/type',
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
    if (data.correlation_id !== undefined && func0.call(data, 'correlation_id')) {
      let data6 = data.correlation_id;
      if (typeof data6 === 'string') {
        if (!pattern10.test(data6)) {
          const err25 = {
            instancePath: instancePath + '/correlation_id',
            schemaPath: '#/properties/correlation_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        if (func67(data6, 128)) {
          const err26 = {
            instancePath: instancePath + '/correlation_id',
            schemaPath: '#/properties/correlation_id/maxLength',
            keyword: 'maxLength',
            params: { limit: 128 },
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
          instancePath: instancePath + '/correlation_id',
          schemaPath: '#/properties/correlation_id/type',
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
    if (data.email_method !== undefined && func0.call(data, 'email_method')) {
      let data7 = data.email_method;
      if (typeof data7 !== 'string' && data7 !== null) {
        const err28 = {
          instancePath: instancePath + '/email_method',
          schemaPath: '#/properties/email_method/type',
          keyword: 'type',
          params: { type: schema33.properties.email_method.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (typeof data7 === 'string') {
        if (!formats6(data7)) {
          const err29 = {
            instancePath: instancePath + '/email_method',
            schemaPath: '#/properties/email_method/format',
            keyword: 'format',
            params: { format: 'plain-text' },
            message: 'must match format "' + 'plain-text' + '"',
          };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
        if (func67(data7, 256)) {
          const err30 = {
            instancePath: instancePath + '/email_method',
            schemaPath: '#/properties/email_method/maxLength',
            keyword: 'maxLength',
            params: { limit: 256 },
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
    if (data.timezone !== undefined && func0.call(data, 'timezone')) {
      let data8 = data.timezone;
      if (typeof data8 !== 'string' && data8 !== null) {
        const err31 = {
          instancePath: instancePath + '/timezone',
          schemaPath: '#/properties/timezone/type',
          keyword: 'type',
          params: { type: schema33.properties.timezone.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
      if (typeof data8 === 'string') {
        if (!pattern14.test(data8)) {
          const err32 = {
            instancePath: instancePath + '/timezone',
            schemaPath: '#/properties/timezone/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$' },
            message: 'must match pattern "' + '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        if (func67(data8, 64)) {
          const err33 = {
            instancePath: instancePath + '/timezone',
            schemaPath: '#/properties/timezone/maxLength',
            keyword: 'maxLength',
            params: { limit: 64 },
            message: 'has another length',
          };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      }
    }
    if (data.contacts !== undefined && func0.call(data, 'contacts')) {
      let data9 = data.contacts;
      if (Array.isArray(data9)) {
        if (data9.length > 500) {
          const err34 = {
            instancePath: instancePath + '/contacts',
            schemaPath: '#/properties/contacts/maxItems',
            keyword: 'maxItems',
            params: { limit: 500 },
            message: 'must NOT have more than 500 items',
          };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        const len0 = data9.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data10 = data9[i0];
          if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
            if (data10.contact_id === undefined || !func0.call(data10, 'contact_id')) {
              const err35 = {
                instancePath: instancePath + '/contacts/' + i0,
                schemaPath: '#/$defs/contact/required',
                keyword: 'required',
                params: { missingProperty: 'contact_id' },
                message: "must have required property '" + 'contact_id' + "'",
              };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            if (data10.name === undefined || !func0.call(data10, 'name')) {
              const err36 = {
                instancePath: instancePath + '/contacts/' + i0,
                schemaPath: '#/$defs/contact/required',
                keyword: 'required',
                params: { missingProperty: 'name' },
                message: "must have required property '" + 'name' + "'",
              };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            if (data10.email === undefined || !func0.call(data10, 'email')) {
              const err37 = {
                instancePath: instancePath + '/contacts/' + i0,
                schemaPath: '#/$defs/contact/required',
                keyword: 'required',
                params: { missingProperty: 'email' },
                message: "must have required property '" + 'email' + "'",
              };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            if (data10.email_status === undefined || !func0.call(data10, 'email_status')) {
              const err38 = {
                instancePath: instancePath + '/contacts/' + i0,
                schemaPath: '#/$defs/contact/required',
                keyword: 'required',
                params: { missingProperty: 'email_status' },
                message: "must have required property '" + 'email_status' + "'",
              };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
            if (data10.role === undefined || !func0.call(data10, 'role')) {
              const err39 = {
                instancePath: instancePath + '/contacts/' + i0,
                schemaPath: '#/$defs/contact/required',
                keyword: 'required',
                params: { missingProperty: 'role' },
                message: "must have required property '" + 'role' + "'",
              };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
            for (const key1 of Object.keys(data10)) {
              if (!(
                key1 === 'contact_id' ||
                key1 === 'name' ||
                key1 === 'email' ||
                key1 === 'email_status' ||
                key1 === 'role' ||
                key1 === 'timezone'
              )) {
                const err40 = {
                  instancePath: instancePath + '/contacts/' + i0,
                  schemaPath: '#/$defs/contact/additionalProperties',
                  keyword: 'additionalProperties',
                  params: { additionalProperty: key1 },
                  message: 'must NOT have additional properties',
                };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
            if (data10.contact_id !== undefined && func0.call(data10, 'contact_id')) {
              let data11 = data10.contact_id;
              if (typeof data11 === 'string') {
                if (!pattern10.test(data11)) {
                  const err41 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/contact_id',
                    schemaPath: '#/$defs/contact/properties/contact_id/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err41];
                  } else {
                    vErrors.push(err41);
                  }
                  errors++;
                }
                if (func67(data11, 128)) {
                  const err42 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/contact_id',
                    schemaPath: '#/$defs/contact/properties/contact_id/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 128 },
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
                  instancePath: instancePath + '/contacts/' + i0 + '/contact_id',
                  schemaPath: '#/$defs/contact/properties/contact_id/type',
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
            if (data10.name !== undefined && func0.call(data10, 'name')) {
              let data12 = data10.name;
              if (typeof data12 === 'string') {
                if (!formats6(data12)) {
                  const err44 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/name',
                    schemaPath: '#/$defs/contact/properties/name/format',
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
                if (func67(data12, 256)) {
                  const err45 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/name',
                    schemaPath: '#/$defs/contact/properties/name/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 256 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err45];
                  } else {
                    vErrors.push(err45);
                  }
                  errors++;
                }
                if (func128(data12, 1)) {
                  const err46 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/name',
                    schemaPath: '#/$defs/contact/properties/name/minLength',
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
                  instancePath: instancePath + '/contacts/' + i0 + '/name',
                  schemaPath: '#/$defs/contact/properties/name/type',
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
            if (data10.email !== undefined && func0.call(data10, 'email')) {
              let data13 = data10.email;
              if (typeof data13 === 'string') {
                if (!formats10(data13)) {
                  const err48 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/email',
                    schemaPath: '#/$defs/contact/properties/email/format',
                    keyword: 'format',
                    params: { format: 'mail-address' },
                    message: 'must match format "' + 'mail-address' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err48];
                  } else {
                    vErrors.push(err48);
                  }
                  errors++;
                }
                if (func67(data13, 254)) {
                  const err49 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/email',
                    schemaPath: '#/$defs/contact/properties/email/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 254 },
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
                  instancePath: instancePath + '/contacts/' + i0 + '/email',
                  schemaPath: '#/$defs/contact/properties/email/type',
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
            if (data10.email_status !== undefined && func0.call(data10, 'email_status')) {
              let data14 = data10.email_status;
              if (typeof data14 !== 'string') {
                const err51 = {
                  instancePath: instancePath + '/contacts/' + i0 + '/email_status',
                  schemaPath: '#/$defs/contact/properties/email_status/type',
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
              if (!(
                data14 === 'verified' ||
                data14 === 'unverified' ||
                data14 === 'risky' ||
                data14 === 'invalid' ||
                data14 === 'unknown'
              )) {
                const err52 = {
                  instancePath: instancePath + '/contacts/' + i0 + '/email_status',
                  schemaPath: '#/$defs/contact/properties/email_status/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema34.properties.email_status.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err52];
                } else {
                  vErrors.push(err52);
                }
                errors++;
              }
            }
            if (data10.role !== undefined && func0.call(data10, 'role')) {
              let data15 = data10.role;
              if (typeof data15 === 'string') {
                if (!formats6(data15)) {
                  const err53 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/role',
                    schemaPath: '#/$defs/contact/properties/role/format',
                    keyword: 'format',
                    params: { format: 'plain-text' },
                    message: 'must match format "' + 'plain-text' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err53];
                  } else {
                    vErrors.push(err53);
                  }
                  errors++;
                }
                if (func67(data15, 256)) {
                  const err54 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/role',
                    schemaPath: '#/$defs/contact/properties/role/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 256 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err54];
                  } else {
                    vErrors.push(err54);
                  }
                  errors++;
                }
              } else {
                const err55 = {
                  instancePath: instancePath + '/contacts/' + i0 + '/role',
                  schemaPath: '#/$defs/contact/properties/role/type',
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
            }
            if (data10.timezone !== undefined && func0.call(data10, 'timezone')) {
              let data16 = data10.timezone;
              if (typeof data16 !== 'string' && data16 !== null) {
                const err56 = {
                  instancePath: instancePath + '/contacts/' + i0 + '/timezone',
                  schemaPath: '#/$defs/contact/properties/timezone/type',
                  keyword: 'type',
                  params: { type: schema34.properties.timezone.type },
                  message: 'must be string,null',
                };
                if (vErrors === null) {
                  vErrors = [err56];
                } else {
                  vErrors.push(err56);
                }
                errors++;
              }
              if (typeof data16 === 'string') {
                if (!pattern14.test(data16)) {
                  const err57 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/timezone',
                    schemaPath: '#/$defs/contact/properties/timezone/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$' },
                    message:
                      'must match pattern "' + '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err57];
                  } else {
                    vErrors.push(err57);
                  }
                  errors++;
                }
                if (func67(data16, 64)) {
                  const err58 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/timezone',
                    schemaPath: '#/$defs/contact/properties/timezone/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 64 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err58];
                  } else {
                    vErrors.push(err58);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err59 = {
              instancePath: instancePath + '/contacts/' + i0,
              schemaPath: '#/$defs/contact/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err59];
            } else {
              vErrors.push(err59);
            }
            errors++;
          }
        }
      } else {
        const err60 = {
          instancePath: instancePath + '/contacts',
          schemaPath: '#/properties/contacts/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err60];
        } else {
          vErrors.push(err60);
        }
        errors++;
      }
    }
  } else {
    const err61 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err61];
    } else {
      vErrors.push(err61);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { props: true, dynamicProps: false, dynamicItems: false };

export const openRecord = validate23 as unknown as Validator;
const schema35 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: [
    'outreach_id',
    'sid',
    'bit_evaluation_id',
    'bit_score',
    'bit_tier',
    'evaluated_at',
    'correlation_id',
    'email_method',
    'contacts',
  ],
  properties: {
    outreach_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    sid: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    bit_evaluation_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    bit_score: { type: ['number', 'null'] },
    bit_tier: { type: 'string', enum: ['PLATINUM', 'GOLD', 'SILVER', 'BRONZE', 'NONE'] },
    evaluated_at: { type: 'string', maxLength: 30, format: 'utc-timestamp' },
    correlation_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    email_method: { type: ['string', 'null'], maxLength: 256, format: 'plain-text' },
    timezone: {
      type: ['string', 'null'],
      maxLength: 64,
      pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$',
    },
    contacts: { type: 'array', maxItems: 500, items: { $ref: '#/$defs/contact' } },
  },
  $defs: {
    contact: {
      type: 'object',
      required: ['contact_id', 'name', 'email', 'email_status', 'role'],
      properties: {
        contact_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
        name: { type: 'string', minLength: 1, maxLength: 256, format: 'plain-text' },
        email: { type: 'string', maxLength: 254, format: 'mail-address' },
        email_status: { type: 'string', enum: ['verified', 'unverified', 'risky', 'invalid', 'unknown'] },
        role: { type: 'string', maxLength: 256, format: 'plain-text' },
        timezone: {
          type: ['string', 'null'],
          maxLength: 64,
          pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$',
        },
      },
    },
  },
  $id: 'openRecord',
};
const schema36 = {
  type: 'object',
  required: ['contact_id', 'name', 'email', 'email_status', 'role'],
  properties: {
    contact_id: { type: 'string', maxLength: 128, pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
    name: { type: 'string', minLength: 1, maxLength: 256, format: 'plain-text' },
    email: { type: 'string', maxLength: 254, format: 'mail-address' },
    email_status: { type: 'string', enum: ['verified', 'unverified', 'risky', 'invalid', 'unknown'] },
    role: { type: 'string', maxLength: 256, format: 'plain-text' },
    timezone: {
      type: ['string', 'null'],
      maxLength: 64,
      pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$',
    },
  },
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
    if (data.outreach_id === undefined || !func0.call(data, 'outreach_id')) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'outreach_id' },
        message: "must have required property '" + 'outreach_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.sid === undefined || !func0.call(data, 'sid')) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'sid' },
        message: "must have required property '" + 'sid' + "'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.bit_evaluation_id === undefined || !func0.call(data, 'bit_evaluation_id')) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'bit_evaluation_id' },
        message: "must have required property '" + 'bit_evaluation_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.bit_score === undefined || !func0.call(data, 'bit_score')) {
      const err3 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'bit_score' },
        message: "must have required property '" + 'bit_score' + "'",
      };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.bit_tier === undefined || !func0.call(data, 'bit_tier')) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'bit_tier' },
        message: "must have required property '" + 'bit_tier' + "'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.evaluated_at === undefined || !func0.call(data, 'evaluated_at')) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'evaluated_at' },
        message: "must have required property '" + 'evaluated_at' + "'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.correlation_id === undefined || !func0.call(data, 'correlation_id')) {
      const err6 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'correlation_id' },
        message: "must have required property '" + 'correlation_id' + "'",
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.email_method === undefined || !func0.call(data, 'email_method')) {
      const err7 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'email_method' },
        message: "must have required property '" + 'email_method' + "'",
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.contacts === undefined || !func0.call(data, 'contacts')) {
      const err8 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'contacts' },
        message: "must have required property '" + 'contacts' + "'",
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.outreach_id !== undefined && func0.call(data, 'outreach_id')) {
      let data0 = data.outreach_id;
      if (typeof data0 === 'string') {
        if (!pattern10.test(data0)) {
          const err9 = {
            instancePath: instancePath + '/outreach_id',
            schemaPath: '#/properties/outreach_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (func67(data0, 128)) {
          const err10 = {
            instancePath: instancePath + '/outreach_id',
            schemaPath: '#/properties/outreach_id/maxLength',
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
      } else {
        const err11 = {
          instancePath: instancePath + '/outreach_id',
          schemaPath: '#/properties/outreach_id/type',
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
    if (data.sid !== undefined && func0.call(data, 'sid')) {
      let data1 = data.sid;
      if (typeof data1 === 'string') {
        if (!pattern10.test(data1)) {
          const err12 = {
            instancePath: instancePath + '/sid',
            schemaPath: '#/properties/sid/pattern',
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
        if (func67(data1, 128)) {
          const err13 = {
            instancePath: instancePath + '/sid',
            schemaPath: '#/properties/sid/maxLength',
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
          instancePath: instancePath + '/sid',
          schemaPath: '#/properties/sid/type',
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
    if (data.bit_evaluation_id !== undefined && func0.call(data, 'bit_evaluation_id')) {
      let data2 = data.bit_evaluation_id;
      if (typeof data2 === 'string') {
        if (!pattern10.test(data2)) {
          const err15 = {
            instancePath: instancePath + '/bit_evaluation_id',
            schemaPath: '#/properties/bit_evaluation_id/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (func67(data2, 128)) {
          const err16 = {
            instancePath: instancePath + '/bit_evaluation_id',
            schemaPath: '#/properties/bit_evaluation_id/maxLength',
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
      } else {
        const err17 = {
          instancePath: instancePath + '/bit_evaluation_id',
          schemaPath: '#/properties/bit_evaluation_id/type',
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
    if (data.bit_score !== undefined && func0.call(data, 'bit_score')) {
      let data3 = data.bit_score;
      if (!(typeof data3 == 'number' && isFinite(data3)) && data3 !== null) {
        const err18 = {
          instancePath: instancePath + '/bit_score',
          schemaPath: '#/properties/bit_score/type',
          keyword: 'type',
          params: { type: schema35.properties.bit_score.type },
          message: 'must be number,null',
        };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.bit_tier !== undefined && func0.call(data, 'bit_tier')) {
      let data4 = data.bit_tier;
      if (typeof data4 !== 'string') {
        const err19 = {
          instancePath: instancePath + '/bit_tier',
          schemaPath: '#/properties/bit_tier/type',
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
      if (!(data4 === 'PLATINUM' || data4 === 'GOLD' || data4 === 'SILVER' || data4 === 'BRONZE' || data4 === 'NONE')) {
        const err20 = {
          instancePath: instancePath + '/bit_tier',
          schemaPath: '#/properties/bit_tier/enum',
          keyword: 'enum',
          params: { allowedValues: schema35.properties.bit_tier.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.evaluated_at !== undefined && func0.call(data, 'evaluated_at')) {
      let data5 = data.evaluated_at;
      if (typeof data5 === 'string') {
        if (!formats0(data5)) {
          const err21 = {
            instancePath: instancePath + '/evaluated_at',
            schemaPath: '#/properties/evaluated_at/format',
            keyword: 'format',
            params: { format: 'utc-timestamp' },
            message: 'must match format "' + 'utc-timestamp' + '"',
          };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (func67(data5, 30)) {
          const err22 = {
            instancePath: instancePath + '/evaluated_at',
            schemaPath: '#/properties/evaluated_at/maxLength',
            keyword: 'maxLength',
            params: { limit: 30 },
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
          instancePath: instancePath + '/evaluated_at',
          schemaPath: '#/properties/evaluated_at/type',
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
    if (data.correlation_id !== undefined && func0.call(data, 'correlation_id')) {
      let data6 = data.correlation_id;
      if (typeof data6 === 'string') {
        if (!pattern10.test(data6)) {
          const err24 = {
            instancePath: instancePath + '/correlation_id',
            schemaPath: '#/properties/correlation_id/pattern',
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
        if (func67(data6, 128)) {
          const err25 = {
            instancePath: instancePath + '/correlation_id',
            schemaPath: '#/properties/correlation_id/maxLength',
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
          instancePath: instancePath + '/correlation_id',
          schemaPath: '#/properties/correlation_id/type',
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
    if (data.email_method !== undefined && func0.call(data, 'email_method')) {
      let data7 = data.email_method;
      if (typeof data7 !== 'string' && data7 !== null) {
        const err27 = {
          instancePath: instancePath + '/email_method',
          schemaPath: '#/properties/email_method/type',
          keyword: 'type',
          params: { type: schema35.properties.email_method.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
      if (typeof data7 === 'string') {
        if (!formats6(data7)) {
          const err28 = {
            instancePath: instancePath + '/email_method',
            schemaPath: '#/properties/email_method/format',
            keyword: 'format',
            params: { format: 'plain-text' },
            message: 'must match format "' + 'plain-text' + '"',
          };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        if (func67(data7, 256)) {
          const err29 = {
            instancePath: instancePath + '/email_method',
            schemaPath: '#/properties/email_method/maxLength',
            keyword: 'maxLength',
            params: { limit: 256 },
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
    if (data.timezone !== undefined && func0.call(data, 'timezone')) {
      let data8 = data.timezone;
      if (typeof data8 !== 'string' && data8 !== null) {
        const err30 = {
          instancePath: instancePath + '/timezone',
          schemaPath: '#/properties/timezone/type',
          keyword: 'type',
          params: { type: schema35.properties.timezone.type },
          message: 'must be string,null',
        };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
      if (typeof data8 === 'string') {
        if (!pattern14.test(data8)) {
          const err31 = {
            instancePath: instancePath + '/timezone',
            schemaPath: '#/properties/timezone/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$' },
            message: 'must match pattern "' + '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$' + '"',
          };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (func67(data8, 64)) {
          const err32 = {
            instancePath: instancePath + '/timezone',
            schemaPath: '#/properties/timezone/maxLength',
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
      }
    }
    if (data.contacts !== undefined && func0.call(data, 'contacts')) {
      let data9 = data.contacts;
      if (Array.isArray(data9)) {
        if (data9.length > 500) {
          const err33 = {
            instancePath: instancePath + '/contacts',
            schemaPath: '#/properties/contacts/maxItems',
            keyword: 'maxItems',
            params: { limit: 500 },
            message: 'must NOT have more than 500 items',
          };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        const len0 = data9.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data10 = data9[i0];
          if (data10 && typeof data10 == 'object' && !Array.isArray(data10)) {
            if (data10.contact_id === undefined || !func0.call(data10, 'contact_id')) {
              const err34 = {
                instancePath: instancePath + '/contacts/' + i0,
                schemaPath: '#/$defs/contact/required',
                keyword: 'required',
                params: { missingProperty: 'contact_id' },
                message: "must have required property '" + 'contact_id' + "'",
              };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            if (data10.name === undefined || !func0.call(data10, 'name')) {
              const err35 = {
                instancePath: instancePath + '/contacts/' + i0,
                schemaPath: '#/$defs/contact/required',
                keyword: 'required',
                params: { missingProperty: 'name' },
                message: "must have required property '" + 'name' + "'",
              };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            if (data10.email === undefined || !func0.call(data10, 'email')) {
              const err36 = {
                instancePath: instancePath + '/contacts/' + i0,
                schemaPath: '#/$defs/contact/required',
                keyword: 'required',
                params: { missingProperty: 'email' },
                message: "must have required property '" + 'email' + "'",
              };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            if (data10.email_status === undefined || !func0.call(data10, 'email_status')) {
              const err37 = {
                instancePath: instancePath + '/contacts/' + i0,
                schemaPath: '#/$defs/contact/required',
                keyword: 'required',
                params: { missingProperty: 'email_status' },
                message: "must have required property '" + 'email_status' + "'",
              };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            if (data10.role === undefined || !func0.call(data10, 'role')) {
              const err38 = {
                instancePath: instancePath + '/contacts/' + i0,
                schemaPath: '#/$defs/contact/required',
                keyword: 'required',
                params: { missingProperty: 'role' },
                message: "must have required property '" + 'role' + "'",
              };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
            if (data10.contact_id !== undefined && func0.call(data10, 'contact_id')) {
              let data11 = data10.contact_id;
              if (typeof data11 === 'string') {
                if (!pattern10.test(data11)) {
                  const err39 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/contact_id',
                    schemaPath: '#/$defs/contact/properties/contact_id/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err39];
                  } else {
                    vErrors.push(err39);
                  }
                  errors++;
                }
                if (func67(data11, 128)) {
                  const err40 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/contact_id',
                    schemaPath: '#/$defs/contact/properties/contact_id/maxLength',
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
              } else {
                const err41 = {
                  instancePath: instancePath + '/contacts/' + i0 + '/contact_id',
                  schemaPath: '#/$defs/contact/properties/contact_id/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                };
                if (vErrors === null) {
                  vErrors = [err41];
                } else {
                  vErrors.push(err41);
                }
                errors++;
              }
            }
            if (data10.name !== undefined && func0.call(data10, 'name')) {
              let data12 = data10.name;
              if (typeof data12 === 'string') {
                if (!formats6(data12)) {
                  const err42 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/name',
                    schemaPath: '#/$defs/contact/properties/name/format',
                    keyword: 'format',
                    params: { format: 'plain-text' },
                    message: 'must match format "' + 'plain-text' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err42];
                  } else {
                    vErrors.push(err42);
                  }
                  errors++;
                }
                if (func67(data12, 256)) {
                  const err43 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/name',
                    schemaPath: '#/$defs/contact/properties/name/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 256 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err43];
                  } else {
                    vErrors.push(err43);
                  }
                  errors++;
                }
                if (func128(data12, 1)) {
                  const err44 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/name',
                    schemaPath: '#/$defs/contact/properties/name/minLength',
                    keyword: 'minLength',
                    params: { limit: 1 },
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
                  instancePath: instancePath + '/contacts/' + i0 + '/name',
                  schemaPath: '#/$defs/contact/properties/name/type',
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
            if (data10.email !== undefined && func0.call(data10, 'email')) {
              let data13 = data10.email;
              if (typeof data13 === 'string') {
                if (!formats10(data13)) {
                  const err46 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/email',
                    schemaPath: '#/$defs/contact/properties/email/format',
                    keyword: 'format',
                    params: { format: 'mail-address' },
                    message: 'must match format "' + 'mail-address' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err46];
                  } else {
                    vErrors.push(err46);
                  }
                  errors++;
                }
                if (func67(data13, 254)) {
                  const err47 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/email',
                    schemaPath: '#/$defs/contact/properties/email/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 254 },
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
                  instancePath: instancePath + '/contacts/' + i0 + '/email',
                  schemaPath: '#/$defs/contact/properties/email/type',
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
            if (data10.email_status !== undefined && func0.call(data10, 'email_status')) {
              let data14 = data10.email_status;
              if (typeof data14 !== 'string') {
                const err49 = {
                  instancePath: instancePath + '/contacts/' + i0 + '/email_status',
                  schemaPath: '#/$defs/contact/properties/email_status/type',
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
              if (!(
                data14 === 'verified' ||
                data14 === 'unverified' ||
                data14 === 'risky' ||
                data14 === 'invalid' ||
                data14 === 'unknown'
              )) {
                const err50 = {
                  instancePath: instancePath + '/contacts/' + i0 + '/email_status',
                  schemaPath: '#/$defs/contact/properties/email_status/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema36.properties.email_status.enum },
                  message: 'must be equal to one of the allowed values',
                };
                if (vErrors === null) {
                  vErrors = [err50];
                } else {
                  vErrors.push(err50);
                }
                errors++;
              }
            }
            if (data10.role !== undefined && func0.call(data10, 'role')) {
              let data15 = data10.role;
              if (typeof data15 === 'string') {
                if (!formats6(data15)) {
                  const err51 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/role',
                    schemaPath: '#/$defs/contact/properties/role/format',
                    keyword: 'format',
                    params: { format: 'plain-text' },
                    message: 'must match format "' + 'plain-text' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err51];
                  } else {
                    vErrors.push(err51);
                  }
                  errors++;
                }
                if (func67(data15, 256)) {
                  const err52 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/role',
                    schemaPath: '#/$defs/contact/properties/role/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 256 },
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
                  instancePath: instancePath + '/contacts/' + i0 + '/role',
                  schemaPath: '#/$defs/contact/properties/role/type',
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
            if (data10.timezone !== undefined && func0.call(data10, 'timezone')) {
              let data16 = data10.timezone;
              if (typeof data16 !== 'string' && data16 !== null) {
                const err54 = {
                  instancePath: instancePath + '/contacts/' + i0 + '/timezone',
                  schemaPath: '#/$defs/contact/properties/timezone/type',
                  keyword: 'type',
                  params: { type: schema36.properties.timezone.type },
                  message: 'must be string,null',
                };
                if (vErrors === null) {
                  vErrors = [err54];
                } else {
                  vErrors.push(err54);
                }
                errors++;
              }
              if (typeof data16 === 'string') {
                if (!pattern14.test(data16)) {
                  const err55 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/timezone',
                    schemaPath: '#/$defs/contact/properties/timezone/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$' },
                    message:
                      'must match pattern "' + '^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$' + '"',
                  };
                  if (vErrors === null) {
                    vErrors = [err55];
                  } else {
                    vErrors.push(err55);
                  }
                  errors++;
                }
                if (func67(data16, 64)) {
                  const err56 = {
                    instancePath: instancePath + '/contacts/' + i0 + '/timezone',
                    schemaPath: '#/$defs/contact/properties/timezone/maxLength',
                    keyword: 'maxLength',
                    params: { limit: 64 },
                    message: 'has another length',
                  };
                  if (vErrors === null) {
                    vErrors = [err56];
                  } else {
                    vErrors.push(err56);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err57 = {
              instancePath: instancePath + '/contacts/' + i0,
              schemaPath: '#/$defs/contact/type',
              keyword: 'type',
              params: { type: 'object' },
              message: 'must be object',
            };
            if (vErrors === null) {
              vErrors = [err57];
            } else {
              vErrors.push(err57);
            }
            errors++;
          }
        }
      } else {
        const err58 = {
          instancePath: instancePath + '/contacts',
          schemaPath: '#/properties/contacts/type',
          keyword: 'type',
          params: { type: 'array' },
          message: 'must be array',
        };
        if (vErrors === null) {
          vErrors = [err58];
        } else {
          vErrors.push(err58);
        }
        errors++;
      }
    }
  } else {
    const err59 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err59];
    } else {
      vErrors.push(err59);
    }
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
validate23.evaluated = {
  props: {
    outreach_id: true,
    sid: true,
    bit_evaluation_id: true,
    bit_score: true,
    bit_tier: true,
    evaluated_at: true,
    correlation_id: true,
    email_method: true,
    timezone: true,
    contacts: true,
  },
  dynamicProps: false,
  dynamicItems: false,
};
