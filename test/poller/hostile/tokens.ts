import { bytesOf } from './tree.ts';

/** Numbers as they may be written, some of which are none. What is a number and lies between 0 and 1 is a score. */
export const NUMBERS: readonly string[] = [
  '0', '1', '-0', '0.0', '1.0', '1e0', '1E-2', '1e-2', '0.1e-5', '0e0', '0E+1', '-0e-0', '5e-324', '1e-400',
  '0.1234567890123456789012345678901234567890', '1.0000000000000001', '1.0000000000000002', '0.9999999999999999999',
  `0.${'3'.repeat(400)}`, `0.${'0'.repeat(400)}1`, `${'0.1'}${'0'.repeat(300)}e-1`, '1e-99999999999999999999',
  '1E+2', '-1', '2', '9007199254740993', '-9223372036854775809', '18446744073709551616', '9'.repeat(308), '1e308',
  '1e400', '-1e400', '9'.repeat(400), '1e99999999999999999999', '0.1e309999',
  '01', '-01', '00', '+1', '.5', '1.', '1.e1', '1e', '1e+', '-', '--1', '0x1', '0b1', '0o7', '1_0', '1n', '0.5f',
  'NaN', '-NaN', 'Infinity', '-Infinity', '1,0', '1 0', '"0.5"', 'null', 'true', bytesOf('１'), bytesOf('٣'),
]; // prettier-ignore

/** Values of other types, and what is no value. */
export const VALUES: readonly string[] = [
  'null', 'true', 'false', '""', '" "', '[]', '{}', '[[]]', '[null]', '{"":{}}', '[1,2,3]', '[1,]', '[,1]', '{,}',
  '{"a":1,}', '{"a"}', '{a:1}', "'a'", 'undefined', 'None', 'True', 'nul', 'nulll', 'tru', '/**/1', '1//', '#',
  '[{"deal":1}]', '{"a":[[{"Campaign":{}}]]}',
  '[[{"__proto__":{}}]]', '{"a":{"constructor":1}}', '[{"ideal":1,"stages":2}]', '"x"', '"tiktok"', '"tiktok | threads | x"', '"0b8f6c1e-52a4-4c1d-9a67-3f1e2d4c5b6a"',
  '"0B8F6C1E-52A4-4C1D-9A67-3F1E2D4C5B6A"', '"urn:uuid:0b8f6c1e-52a4-4c1d-9a67-3f1e2d4c5b6a"', '""""', '"a', 'a"', '',
]; // prettier-ignore

/** What the members of an envelope might say, by the member. */
export const HEADER_VALUES: Readonly<Record<string, readonly string[]>> = {
  '"schema_version"': [
    '"v1"', '"\\u0076\\u0031"', '"v2"', '"v10"', '"v99999999999999999999"', `"v${'9'.repeat(400)}"`, '"v0"', '"v01"', '"V1"',
    '"v1 "', '"v1\\u0000"', '"1"', '1', '"1.0.0"', '"../v1"', '["v1"]', '{"toString":"v1"}', 'null', '""',
  ],
  '"target"': [
    '"nextier-execution"', '"outreach-global"', '"outreach\\u002dglobal"', `"${'a'.repeat(63)}"`, `"${'a'.repeat(64)}"`,
    '"NEXTIER-EXECUTION"', '"../nextier-execution"', '"nextier-execution/"', '"nextier-execution\\n"', '"outreach-global\\n"',
    bytesOf('"nextier‐execution"'), '"__proto__"', '["outreach-global"]', 'null', '""',
  ],
  '"source"': ['"social-xpress-engine"', '"someone-else"', '"../x"', '"x"', '"constructor"', '1', 'null', '""'],
  '"created_at"': [
    '"2026-01-11T18:22:00Z"', '"2026-01-11T18:22:00.123456789Z"', '"2026-01-11T18:22:00.1234567890Z"', '"2026-01-11T18:22:00.Z"',
    '"2026-01-12T00:00:00Z"', '"2026-02-29T00:00:00Z"', '"2026-01-11T18:22:00+00:00"', '"2026-01-11T23:59:60Z"',
    '"2026-01-11T24:00:00Z"', '"2026-01-11t18:22:00z"', '"2026-01-11 18:22:00Z"', '"0000-01-01T00:00:00Z"', '"2026-01-11"',
    bytesOf('"２026-01-11T18:22:00Z"'), '1768155720', 'null', '""',
  ],
  '"batch_id"': [
    '"sxp_2026_01_11_001"', '"sxp\\u005f2026_01_11_001"', '"sxp_2026_01_11_002"', '"abc_2026_01_11_001"', '"sxp_2026_01_12_001"',
    '"sxp_2026_13_40_001"', '"sxp_2026_01_11_01"', '"sxp_2026_01_11_0000001"', '"SXP_2026_01_11_001"', '"../sxp_2026_01_11_001"',
    '"sxp_2026_01_11_001.json"', '"sxp_2026_01_11_001\\n"', '"sxp_2026_01_11_001\\u0000"', bytesOf('"sxp_2026_01_11_００１"'),
    '"__proto__"', '["sxp_2026_01_11_001"]', '1', 'null', '""',
  ],
}; // prettier-ignore

const MOON = '\u{1f31d}';

