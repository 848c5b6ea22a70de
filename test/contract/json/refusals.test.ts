import { expect, test } from 'vitest';
import { openArray } from '../../../src/contract/json/array-reader.ts';
import { openBatch } from '../../../src/contract/json/batch-reader.ts';
import { memorySource } from '../../../src/contract/json/byte-source.ts';
import { DEFAULT_LIMITS, type JsonLimits } from '../../../src/contract/json/limits.ts';
import { parseStrict } from '../../../src/contract/json/parse-strict.ts';
import { chunkedSource, leadCard, readAll, refusalOf } from './documents.ts';

/** The refusal of a batch; every way of cutting it up must agree. */
function refuse(document: string | Uint8Array, limits: JsonLimits = DEFAULT_LIMITS) {
  const bytes = Buffer.from(document);
  const refusals = [1, 3, 1 << 20].map((maxChunk) => {
    const tuning = { windowBytes: maxChunk * 16, groupBytes: maxChunk * 8 };
    return refusalOf(() => readAll(openBatch(chunkedSource(bytes, maxChunk), { limits, tuning })));
  });
  refusals.push(refusalOf(() => readAll(openBatch(memorySource(bytes), { limits }))));
  expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
  return refusals[0];
}

const RECORDS = '{"a":1,"records":[{"b":1},{"b":2}]}';

test('the documents of these cases are accepted before they are broken', () => {
  expect(refuse(RECORDS)).toBeUndefined();
});

const WHOLE: [name: string, document: string | Uint8Array, reason: string, pointer?: string][] = [
  ['no bytes', '', 'EMPTY_FILE'],
  ['a byte order mark', `\uFEFF${RECORDS}`, 'ENCODING_INVALID'],
  ['UTF-16, little endian', Buffer.from(RECORDS, 'utf16le'), 'ENCODING_INVALID'],
  ['UTF-16, big endian', Buffer.from(RECORDS, 'utf16le').swap16(), 'ENCODING_INVALID'],
  ['UTF-16 with its mark', Buffer.from(`\uFEFF${RECORDS}`, 'utf16le'), 'ENCODING_INVALID'],
  ['UTF-16 with the other mark', Buffer.from(`\uFEFF${RECORDS}`, 'utf16le').swap16(), 'ENCODING_INVALID'],
  ['white space only', ' \n', 'JSON_INVALID'],
  ['an array', '[{"a":1},2]', 'ENVELOPE_INVALID'],
  ['a string', '"a"', 'ENVELOPE_INVALID'],
  ['a number', '12', 'ENVELOPE_INVALID'],
  ['null', ' null ', 'ENVELOPE_INVALID'],
  ['an array with a repeated key', '[{"a":1,"a":2}]', 'DUPLICATE_KEY', '/0'],
  ['an array and more', '[] x', 'JSON_INVALID'],
  ['a number that goes on', '12 3', 'JSON_INVALID'],
  ['two documents', '{}{}', 'JSON_INVALID'],
  ['a document and a byte', `${RECORDS}x`, 'JSON_INVALID'],
  ['a document and a NUL', `${RECORDS}\0`, 'JSON_INVALID'],
  ['no end', RECORDS.slice(0, -1), 'JSON_INVALID'],
  ['no end of the records', '{"records":[{"b":1}', 'JSON_INVALID', '/records'],
  ['no end of a record', '{"records":[{"b":1', 'JSON_INVALID', '/records/0'],
  ['a comma before the end', '{"a":1,}', 'JSON_INVALID'],
  ['a comma at the start', '{,"a":1}', 'JSON_INVALID'],
  ['no comma between members', '{"a":1 "b":2}', 'JSON_INVALID'],
  ['no colon', '{"a" 1}', 'JSON_INVALID'],
  ['a key without quotes', '{a:1}', 'JSON_INVALID'],
  ['a comment', '{"a":1}//', 'JSON_INVALID'],
  ['a comma behind the last record', '{"records":[{"b":1},]}', 'JSON_INVALID', '/records/1'],
  ['a comma before the first record', '{"records":[,{"b":1}]}', 'JSON_INVALID', '/records/0'],
  ['two commas between records', '{"records":[{"b":1},,{"b":1}]}', 'JSON_INVALID', '/records/1'],
  ['no comma between records', '{"records":[{"b":1}{"b":1}]}', 'JSON_INVALID', '/records'],
  ['records closed by a brace', '{"records":[{"b":1}}', 'JSON_INVALID', '/records'],
  ['a repeated member', '{"a":1,"b":2,"a":1}', 'DUPLICATE_KEY', '/a'],
  ['a second records', '{"records":[{"b":1}],"records":[]}', 'DUPLICATE_KEY', '/records'],
  ['a second records, escaped', '{"records":[{"b":1}],"\\u0072ecords":1}', 'DUPLICATE_KEY', '/records'],
  ['an unpaired surrogate as a member', '{"\\ud800":1}', 'LONE_SURROGATE'],
  ['a byte of Latin-1 between members', Buffer.from('{"a":1,\xe9"b":2}', 'latin1'), 'ENCODING_INVALID'],
  ['a letter between members', '{"a":1,é"b":2}', 'JSON_INVALID'],
  ['an end inside of a character', Buffer.from('{"a":"€').subarray(0, -1), 'ENCODING_INVALID', '/a'],
];

