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
  $id: 'isOpenRecord',
};
const pattern4 = new RegExp('^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$', 'u');
const pattern12 = new RegExp('^outreach-execution-(campaign|sequence|send|engage)-[0-9]{8}-[0-9a-f]{8}$', 'u');
const func1 = isLongerThan;
const formats0 = formats['utc-timestamp'];

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
        (data.event_id === undefined && (missing0 = 'event_id')) ||
        (data.event_type === undefined && (missing0 = 'event_type')) ||
        (data.outreach_id === undefined && (missing0 = 'outreach_id')) ||
        (data.campaign_id === undefined && (missing0 = 'campaign_id')) ||
        (data.sequence_id === undefined && (missing0 = 'sequence_id')) ||
        (data.send_id === undefined && (missing0 = 'send_id')) ||
        (data.contact_id === undefined && (missing0 = 'contact_id')) ||
        (data.occurred_at === undefined && (missing0 = 'occurred_at')) ||
        (data.actor_class === undefined && (missing0 = 'actor_class')) ||
        (data.confidence === undefined && (missing0 = 'confidence')) ||
        (data.correlation_id === undefined && (missing0 = 'correlation_id')) ||
        (data.process_id === undefined && (missing0 = 'process_id'))
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
        if (data.event_id !== undefined) {
          let data0 = data.event_id;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (typeof data0 === 'string') {
              if (!pattern4.test(data0)) {
                validate20.errors = [
                  {
                    instancePath: instancePath + '/event_id',
                    schemaPath: '#/properties/event_id/pattern',
                    keyword: 'pattern',
                    params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
                    message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
                  },
                ];
                return false;
              } else {
                if (func1(data0, 128)) {
                  validate20.errors = [
                    {
                      instancePath: instancePath + '/event_id',
                      schemaPath: '#/properties/event_id/maxLength',
                      keyword: 'maxLength',
                      params: { limit: 128 },
                      message: 'has another length',
                    },
                  ];
                  return false;
                }
              }
            } else {
              validate20.errors = [
                {
                  instancePath: instancePath + '/event_id',
                  schemaPath: '#/properties/event_id/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                },
              ];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.event_type !== undefined) {
            let data1 = data.event_type;
            const _errs3 = errors;
            if (typeof data1 !== 'string') {
              validate20.errors = [
                {
                  instancePath: instancePath + '/event_type',
                  schemaPath: '#/properties/event_type/type',
                  keyword: 'type',
                  params: { type: 'string' },
                  message: 'must be string',
                },
              ];
              return false;
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
              validate20.errors = [
                {
                  instancePath: instancePath + '/event_type',
                  schemaPath: '#/properties/event_type/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema31.properties.event_type.enum },
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
            if (data.outreach_id !== undefined) {
              let data2 = data.outreach_id;
              const _errs5 = errors;
              if (errors === _errs5) {
                if (typeof data2 === 'string') {
                  if (!pattern4.test(data2)) {
                    validate20.errors = [
                      {
                        instancePath: instancePath + '/outreach_id',
                        schemaPath: '#/properties/outreach_id/pattern',
                        keyword: 'pattern',
                        params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
                        message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
                      },
                    ];
                    return false;
                  } else {
                    if (func1(data2, 128)) {
                      validate20.errors = [
                        {
                          instancePath: instancePath + '/outreach_id',
                          schemaPath: '#/properties/outreach_id/maxLength',
                          keyword: 'maxLength',
                          params: { limit: 128 },
                          message: 'has another length',
                        },
                      ];
                      return false;
                    }
                  }
                } else {
                  validate20.errors = [
                    {
                      instancePath: instancePath + '/outreach_id',
                      schemaPath: '#/properties/outreach_id/type',
                      keyword: 'type',
                      params: { type: 'string' },
                      message: 'must be string',
                    },
                  ];
                  return false;
                }
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.sid !== undefined) {
                let data3 = data.sid;
                const _errs7 = errors;
                if (errors === _errs7) {
                  if (typeof data3 === 'string') {
                    if (!pattern4.test(data3)) {
                      validate20.errors = [
                        {
                          instancePath: instancePath + '/sid',
                          schemaPath: '#/properties/sid/pattern',
                          keyword: 'pattern',
                          params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
                          message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
                        },
                      ];
                      return false;
                    } else {
                      if (func1(data3, 128)) {
                        validate20.errors = [
                          {
                            instancePath: instancePath + '/sid',
                            schemaPath: '#/properties/sid/maxLength',
                            keyword: 'maxLength',
                            params: { limit: 128 },
                            message: 'has another length',
                          },
                        ];
                        return false;
                      }
                    }
                  } else {
                    validate20.errors = [
                      {
                        instancePath: instancePath + '/sid',
                        schemaPath: '#/properties/sid/type',
                        keyword: 'type',
                        params: { type: 'string' },
                        message: 'must be string',
                      },
                    ];
                    return false;
                  }
                }
                var valid0 = _errs7 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.campaign_id !== undefined) {
                  let data4 = data.campaign_id;
                  const _errs9 = errors;
                  if (errors === _errs9) {
                    if (typeof data4 === 'string') {
                      if (!pattern4.test(data4)) {
                        validate20.errors = [
                          {
                            instancePath: instancePath + '/campaign_id',
                            schemaPath: '#/properties/campaign_id/pattern',
                            keyword: 'pattern',
                            params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
                            message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
                          },
                        ];
                        return false;
                      } else {
                        if (func1(data4, 128)) {
                          validate20.errors = [
                            {
                              instancePath: instancePath + '/campaign_id',
                              schemaPath: '#/properties/campaign_id/maxLength',
                              keyword: 'maxLength',
                              params: { limit: 128 },
                              message: 'has another length',
                            },
                          ];
                          return false;
                        }
                      }
                    } else {
                      validate20.errors = [
                        {
                          instancePath: instancePath + '/campaign_id',
                          schemaPath: '#/properties/campaign_id/type',
                          keyword: 'type',
                          params: { type: 'string' },
                          message: 'must be string',
                        },
                      ];
                      return false;
                    }
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.sequence_id !== undefined) {
                    let data5 = data.sequence_id;
                    const _errs11 = errors;
                    if (typeof data5 !== 'string' && data5 !== null) {
                      validate20.errors = [
                        {
                          instancePath: instancePath + '/sequence_id',
                          schemaPath: '#/properties/sequence_id/type',
                          keyword: 'type',
                          params: { type: schema31.properties.sequence_id.type },
                          message: 'must be string,null',
                        },
                      ];
                      return false;
                    }
                    if (errors === _errs11) {
                      if (typeof data5 === 'string') {
                        if (!pattern4.test(data5)) {
                          validate20.errors = [
                            {
                              instancePath: instancePath + '/sequence_id',
                              schemaPath: '#/properties/sequence_id/pattern',
                              keyword: 'pattern',
                              params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
                              message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
                            },
                          ];
                          return false;
                        } else {
                          if (func1(data5, 128)) {
                            validate20.errors = [
                              {
                                instancePath: instancePath + '/sequence_id',
                                schemaPath: '#/properties/sequence_id/maxLength',
                                keyword: 'maxLength',
                                params: { limit: 128 },
                                message: 'has another length',
                              },
                            ];
                            return false;
                          }
                        }
                      }
                    }
                    var valid0 = _errs11 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.send_id !== undefined) {
                      let data6 = data.send_id;
                      const _errs13 = errors;
                      if (typeof data6 !== 'string' && data6 !== null) {
                        validate20.errors = [
                          {
                            instancePath: instancePath + '/send_id',
                            schemaPath: '#/properties/send_id/type',
                            keyword: 'type',
                            params: { type: schema31.properties.send_id.type },
                            message: 'must be string,null',
                          },
                        ];
                        return false;
                      }
                      if (errors === _errs13) {
                        if (typeof data6 === 'string') {
                          if (!pattern4.test(data6)) {
                            validate20.errors = [
                              {
                                instancePath: instancePath + '/send_id',
                                schemaPath: '#/properties/send_id/pattern',
                                keyword: 'pattern',
                                params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
                                message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
                              },
                            ];
                            return false;
                          } else {
                            if (func1(data6, 128)) {
                              validate20.errors = [
                                {
                                  instancePath: instancePath + '/send_id',
                                  schemaPath: '#/properties/send_id/maxLength',
                                  keyword: 'maxLength',
                                  params: { limit: 128 },
                                  message: 'has another length',
                                },
                              ];
                              return false;
                            }
                          }
                        }
                      }
                      var valid0 = _errs13 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.contact_id !== undefined) {
                        let data7 = data.contact_id;
                        const _errs15 = errors;
                        if (typeof data7 !== 'string' && data7 !== null) {
                          validate20.errors = [
                            {
                              instancePath: instancePath + '/contact_id',
                              schemaPath: '#/properties/contact_id/type',
                              keyword: 'type',
                              params: { type: schema31.properties.contact_id.type },
                              message: 'must be string,null',
                            },
                          ];
                          return false;
                        }
                        if (errors === _errs15) {
                          if (typeof data7 === 'string') {
                            if (!pattern4.test(data7)) {
                              validate20.errors = [
                                {
                                  instancePath: instancePath + '/contact_id',
                                  schemaPath: '#/properties/contact_id/pattern',
                                  keyword: 'pattern',
                                  params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
                                  message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
                                },
                              ];
                              return false;
                            } else {
                              if (func1(data7, 128)) {
                                validate20.errors = [
                                  {
                                    instancePath: instancePath + '/contact_id',
                                    schemaPath: '#/properties/contact_id/maxLength',
                                    keyword: 'maxLength',
                                    params: { limit: 128 },
                                    message: 'has another length',
                                  },
                                ];
                                return false;
                              }
                            }
                          }
                        }
                        var valid0 = _errs15 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.occurred_at !== undefined) {
                          let data8 = data.occurred_at;
                          const _errs17 = errors;
                          if (errors === _errs17) {
                            if (errors === _errs17) {
                              if (typeof data8 === 'string') {
                                if (!formats0(data8)) {
                                  validate20.errors = [
                                    {
                                      instancePath: instancePath + '/occurred_at',
                                      schemaPath: '#/properties/occurred_at/format',
                                      keyword: 'format',
                                      params: { format: 'utc-timestamp' },
                                      message: 'must match format "' + 'utc-timestamp' + '"',
                                    },
                                  ];
                                  return false;
                                } else {
                                  if (func1(data8, 30)) {
                                    validate20.errors = [
                                      {
                                        instancePath: instancePath + '/occurred_at',
                                        schemaPath: '#/properties/occurred_at/maxLength',
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
                                    instancePath: instancePath + '/occurred_at',
                                    schemaPath: '#/properties/occurred_at/type',
                                    keyword: 'type',
                                    params: { type: 'string' },
                                    message: 'must be string',
                                  },
                                ];
                                return false;
                              }
                            }
                          }
                          var valid0 = _errs17 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.actor_class !== undefined) {
                            let data9 = data.actor_class;
                            const _errs19 = errors;
                            if (typeof data9 !== 'string') {
                              validate20.errors = [
                                {
                                  instancePath: instancePath + '/actor_class',
                                  schemaPath: '#/properties/actor_class/type',
                                  keyword: 'type',
                                  params: { type: 'string' },
                                  message: 'must be string',
                                },
                              ];
                              return false;
                            }
                            if (!(
                              data9 === 'human' ||
                              data9 === 'proxy' ||
                              data9 === 'machine' ||
                              data9 === 'unknown'
                            )) {
                              validate20.errors = [
                                {
                                  instancePath: instancePath + '/actor_class',
                                  schemaPath: '#/properties/actor_class/enum',
                                  keyword: 'enum',
                                  params: { allowedValues: schema31.properties.actor_class.enum },
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
                            if (data.confidence !== undefined) {
                              let data10 = data.confidence;
                              const _errs21 = errors;
                              if (errors === _errs21) {
                                if (typeof data10 == 'number' && isFinite(data10)) {
                                  if (data10 > 1 || isNaN(data10)) {
                                    validate20.errors = [
                                      {
                                        instancePath: instancePath + '/confidence',
                                        schemaPath: '#/properties/confidence/maximum',
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
                                          instancePath: instancePath + '/confidence',
                                          schemaPath: '#/properties/confidence/minimum',
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
                                      instancePath: instancePath + '/confidence',
                                      schemaPath: '#/properties/confidence/type',
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
                              if (data.correlation_id !== undefined) {
                                let data11 = data.correlation_id;
                                const _errs23 = errors;
                                if (errors === _errs23) {
                                  if (typeof data11 === 'string') {
                                    if (!pattern4.test(data11)) {
                                      validate20.errors = [
                                        {
                                          instancePath: instancePath + '/correlation_id',
                                          schemaPath: '#/properties/correlation_id/pattern',
                                          keyword: 'pattern',
                                          params: { pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' },
                                          message: 'must match pattern "' + '^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$' + '"',
                                        },
                                      ];
                                      return false;
                                    } else {
                                      if (func1(data11, 128)) {
                                        validate20.errors = [
                                          {
                                            instancePath: instancePath + '/correlation_id',
                                            schemaPath: '#/properties/correlation_id/maxLength',
                                            keyword: 'maxLength',
                                            params: { limit: 128 },
                                            message: 'has another length',
                                          },
                                        ];
                                        return false;
                                      }
                                    }
                                  } else {
                                    validate20.errors = [
                                      {
                                        instancePath: instancePath + '/correlation_id',
                                        schemaPath: '#/properties/correlation_id/type',
                                        keyword: 'type',
                                        params: { type: 'string' },
                                        message: 'must be string',
                                      },
                                    ];
                                    return false;
                                  }
                                }
                                var valid0 = _errs23 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.process_id !== undefined) {
                                  let data12 = data.process_id;
                                  const _errs25 = errors;
                                  if (errors === _errs25) {
                                    if (typeof data12 === 'string') {
                                      if (!pattern12.test(data12)) {
                                        validate20.errors = [
                                          {
                                            instancePath: instancePath + '/process_id',
                                            schemaPath: '#/properties/process_id/pattern',
                                            keyword: 'pattern',
                                            params: {
                                              pattern:
                                                '^outreach-execution-(campaign|sequence|send|engage)-[0-9]{8}-[0-9a-f]{8}$',
                                            },
                                            message:
                                              'must match pattern "' +
                                              '^outreach-execution-(campaign|sequence|send|engage)-[0-9]{8}-[0-9a-f]{8}$' +
                                              '"',
                                          },
                                        ];
                                        return false;
                                      } else {
                                        if (func1(data12, 64)) {
                                          validate20.errors = [
                                            {
                                              instancePath: instancePath + '/process_id',
                                              schemaPath: '#/properties/process_id/maxLength',
                                              keyword: 'maxLength',
                                              params: { limit: 64 },
                                              message: 'has another length',
                                            },
                                          ];
                                          return false;
                                        }
                                      }
                                    } else {
                                      validate20.errors = [
                                        {
                                          instancePath: instancePath + '/process_id',
                                          schemaPath: '#/properties/process_id/type',
                                          keyword: 'type',
                                          params: { type: 'string' },
                                          message: 'must be string',
                                        },
                                      ];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs25 === errors;
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
