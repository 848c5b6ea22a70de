const SPACE = new Set(' \t\r\n');

export interface Sizes {
  /** Bytes outside of the array `records`, white space included. */
  readonly header: number;
  /** Bytes of each of its elements, without the white space around. */
  readonly records: readonly number[];
}

/** Of a document that is known to be strict JSON and an object. Written for the eye, not for speed. */
export function sizesOf(document: Uint8Array): Sizes {
  const text = Buffer.from(document).toString('latin1');
  const array = recordsArray(text);
  if (array === undefined) return { header: text.length, records: [] };
  const { start, end } = array;
  return { header: text.length - (end - start), records: elementsOf(text.slice(start + 1, end - 1)) };
}

/** Where the value of `records` starts and ends, if it is an array. */
function recordsArray(text: string): { start: number; end: number } | undefined {
  let name = '';
  for (let at = text.indexOf('{') + 1; at < text.length;) {
    const character = text[at] ?? '';
    if (character === '"' && name === '') {
      const end = stringEnd(text, at);
      name = JSON.parse(text.slice(at, end)) === 'records' ? 'records' : 'other';
      at = end;
    } else if (character === ',' || character === '}') {
      name = '';
      at += 1;
    } else if (character === ':' || SPACE.has(character)) {
      at += 1;
    } else {
      const end = valueEnd(text, at);
      if (name === 'records') return character === '[' ? { start: at, end } : undefined;
      at = end;
    }
  }
  return undefined;
}

function elementsOf(text: string): number[] {
  const sizes: number[] = [];
  for (let at = 0; at < text.length;) {
    if (text[at] === ',' || SPACE.has(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const end = valueEnd(text, at);
    sizes.push(end - at);
    at = end;
  }
  return sizes;
}

function valueEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length;) {
    const character = text[at] ?? '';
    if (depth === 0 && at > start && (',]}'.includes(character) || SPACE.has(character))) return at;
    if (character === '"') {
      at = stringEnd(text, at);
      continue;
    }
    if ('[{'.includes(character)) depth += 1;
    if (']}'.includes(character)) depth -= 1;
    at += 1;
  }
  return text.length;
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