test.each(WHOLE)('%s is refused', (_name, document, reason, pointer = '') => {
  expect(refuse(document)).toEqual({ reason, pointer });
});

/** Each stands as a value in the header, in a record of the first group, in a later one, and alone in memory. */
const VALUES: [name: string, latin1Text: string, reason: string][] = [
  ['NaN', 'NaN', 'JSON_INVALID'],
  ['Infinity', '-Infinity', 'JSON_INVALID'],
  ['a leading zero', '01', 'JSON_INVALID'],
  ['a leading plus', '+1', 'JSON_INVALID'],
  ['a number without digits', '-', 'JSON_INVALID'],
  ['a number that starts with a dot', '.5', 'JSON_INVALID'],
  ['a number that ends in a dot', '1.', 'JSON_INVALID'],
  ['an exponent without digits', '1e+', 'JSON_INVALID'],
  ['a hexadecimal number', '0x10', 'JSON_INVALID'],
  ['a misspelt literal', 'nul', 'JSON_INVALID'],
  ['a literal in capitals', 'True', 'JSON_INVALID'],
  ['single quotes', "'a'", 'JSON_INVALID'],
  ['a control character', '"a\x01b"', 'JSON_INVALID'],
  ['a line break in a string', '"a\nb"', 'JSON_INVALID'],
  ['an unknown escape', '"\\x41"', 'JSON_INVALID'],
  ['a short unicode escape', '"\\u12"', 'JSON_INVALID'],
  ['brackets that cross', '[{"a":[}]]', 'JSON_INVALID'],
  ['a trailing comma in an array', '[1,]', 'JSON_INVALID'],
  ['a trailing comma in an object', '{"a":1,}', 'JSON_INVALID'],
  ['no-break space', '\xc2\xa01', 'JSON_INVALID'],
  ['nothing', '', 'JSON_INVALID'],
  ['1e400', '1e400', 'NUMBER_OUT_OF_RANGE'],
  ['-1e999', '[[-1e999]]', 'NUMBER_OUT_OF_RANGE'],
  ['400 digits', '9'.repeat(400), 'NUMBER_OUT_OF_RANGE'],
  ['a repeated key', '{"a":"x","a":"x"}', 'DUPLICATE_KEY'],
  ['a repeated key, escaped', '{"a":1,"\\u0061":2}', 'DUPLICATE_KEY'],
  ['a repeated key far down', '[{"b":[{"a":{},"c":{},"a":[]}]}]', 'DUPLICATE_KEY'],
  ['a repeated __proto__', '{"__proto__":1,"__proto__":2}', 'DUPLICATE_KEY'],
  ['a repeated key beside a string of escaped quotes', '{"c":"\\"\\"","a":1,"a":2}', 'DUPLICATE_KEY'],
  ['a high surrogate alone', '"\\ud83d"', 'LONE_SURROGATE'],
  ['a low surrogate alone', '"a\\uDE00b"', 'LONE_SURROGATE'],
  ['surrogates in the wrong order', '"\\ude00\\ud83d"', 'LONE_SURROGATE'],
  ['a lone surrogate in a key', '{"\\uD83D":1}', 'LONE_SURROGATE'],
  ['Latin-1', '"caf\xe9"', 'ENCODING_INVALID'],
  ['an overlong slash', '"\xc0\xaf"', 'ENCODING_INVALID'],
  ['an overlong character of three bytes', '"\xe0\x80\xaf"', 'ENCODING_INVALID'],
  ['a surrogate in UTF-8', '"\xed\xa0\x80"', 'ENCODING_INVALID'],
  ['a character behind the last', '"\xf4\x90\x80\x80"', 'ENCODING_INVALID'],
  ['a continuation alone', '"\x80"', 'ENCODING_INVALID'],
  ['a character cut short', '"\xe2\x82"', 'ENCODING_INVALID'],
  ['bytes that UTF-8 never has', '"\xff"', 'ENCODING_INVALID'],
  ['31 levels', `${'['.repeat(31)}${']'.repeat(31)}`, 'TOO_DEEP'],
  ['31 levels and no end', '[{"a":'.repeat(16), 'TOO_DEEP'],
];

