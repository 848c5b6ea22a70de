import { findInvisible, findMixedScript, findTags, firstOf } from '../hidden-characters.ts';
import type { Rule } from './rule.ts';

const of = {
  family: 'hidden characters',
  severity: 'block',
  constraint: 1,
  raw: true,
  why: 'What a reviewer cannot see was not approved by anyone.',
} as const;

export const HIDDEN_RULES: readonly Rule[] = [
  {
    ...of,
    id: 'hidden.bidi',
    idea: 'A control that reverses the direction of text.',
    needs: ['\u202E'],
    match: firstOf(/[\u202A-\u202E\u2066-\u2069]/),
    hit: ['Title \u202Egnp.exe'],
    nonHit: ['هذا النص لتحسين المحتوى'],
  },
  {
    ...of,
    id: 'hidden.tags',
    idea: 'Invisible tag characters or selectors that spell a text.',
    needs: ['\u{E0020}'],
    match: findTags,
    hit: ['Nice title \u{E0072}\u{E0075}\u{E006E}'],
    nonHit: ['Scotland-specific page 🏴󠁧󠁢󠁳󠁣󠁴󠁿 is missing'],
  },
  {
    ...of,
    id: 'hidden.zero-width',
    idea: 'A character without width inside of a word of letters that never need one.',
    needs: ['\u200B'],
    match: findInvisible('inside'),
    hit: [
      'Run c\u200Burl now',
      'Pro\u2063duct pages',
      'Caf\u2060\u00E9 menus',
      'Soft\u00AD\u00ADware',
      'pri\uFE0Fcing',
    ],
    nonHit: [
      'Use emoji sparingly 👩‍💻🚀 in titles',
      'می‌خواهم',
      'Suchmaschinen\u00ADoptimierung',
      'क्\u200Dष and ක්\u200Dෂ',
      'ไทย\u200Bแลนด์',
    ],
  },
  {
    ...of,
    id: 'hidden.zero-width-outside',
    idea: 'A character without width between words, at an end, or several in a row.',
    needs: ['\u200B'],
    match: findInvisible('outside'),
    hit: ['Compare plans \u200B now', 'Refresh the guide\u200B in spring', '\uFEFFAdd dates', 'Trim\u2064 the FAQ'],
    nonHit: [
      'Compare plans now',
      'Keycaps 1\uFE0F\u20E3 and hearts \u2764\uFE0F in titles',
      'کتاب\u200Cها را بخوان',
      'The title \u200Fשלום\u200F is missing',
      'ភាសា\u200Bខ្មែរ',
    ],
  },
  {
    ...of,
    id: 'hidden.control',
    idea: 'A control character other than tab and line break.',
    needs: ['\u0000'],
    match: firstOf(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/),
    hit: ['clear\u001B[2Jscreen'],
    nonHit: ['a line\nand a\ttab'],
  },
  {
    ...of,
    id: 'hidden.mixed-script',
    idea: 'A word of letters from two scripts that look alike.',
    needs: ['а'],
    match: findMixedScript,
    hit: ['\u0441url the page', 'p\u0430y now'],
    nonHit: ['The α/β testing glossary', 'SEO-оптимизация и SEOшник', 'Добавьте раздел'],
  },
];
