/**
 * RFC 8785 once more, written from its text and not from ours: members sorted by UTF-16 code units, ECMAScript's
 * numbers, the short escapes and otherwise \\u00xx below U+0020, no space.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '0' : String(value);
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = new Map(Object.entries(value as object));
  const names = [...members.keys()].sort(byCodeUnits);
  return `{${names.map((name) => `${quote(name)}:${canonicalJson(members.get(name))}`).join(',')}}`;
}

function byCodeUnits(a: string, b: string): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const difference = a.charCodeAt(at) - b.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const SHORT: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function quote(text: string): string {
  let quoted = '"';
  for (const unit of text.split('')) {
    const code = unit.charCodeAt(0);
    quoted += SHORT[unit] ?? (code < 0x20 ? `\\u${code.toString(16).padStart(4, '0')}` : unit);
  }
  return `${quoted}"`;
}
