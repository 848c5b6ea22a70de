/** Letters of other scripts and the Latin letters that they pass for. */
const LOOKALIKES: readonly (readonly [foreign: string, latin: string])[] = [
  ['АВЕЅІЈКМНОРСТУХԚԜҮԁեа', 'ABESIJKMHOPCTYXQWYdea'],
  ['авеѕіјкмнорстухԛԝүһӏԁгпи', 'abesijkmhopctyxqwyhldrnu'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺ', 'ABEZHIKMNOPTYXCM'],
  ['αβγεηικνορστυχωϲϳμ', 'abyenikvopotuxwcju'],
  ['ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ', 'ABCDEGHIJKLMPRSTVWZ'],
  ['օսոսհցզյꭰıɡɑʀɪɴ', 'ounuhgqjDigarin'],
];

const LATIN_OF = new Map(
  LOOKALIKES.flatMap(([foreign, latin]) =>
    Array.from(foreign).map((letter, at) => [letter, latin[at] ?? letter] as const),
  ),
);

const FOREIGN = new RegExp(`[${[...LATIN_OF.keys()].join('')}]`, 'g');
const COMBINING = /[\u0300-\u036F\u0334-\u0338\u20D0-\u20F0]/g;

/** The text as a careless eye reads it. */
export function foldConfusables(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(COMBINING, '')
    .replaceAll(FOREIGN, (letter) => LATIN_OF.get(letter) ?? letter);
}
