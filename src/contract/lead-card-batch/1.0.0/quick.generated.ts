/* oxlint-disable */
// @ts-nocheck
// Made by scripts/generate-contracts.ts from schema.json. Change that one and run the script.
import { formats, isLongerThan, isShorterThan } from '../../formats.ts';
import type { Validator } from '../../validator.ts';

export const isOpenRecord = validate20 as unknown as Validator;
const schema31 = {
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
  },
  $id: 'isOpenRecord',
};
const formats0 = formats['lead-uuid'];
const formats2 = formats['plain-text'];
const formats6 = formats['utc-timestamp'];
const func1 = isLongerThan;
const func3 = isShorterThan;

function validate20(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="isOpenRecord" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (errors === 0) {
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      let missing0;
      if (
        (data.lead_id === undefined && (missing0 = 'lead_id')) ||
        (data.source_platform === undefined && (missing0 = 'source_platform')) ||
        (data.username === undefined && (missing0 = 'username')) ||
        (data.display_name === undefined && (missing0 = 'display_name')) ||
        (data.audience_pool === undefined && (missing0 = 'audience_pool')) ||
        (data.persona === undefined && (missing0 = 'persona')) ||
        (data.tribe === undefined && (missing0 = 'tribe')) ||
        (data.execution_label === undefined && (missing0 = 'execution_label')) ||
        (data.confidence_score === undefined && (missing0 = 'confidence_score')) ||
        (data.enrichment_status === undefined && (missing0 = 'enrichment_status')) ||
        (data.contactability_score === undefined && (missing0 = 'contactability_score')) ||
        (data.created_at === undefined && (missing0 = 'created_at'))
      ) {
        validate20.errors = [
          {
            instancePath,
            schemaPath: '#/required',
            keyword: 'required',
            params: { missingProperty: missing0 },
            message: "must have required property '" + missing0 + "'",
          },
        ];
        return false;
      } else {
        if (data.lead_id !== undefined) {
          let data0 = data.lead_id;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (errors === _errs1) {
              if (typeof data0 === 'string') {
                if (!formats0(data0)) {
                  validate20.errors = [
                    {
                      instancePath: instancePath + '/lead_id',
                      schemaPath: '#/properties/lead_id/format',
                      keyword: 'format',
                      params: { format: 'lead-uuid' },
                      message: 'must match format "' + 'lead-uuid' + '"',
                    },
                  ];
                  return false;
                } else {
                  if (func1(data0, 36)) {
                    validate20.errors = [
                      {
                        instancePath: instancePath + '/lead_id',
                        schemaPath: '#/properties/lead_id/maxLength',
                        keyword: 'maxLength',
                        params: { limit: 36 },
                        message: 'has another length',
                      },
                    ];
                    return false;
                  }
                }
              } else {
                validate20.errors = [
                  {
                    instancePath: instancePath + '/lead_id',
                    schemaPath: '#/properties/lead_id/type',
                    keyword: 'type',
                    params: { type: 'string' },
                    message: 'must be string',
                  },
                ];
                return false;
              }
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.source_platform !== undefined) {
            let data1 = data.source_platform;
            const _errs3 = errors;
            if (typeof data1 !== 'string') {
              validate20.errors = [
                {
                  instancePath: instancePath + '/source_platform',
                  schemaPath: '#/properties/source_platform/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                },
              ];
              return false;
            }
            if (!(data1 === 'tiktok' || data1 === 'threads' || data1 === 'x')) {
              validate20.errors = [
                {
                  instancePath: instancePath + '/source_platform',
                  schemaPath: '#/properties/source_platform/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.source_platform.enum },
                  message: 'must be equal to one of the allowed values',
                },
              ];
              return false;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.username !== undefined) {
              let data2 = data.username;
              const _errs5 = errors;
              if (errors === _errs5) {
                if (errors === _errs5) {
                  if (typeof data2 === 'string') {
                    if (!formats2(data2)) {
                      validate20.errors = [
                        {
                          instancePath: instancePath + '/username',
                          schemaPath: '#/properties/username/format',
                          keyword: 'format',
                          params: { format: 'plain-text' },
                          message: 'must match format "' + 'plain-text' + '"',
                        },
                      ];
                      return false;
                    } else {
                      if (func1(data2, 256)) {
                        validate20.errors = [
                          {
                            instancePath: instancePath + '/username',
                            schemaPath: '#/properties/username/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 256 },
                            message: 'has another length',
                          },
                        ];
                        return false;
                      } else {
                        if (func3(data2, 1)) {
                          validate20.errors = [
                            {
                              instancePath: instancePath + '/username',
                              schemaPath: '#/properties/username/minLength',
                              keyword: 'minLength',
                              params: { limit: 1 },
                              message: 'has another length',
                            },
                          ];
                          return false;
                        }
                      }
                    }
                  } else {
                    validate20.errors = [
                      {
                        instancePath: instancePath + '/username',
                        schemaPath: '#/properties/username/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ];
                    return false;
                  }
                }
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.display_name !== undefined) {
                let data3 = data.display_name;
                const _errs7 = errors;
                if (errors === _errs7) {
                  if (errors === _errs7) {
                    if (typeof data3 === 'string') {
                      if (!formats2(data3)) {
                        validate20.errors = [
                          {
                            instancePath: instancePath + '/display_name',
                            schemaPath: '#/properties/display_name/format',
                            keyword: 'format',
                            params: { format: 'plain-text' },
                            message: 'must match format "' + 'plain-text' + '"',
                          },
                        ];
                        return false;
                      } else {
                        if (func1(data3, 256)) {
                          validate20.errors = [
                            {
                              instancePath: instancePath + '/display_name',
                              schemaPath: '#/properties/display_name/maxLength',
                              keyword: 'maxLength',
                              params: { limit: 256 },
                              message: 'has another length',
                            },
                          ];
                          return false;
                        }
                      }
                    } else {
                      validate20.errors = [
                        {
                          instancePath: instancePath + '/display_name',
                          schemaPath: '#/properties/display_name/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ];
                      return false;
                    }
                  }
                }
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.audience_pool !== undefined) {
                  let data4 = data.audience_pool;
                  const _errs9 = errors;
                  if (typeof data4 !== 'string') {
                    validate20.errors = [
                      {
                        instancePath: instancePath + '/audience_pool',
                        schemaPath: '#/properties/audience_pool/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ];
                    return false;
                  }
                  if (!(
                    data4 === 'wholesalers' ||
                    data4 === 'brokers' ||
                    data4 === 'solar' ||
                    data4 === 'consultants'
                  )) {
                    validate20.errors = [
                      {
                        instancePath: instancePath + '/audience_pool',
                        schemaPath: '#/properties/audience_pool/enum',
                        keyword: 'enum',
                        params: { allowedValues: schema31.properties.audience_pool.enum },
                        message: 'must be equal to one of the allowed values',
                      },
                    ];
                    return false;
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.persona !== undefined) {
                    let data5 = data.persona;
                    const _errs11 = errors;
                    if (typeof data5 !== 'string') {
                      validate20.errors = [
                        {
                          instancePath: instancePath + '/persona',
                          schemaPath: '#/properties/persona/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ];
                      return false;
                    }
                    if (!(data5 === 'operator' || data5 === 'owner' || data5 === 'marketer' || data5 === 'investor')) {
                      validate20.errors = [
                        {
                          instancePath: instancePath + '/persona',
                          schemaPath: '#/properties/persona/enum',
                          keyword: 'enum',
                          params: { allowedValues: schema31.properties.persona.enum },
                          message: 'must be equal to one of the allowed values',
                        },
                      ];
                      return false;
                    }
                    var valid0 = _errs11 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.tribe !== undefined) {
                      let data6 = data.tribe;
                      const _errs13 = errors;
                      if (typeof data6 !== 'string') {
                        validate20.errors = [
                          {
                            instancePath: instancePath + '/tribe',
                            schemaPath: '#/properties/tribe/type',
                            keyword: 'type',
                            params: { type: 'string' },
                            message: 'must be string',
                          },
                        ];
                        return false;
                      }
                      if (!(data6 === 'dealmakers' || data6 === 'builders' || data6 === 'growth-operators')) {
                        validate20.errors = [
                          {
                            instancePath: instancePath + '/tribe',
                            schemaPath: '#/properties/tribe/enum',
                            keyword: 'enum',
                            params: { allowedValues: schema31.properties.tribe.enum },
                            message: 'must be equal to one of the allowed values',
                          },
                        ];
                        return false;
                      }
                      var valid0 = _errs13 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.execution_label !== undefined) {
                        let data7 = data.execution_label;
                        const _errs15 = errors;
                        if (typeof data7 !== 'string') {
                          validate20.errors = [
                            {
                              instancePath: instancePath + '/execution_label',
                              schemaPath: '#/properties/execution_label/type',
                              keyword: 'type',
                              params: { type: 'string' },
                              message: 'must be string',
                            },
                          ];
                          return false;
                        }
                        if (!(
                          data7 === 'USER' ||
                          data7 === 'PARTNER' ||
                          data7 === 'AFFILIATE' ||
                          data7 === 'FEEDBACK'
                        )) {
                          validate20.errors = [
                            {
                              instancePath: instancePath + '/execution_label',
                              schemaPath: '#/properties/execution_label/enum',
                              keyword: 'enum',
                              params: { allowedValues: schema31.properties.execution_label.enum },
                              message: 'must be equal to one of the allowed values',
                            },
                          ];
                          return false;
                        }
                        var valid0 = _errs15 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.confidence_score !== undefined) {
                          let data8 = data.confidence_score;
                          const _errs17 = errors;
                          if (errors === _errs17) {
                            if (typeof data8 == 'number' && isFinite(data8)) {
                              if (data8 > 1 || isNaN(data8)) {
                                validate20.errors = [
                                  {
                                    instancePath: instancePath + '/confidence_score',
                                    schemaPath: '#/properties/confidence_score/maximum',
                                    keyword: 'maximum',
                                    params: { comparison: '<=', limit: 1 },
                                    message: 'must be <= 1',
                                  },
                                ];
                                return false;
                              } else {
                                if (data8 < 0 || isNaN(data8)) {
                                  validate20.errors = [
                                    {
                                      instancePath: instancePath + '/confidence_score',
                                      schemaPath: '#/properties/confidence_score/minimum',
                                      keyword: 'minimum',
                                      params: { comparison: '>=', limit: 0 },
                                      message: 'must be >= 0',
                                    },
                                  ];
                                  return false;
                                }
                              }
                            } else {
                              validate20.errors = [
                                {
                                  instancePath: instancePath + '/confidence_score',
                                  schemaPath: '#/properties/confidence_score/type',
                                  keyword: 'type',
                                  params: { type: 'number' },
                                  message: 'must be number',
                                },
                              ];
                              return false;
                            }
                          }
                          var valid0 = _errs17 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.enrichment_status !== undefined) {
                            let data9 = data.enrichment_status;
                            const _errs19 = errors;
                            if (typeof data9 !== 'string') {
                              validate20.errors = [
                                {
                                  instancePath: instancePath + '/enrichment_status',
                                  schemaPath: '#/properties/enrichment_status/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string',
                                },
                              ];
                              return false;
                            }
                            if (!(
                              data9 === 'NONE' ||
                              data9 === 'REQUESTED' ||
                              data9 === 'ENRICHED' ||
                              data9 === 'FAILED'
                            )) {
                              validate20.errors = [
                                {
                                  instancePath: instancePath + '/enrichment_status',
                                  schemaPath: '#/properties/enrichment_status/enum',
                                  keyword: 'enum',
                                  params: { allowedValues: schema31.properties.enrichment_status.enum },
                                  message: 'must be equal to one of the allowed values',
                                },
                              ];
                              return false;
                            }
                            var valid0 = _errs19 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.contactability_score !== undefined) {
                              let data10 = data.contactability_score;
                              const _errs21 = errors;
                              if (errors === _errs21) {
                                if (typeof data10 == 'number' && isFinite(data10)) {
                                  if (data10 > 1 || isNaN(data10)) {
                                    validate20.errors = [
                                      {
                                        instancePath: instancePath + '/contactability_score',
                                        schemaPath: '#/properties/contactability_score/maximum',
                                        keyword: 'maximum',
                                        params: { comparison: '<=', limit: 1 },
                                        message: 'must be <= 1',
                                      },
                                    ];
                                    return false;
                                  } else {
                                    if (data10 < 0 || isNaN(data10)) {
                                      validate20.errors = [
                                        {
                                          instancePath: instancePath + '/contactability_score',
                                          schemaPath: '#/properties/contactability_score/minimum',
                                          keyword: 'minimum',
                                          params: { comparison: '>=', limit: 0 },
                                          message: 'must be >= 0',
                                        },
                                      ];
                                      return false;
                                    }
                                  }
                                } else {
                                  validate20.errors = [
                                    {
                                      instancePath: instancePath + '/contactability_score',
                                      schemaPath: '#/properties/contactability_score/type',
                                      keyword: 'type',
                                      params: { type: 'number' },
                                      message: 'must be number',
                                    },
                                  ];
                                  return false;
                                }
                              }
                              var valid0 = _errs21 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.created_at !== undefined) {
                                let data11 = data.created_at;
                                const _errs23 = errors;
                                if (errors === _errs23) {
                                  if (errors === _errs23) {
                                    if (typeof data11 === 'string') {
                                      if (!formats6(data11)) {
                                        validate20.errors = [
                                          {
                                            instancePath: instancePath + '/created_at',
                                            schemaPath: '#/properties/created_at/format',
                                            keyword: 'format',
                                            params: { format: 'utc-timestamp' },
                                            message: 'must match format "' + 'utc-timestamp' + '"',
                                          },
                                        ];
                                        return false;
                                      } else {
                                        if (func1(data11, 30)) {
                                          validate20.errors = [
                                            {
                                              instancePath: instancePath + '/created_at',
                                              schemaPath: '#/properties/created_at/maxLength',
                                              keyword: 'maxLength',
                                              params: { limit: 30 },
                                              message: 'has another length',
                                            },
                                          ];
                                          return false;
                                        }
                                      }
                                    } else {
                                      validate20.errors = [
                                        {
                                          instancePath: instancePath + '/created_at',
                                          schemaPath: '#/properties/created_at/type',
                                          keyword: 'type',
                                          params: { type: 'string' },
                                          message: 'must be string',
                                        },
                                      ];
                                      return false;
                                    }
                                  }
                                }
                                var valid0 = _errs23 === errors;
                              } else {
                                var valid0 = true;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate20.errors = [
        { instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' }, message: 'must be object' },
      ];
      return false;
    }
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = {
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
  },
  dynamicProps: false,
  dynamicItems: false,
};
