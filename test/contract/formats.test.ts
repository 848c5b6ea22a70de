import { fc } from '../support/fast-check.ts';
import { expect, test } from 'vitest';
import { formats, isLongerThan, isShorterThan } from '../../src/contract/formats.ts';
import { leadCardProperties, outreachContactProperties } from './schemas.ts';

const patternOf = (field: string): RegExp => new RegExp(leadCardProperties[field]?.pattern ?? 'missing', 'u');
const UUID = patternOf('lead_id');
const TIMESTAMP = patternOf('created_at');
const PLAIN_TEXT = patternOf('display_name');

/** The calendar as JavaScript has it: a day that does not exist comes back as another one. */
function isCalendarDay(text: string): boolean {
  const noon = `${text.slice(0, 10)}T12:00:00.000Z`;
  const time = Date.parse(noon);
  return !Number.isNaN(time) && new Date(time).toISOString() === noon;
}

/** A text near the format: a good one with some characters replaced, added or left out. */
function nearly(good: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const odd = fc.constantFrom(
    '0',
    '9',
    'a',
    'f',
    'g',
    'A',
    '-',
    ':',
    '.',
    'T',
    't',
    'Z',
    'z',
    ' ',
    '+',
    '\n',
    '\u0000',
    'é',
    '😀',
    '١',
  );
  const edit = fc.record({ at: fc.nat(40), remove: fc.nat(2), insert: fc.oneof(fc.constant(''), odd) });
  return fc
    .tuple(good, fc.array(edit, { maxLength: 3 }))
    .map(([text, edits]) =>
      edits.reduce((edited, { at, remove, insert }) => edited.slice(0, at) + insert + edited.slice(at + remove), text),
    );
}

const two = (max: number): fc.Arbitrary<string> => fc.nat(max).map((number) => String(number).padStart(2, '0'));
const year = fc.oneof(
  fc.constantFrom('0000', '1900', '2000', '2023', '2024', '2100'),
  fc.nat(9999).map((number) => String(number).padStart(4, '0')),
);
const timestamp = fc
  .tuple(year, two(13), two(32), two(25), two(61), two(61), fc.constantFrom('', '.', '.0', '.123456789', '.1234567890'))
  .map(
    ([y, month, day, hour, minute, second, fraction]) => `${y}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`,
  );

test('a lead-uuid is what its pattern says', () => {
  const texts = fc.oneof(
    fc.uuid(),
    nearly(fc.uuid()),
    fc.uuid().map((text) => text.toUpperCase()),
    fc.string(),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(formats['lead-uuid'](text)).toBe(UUID.test(text));
    }),
    { numRuns: 5000 },
  );
});

test('a utc-timestamp is what its pattern and the calendar say', () => {
  fc.assert(
    fc.property(fc.oneof(timestamp, nearly(timestamp), fc.string()), (text) => {
      expect(formats['utc-timestamp'](text)).toBe(TIMESTAMP.test(text) && isCalendarDay(text));
    }),
    { numRuns: 10_000 },
  );
});

test('every day of four centuries is judged as the calendar does', () => {
  for (let y = 1896; y <= 2296; y += 4) {
    for (const month of ['01', '02', '04', '12']) {
      for (const day of ['00', '01', '28', '29', '30', '31', '32']) {
        for (const text of [`${y}-${month}-${day}T00:00:00Z`, `${y + 1}-${month}-${day}T00:00:00Z`]) {
          expect(formats['utc-timestamp'](text), text).toBe(isCalendarDay(text));
        }
      }
    }
  }
});

test('plain-text is what its pattern says', () => {
  const character = fc.oneof(fc.nat(0x100), fc.nat(0xffff)).map((code) => String.fromCharCode(code));
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(character).map((characters) => characters.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(formats['plain-text'](text)).toBe(PLAIN_TEXT.test(text));
    }),
    { numRuns: 1500 },
  );
});

const MAIL_ADDRESS = new RegExp(outreachContactProperties['email']?.pattern ?? 'missing', 'u');

test('a mail-address is what its pattern says', () => {
  const texts = fc.oneof(
    fc.emailAddress(),
    nearly(fc.emailAddress()),
    nearly(fc.constantFrom('ana.diaz@bücher.example', "o'neil+x@a-b--c.de", 'a@例え.jp', 'a@b.co')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(formats['mail-address'](text)).toBe(MAIL_ADDRESS.test(text));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  'ana@localhost', 'a..b@c.de', '.a@c.de', 'a@b..c', 'a@-b.co', 'a@b-.co', 'a b@c.de', 'a@b .co', '<a@b.co>', 'a@b.co>',
  'a@b.co,c@d.de', 'a@b.co;c@d.de', '"a"@b.co', 'a@b@c.de', 'a@b.co\n', 'a\r\nBcc:x@b.co', 'a@b.co\u0000', 'a\u200b@b.co',
  'a@b\u200b.co', 'a@b\u202e.co', 'a@b。co', 'a@[127.0.0.1]', 'é@b.co', `${'a'.repeat(65)}@b.co`, '@b.co', 'a@', '',
])('%j is no mail-address', (text) => {
  expect(formats['mail-address'](text)).toBe(false);
}); // prettier-ignore

test('a long text that is nearly a mail-address is refused at once', () => {
  for (const text of [
    `a@${'b'.repeat(200_000)}`,
    `a@${'b-'.repeat(100_000)}`,
    `${'a.'.repeat(100_000)}@b.co`,
    `a@${'b.'.repeat(100_000)}`,
  ])
    expect(formats['mail-address'](text)).toBe(false);
});

test('lengths are counted in code points, at every limit', () => {
  const unit = fc.constantFrom('a', 'é', '不', '🏠', '\ud83c', '\udfe0');
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), fc.nat(12), (units, limit) => {
      const text = units.join('');
      const codePoints = Array.from(text).length;
      expect(isLongerThan(text, limit)).toBe(codePoints > limit);
      expect(isShorterThan(text, limit)).toBe(codePoints < limit);
    }),
    { numRuns: 5000 },
  );
});