test.each(VALUES)('%s is refused wherever it stands', (_name, text, reason) => {
  const many = Array.from({ length: 100 }, (_, index) => JSON.stringify(leadCard(index))).join(',');
  const places: [document: string, pointer: string][] = [
    [`{"x":[0,${text}],"records":[]}`, '/x'],
    [`{"records":[],"x":[0,${text}]}`, '/x'],
    [`{"records":[{"x":${text}},{"y":1}]}`, '/records/0'],
    [`{"records":[${many},{"x":${text}},${many}]}`, '/records/100'],
  ];
  for (const [document, pointer] of places) {
    expect(refuse(Buffer.from(document, 'latin1'))).toEqual({ reason, pointer });
  }
  const alone = Buffer.from(`[[0,${text}]]`, 'latin1');
  expect(refusalOf(() => parseStrict(alone))?.reason).toBe(reason);
  expect(refusalOf(() => openArray(memorySource(alone)).nextGroup())?.reason).toBe(reason);
});

test('30 levels in a record, 31 in the header and 32 in memory are the most', () => {
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  expect(refuse(`{"x":${nested(31)},"records":[${nested(30)}]}`)).toBeUndefined();
  expect(refuse(`{"x":${nested(32)},"records":[]}`)).toEqual({ reason: 'TOO_DEEP', pointer: '/x' });
  expect(refuse(`{"records":[${nested(31)}]}`)).toEqual({ reason: 'TOO_DEEP', pointer: '/records/0' });
  expect(refusalOf(() => parseStrict(Buffer.from(nested(32))))).toBeUndefined();
  expect(refusalOf(() => parseStrict(Buffer.from(nested(33))))?.reason).toBe('TOO_DEEP');
});

test.each([10_000, 10_000_000])('%i levels are refused without a stack for them', (levels) => {
  for (const open of ['[', '{"a":']) {
    const bytes = Buffer.from(open.repeat(levels));
    expect(refusalOf(() => readAll(openBatch(memorySource(bytes))))?.reason).toBe('TOO_DEEP');
    expect(refusalOf(() => parseStrict(bytes))?.reason).toBe('TOO_DEEP');
  }
  const inRecord = Buffer.from(`{"records":[${'['.repeat(levels)}`);
  expect(refuse(inRecord)).toEqual({ reason: 'TOO_DEEP', pointer: '/records/0' });
  const whole = Buffer.from(`${'['.repeat(10_000)}${']'.repeat(10_000)}`);
  expect(refuse(whole)?.reason).toBe('TOO_DEEP');
});

const SMALL = { ...DEFAULT_LIMITS, maxRecordBytes: 10, maxHeaderBytes: 40, maxDocumentBytes: 200 };

