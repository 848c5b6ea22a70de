/** What a document says. `JSON.parse` is asked for single tokens only, because it misreads some escaped keys. */
export function referenceValue(bytes: Uint8Array): unknown {
  return naiveParse(Buffer.from(bytes).toString(), Infinity, new Set());
}

/**
 * What strict JSON means, written as plainly as possible and sharing nothing with the reader: the set of reasons
 * for which a document may be refused. Empty means that it must be accepted.
 */
export function referenceReasons(bytes: Uint8Array, maxDepth: number): Set<string> {
  if (bytes.length === 0) return new Set(['EMPTY_FILE']);
  const reasons = new Set<string>();
  if (startsWithMark(bytes) || !isDecodable(bytes)) reasons.add('ENCODING_INVALID');
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const value = naiveParse(text, maxDepth, reasons);
  if (!isParsable(text)) reasons.add('JSON_INVALID');
  if (reasons.size === 0 && (typeof value !== 'object' || value === null || Array.isArray(value))) {
    reasons.add('ENVELOPE_INVALID');
  }
  return reasons;
}

function startsWithMark(bytes: Uint8Array): boolean {
  const first = [...bytes.subarray(0, 4)];
  return first.includes(0) || ['239,187,191', '255,254', '254,255'].some((mark) => first.join(',').startsWith(mark));
}

function isDecodable(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isParsable(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

class SyntaxProblem extends Error {}

/** Recursive descent with regular expressions. Notes every fault up to the first syntax error. */
function naiveParse(text: string, maxDepth: number, reasons: Set<string>): unknown {
  let at = 0;
  function take(pattern: RegExp): string | undefined {
    const match = new RegExp(pattern, 'y');
    match.lastIndex = at;
    const found = match.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  }
  const space = () => take(/[ \t\r\n]*/);
  function must(pattern: RegExp): string {
    space();
    const found = take(pattern);
    if (found === undefined) throw new SyntaxProblem();
    return found;
  }
  function string(): string {
    const token = must(/"(?:[^"\\]|\\.)*"/s);
    if (!isParsable(token)) throw new SyntaxProblem();
    const value = JSON.parse(token) as string;
    if (!value.isWellFormed()) reasons.add('LONE_SURROGATE');
    return value;
  }
  function list(close: RegExp, item: () => void): void {
    space();
    if (take(close) !== undefined) return;
    for (;;) {
      item();
      space();
      if (take(close) !== undefined) return;
      must(/,/);
    }
  }
  function value(depth: number): unknown {
    space();
    if ('{['.includes(text[at] ?? '?') && depth > maxDepth) reasons.add('TOO_DEEP');
    if (text[at] === '"') return string();
    if (take(/\[/) !== undefined) {
      const items: unknown[] = [];
      list(/\]/, () => items.push(value(depth + 1)));
      return items;
    }
    if (take(/\{/) !== undefined) {
      const entries = new Map<string, unknown>();
      list(/\}/, () => {
        const key = string();
        if (entries.has(key)) reasons.add('DUPLICATE_KEY');
        must(/:/);
        entries.set(key, value(depth + 1));
      });
      return Object.fromEntries(entries);
    }
    const token = must(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/);
    if (!/^[tfn]/.test(token) && !Number.isFinite(Number(token))) reasons.add('NUMBER_OUT_OF_RANGE');
    return JSON.parse(token);
  }
  try {
    const whole = value(1);
    space();
    if (at < text.length) throw new SyntaxProblem();
    return whole;
  } catch (thrown) {
    if (!(thrown instanceof SyntaxProblem)) throw thrown;
    reasons.add('JSON_INVALID');
    return undefined;
  }
}