/** Strings, valid and not, around the 256 characters that a name may have. */
export const TEXTS: readonly string[] = [
  '""', '"a"', `"${'a'.repeat(256)}"`, `"${'a'.repeat(257)}"`,
  ...[255, 256, 257].flatMap((count) => [
    bytesOf(`"${MOON.repeat(count)}"`),
    `"${'\\ud83c\\udf1d'.repeat(count)}"`,
    bytesOf(`"${'é'.repeat(count)}"`),
    `"${'\\u00e9'.repeat(count)}"`,
    bytesOf(`"${MOON.repeat(count - 1)}a"`),
  ]),
  ...[127, 128, 129].map((count) => bytesOf(`"${'e\u0301'.repeat(count)}"`)),
  ...['\u2028', '\u2029', '\u200b', '\u202e', '\ufeff', '\ufffe', '\uffff', '\u{1fffe}', '\u{10ffff}', '\ud7ff', '\ue000']
    .map((text) => bytesOf(`"a${text}b"`)),
  ...['\u0000', '\u0001', '\u001f', '\u007f', '\u0080', '\u009f'].flatMap((text) => [
    bytesOf(`"a${text}b"`),
    `"a\\u${(text.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}b"`,
  ]),
  '"\\n"', '"\\t\\r"', '"\\b\\f"', '"\\/"', '"\\""', '"\\\\"', '"\\\\\\""', '"\\u0022"', '"\\u005c"', '"\\u002F"',
  '"\\u0041"', '"\\u00E9"', '"\\uFFFF"', '"\\ufeff"', '"a\\u0000"', '"\\ud83c\\udf1d"', '"\\uD83C\\uDF1D"',
  '"\\ud83c"', '"\\udf1d"', '"\\udf1d\\ud83c"', '"\\ud83c\\ud83c\\udf1d"', '"\\ud83cx\\udf1d"', '"\\ud83c\\u0041"',
  '"\\ud83c\\n"', bytesOf('"\\ud83c\u{1f31d}"'), '"\\ud83\\udf1d"', '"\\u"', '"\\u12"', '"\\u12g4"', '"\\x41"', '"\\a"',
  '"\\U0041"', '"\\0"', '"\\', '"\\"', '"\\ "', '"a\nb"', '"a\rb"', '"a\tb"', "'a'", '"a""b"', '"a"b"',
  '"\xed\xa0\x80"', '"\xed\xb0\x80"', '"\xed\xa0\xbc\xed\xbc\x9d"', '"\xc0\x80"', '"\xc0\xaf"', '"\xc1\xbf"',
  '"\xe0\x80\xaf"', '"\xe0\x9f\xbf"', '"\xf0\x80\x80\xaf"', '"\xf0\x8f\xbf\xbf"', '"\xf4\x90\x80\x80"',
  '"\xf5\x80\x80\x80"', '"\xf8\x88\x80\x80\x80"', '"\xfc\x84\x80\x80\x80\x80"', '"\xfe"', '"\xff"', '"\x80"', '"\xbf"',
  '"\xc3"', '"\xc3("', '"\xe2\x82"', '"\xe2\x82("', '"\xf0\x9f\x8c"', '"\xf0\x9f\x8c("', '"\xe9"', '"\xef\xbb\xbfa"',
]; // prettier-ignore

/** Names that mean something to somebody: to JavaScript, to the contract, to the other side of the boundary. */
export const NAMES: readonly string[] = [
  '""', '" "', '"x"', '"__proto__"', '"constructor"', '"prototype"', '"toString"', '"valueOf"', '"hasOwnProperty"',
  '"__defineGetter__"', '"then"', '"toJSON"', '"length"', '"0"', '"-1"', '"4294967295"', '"records"', '"Records"',
  '"batch_id"', '"batch_id "', '"lead_id"', '"leadId"', '"schema_version"', '"target"', '"source"', '"contract"',
  '"handoffVersion"', '"created_at"', '"username"', '"extra"', '"enrichment"', '"call_at"', '"CALL_AT"', '"assignee"',
  '"stage"', '"stages"', '"campaign_id"', '"Campaign"', '"campaig"', '"pipeline"', '"pipelines_of_the_week"', '"deal"',
  '"dealer"', '"ideal"', '"\\u0063ampaign"', '"\\u005f_proto__"', '"\\u0072ecords"', '"lead\\u005fid"', '"\\ud800"',
  '"\\""', '"\\\\"', '"a\\/b"', '"\\u0000"', '"},{"', '"]}"', bytesOf('"é"'), bytesOf('"e\u0301"'), '"\xff"', 'x', '1',
  'null', "'x'", '"x', '',
]; // prettier-ignore

/** Bytes that are put somewhere: structure, marks, what looks like white space, what other dialects allow. */
export const SCRAPS: readonly string[] = [
  ',', ':', '"', '\\', '{', '}', '[', ']', '},{', '},', ']}', '],', '{}', '[]', ',,', ', ,', '}{', '} {', '][',
  ' ', '\n', '\r\n', '\t', ' \n\t\r ', '\f', '\v', '\b', '\0', '\x1f', '\x7f', '\xa0', bytesOf('\u00a0'), bytesOf('\u2028'),
  bytesOf('\u3000'), bytesOf('\ufeff'), '\xff\xfe', '\xfe\xff', '\xc3', '\x80', '\xed\xa0\x80', '//x\n', '/*x*/', '#x\n',
  '<!-- -->', ')]}\'\n', '\x1e', 'NaN', '0', '1', '-', 'e', 'E5', '.', '+', 'n', 'null', 'true,', '"x":1,', ',"x":1',
  ',"records":[]', ',"records":1', ',"\\u0072ecords":[]', '"__proto__":{},', '"deal":1,', '\\u', '\\ud800', '\\u0000', '\\"',
]; // prettier-ignore