test('a record of the largest size is taken and one byte more is refused, whatever its type', () => {
  for (const [fits, over] of [
    ['{"a":1234}', '{"a":12345}'],
    ['1234567890', '12345678901'],
    ['"12345678"', '"123456789"'],
  ]) {
    expect(refuse(`{"records":[1, ${fits} ,2]}`, SMALL)).toBeUndefined();
    expect(refuse(`{"records":[1, ${over} ,2]}`, SMALL)).toEqual({ reason: 'TOO_LARGE', pointer: '/records/1' });
    expect(refuse(`{"records":[1,${over}`, SMALL)).toEqual({ reason: 'TOO_LARGE', pointer: '/records/1' });
  }
});

test('white space between records counts as neither record nor header', () => {
  expect(refuse(`{"records":[1${' '.repeat(100)},${'\n'.repeat(50)}2]}`, SMALL)).toBeUndefined();
});

test('the bytes outside of records are counted before and behind, up to the very limit', () => {
  const records = '[{"a":1},{"a":2},{"a":3}]';
  const before = '{"h":"12345678901234567890","records":';
  expect(refuse(`${before}${records} }`, SMALL)).toBeUndefined();
  expect(refuse(`${before}${records}  }`, SMALL)?.reason).toBe('TOO_LARGE');
  expect(refuse(`${before}${records} } `, SMALL)?.reason).toBe('TOO_LARGE');
  expect(refuse(`{"records":${records},"h":"123456789012345678901"}`, SMALL)).toBeUndefined();
  expect(refuse(`{"records":${records},"h":"1234567890123456789012"}`, SMALL)?.reason).toBe('TOO_LARGE');
  expect(refuse(`{"h":"${'x'.repeat(40)}","records":[]}`, SMALL)).toEqual({ reason: 'TOO_LARGE', pointer: '/h' });
  expect(refuse(`{"records":"${'x'.repeat(40)}"}`, SMALL)).toEqual({ reason: 'TOO_LARGE', pointer: '/records' });
});

test('a document over its limit is refused, also when its size was not known', () => {
  const large = Buffer.from(`{"records":[${'1,'.repeat(100)}1]}`);
  expect(refuse(large, SMALL)).toEqual({ reason: 'TOO_LARGE', pointer: '' });
  const unknown = { ...chunkedSource(large, 7), sizeBytes: 0 };
  expect(refusalOf(() => readAll(openBatch(unknown, { limits: SMALL })))?.reason).toBe('TOO_LARGE');
  expect(refusalOf(() => parseStrict(large, SMALL))?.reason).toBe('TOO_LARGE');
});

test('a large array that is no batch is read to its end and called no envelope', () => {
  const cards = Array.from({ length: 3000 }, (_, index) => leadCard(index));
  expect(refuse(JSON.stringify(cards))).toEqual({ reason: 'ENVELOPE_INVALID', pointer: '' });
});

test('an array reader refuses what is not one array', () => {
  const reasonOf = (text: string) => refusalOf(() => openArray(memorySource(Buffer.from(text))).nextGroup())?.reason;
  expect(reasonOf('{"records":[]}')).toBe('ENVELOPE_INVALID');
  expect(reasonOf('')).toBe('EMPTY_FILE');
  expect(reasonOf(' ')).toBe('JSON_INVALID');
  expect(reasonOf('\uFEFF[]')).toBe('ENCODING_INVALID');
  expect(reasonOf('[] []')).toBe('JSON_INVALID');
  expect(reasonOf('[]')).toBeUndefined();
});

test('a document in memory is one value, neither none nor two', () => {
  const reasonOf = (text: string) => refusalOf(() => parseStrict(Buffer.from(text)))?.reason;
  expect(['1,2', '{},{}', ' ', '1]', '],['].map(reasonOf)).toEqual(Array.from({ length: 5 }, () => 'JSON_INVALID'));
  expect(reasonOf('')).toBe('EMPTY_FILE');
  expect(parseStrict(Buffer.from(' {"a":[1]} '))).toEqual({ a: [1] });
});
