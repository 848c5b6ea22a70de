/** What verification needs of an entry. */
export interface EntryParts {
  readonly seq: unknown;
  readonly prevHash: unknown;
  readonly event: string;
  readonly correlationId: string | null;
  readonly attempt: string | null;
}

const TEXT = String.raw`"[^"\\\x00-\x1f]*"`;
const INTEGER = String.raw`-?(?:0|[1-9]\d*)`;
const DETAIL = String.raw`\{(?:${TEXT}:(?:${TEXT}|${INTEGER})(?:,${TEXT}:(?:${TEXT}|${INTEGER}))*)?\}`;

/** Every entry without an escape in its strings; its groups are correlation id, attempt, event, prev_hash and seq. */
const CANONICAL = new RegExp(
  [
    `^\\{"actor":(?:null|${TEXT})`,
    `"attempt":(?<attempt>null|${INTEGER})`,
    `"batch_id":(?:null|${TEXT})`,
    `"bytes":(?:null|${INTEGER})`,
    `"checksum":(?:null|${TEXT})`,
    `"contract":(?:null|${TEXT})`,
    `"correlation_id":(?<correlation>null|${TEXT})`,
    `"detail":(?:null|${DETAIL})`,
    `"event":"(?<event>[a-z.-]+)"`,
    `"outcome":${TEXT}`,
    `"prev_hash":"(?<prevHash>[0-9a-f]{64})"`,
    `"reason_code":(?:null|${TEXT})`,
    `"records":(?:null|${INTEGER})`,
    `"revision":(?:null|${TEXT})`,
    `"run_id":(?:null|${TEXT})`,
    `"schema_version":(?:null|${TEXT})`,
    `"seq":(?<seq>[1-9]\\d{0,14})`,
    `"source":(?:null|${TEXT})`,
    `"system":${TEXT}`,
    `"target":(?:null|${TEXT})`,
    `"transport":(?:null|${TEXT})`,
    `"ts":${TEXT}\\}$`,
  ].join(','),
);

/**
 * Undefined when the entry is no JSON object. The pattern takes a third of the time of JSON.parse; what it does not
 * match goes to JSON.parse, so that it decides nothing but the speed.
 */
export function parseEntry(entry: string): EntryParts | undefined {
  const groups = CANONICAL.exec(entry);
  if (groups === null) return parseSlowly(entry);
  const [, attempt = '', correlation = '', event = '', prevHash, seq] = groups;
  return {
    seq: Number(seq),
    prevHash,
    event,
    correlationId: correlation === 'null' ? null : correlation.slice(1, -1),
    attempt: attempt === 'null' ? null : attempt,
  };
}

function parseSlowly(entry: string): EntryParts | undefined {
  const fields = parseObject(entry);
  if (fields === undefined) return undefined;
  const { seq, prev_hash: prevHash, event, correlation_id: correlationId, attempt } = fields;
  return { seq, prevHash, event: String(event), correlationId: textOf(correlationId), attempt: textOf(attempt) };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    // Not an error of ours: an entry that is no JSON is exactly what verification looks for.
    return undefined;
  }
}
