import { Readable } from 'node:stream';
import { AppError, contentError } from '../base/errors.ts';
import type { Problem } from '../base/reasons.ts';
import type { Contract, Revision } from '../contract/contract.ts';
import { pointerTo } from '../contract/json-pointer.ts';
import { fileSource } from '../contract/json/byte-source.ts';
import { DEFAULT_LIMITS } from '../contract/json/limits.ts';
import { parseStrict } from '../contract/json/parse-strict.ts';
import { fieldsToRead } from './choose-revision.ts';
import { type InputFile, type InputRecord, MAX_RECORD_BYTES, type RecordGroup } from './input-record.ts';

const READ_BYTES = 256 * 1024;
const GROUP_RECORDS = 500;

/** RFC 8259's grammar of a number, and nothing around it. */
const JSON_NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

/** What a row of the parser tells, as far as it is used here. */
interface ParsedRow {
  readonly record: readonly string[];
  readonly info: { readonly bytes: number; readonly empty_lines: number };
}

/**
 * RFC 4180 with a header that names the contract's fields, each once and in any order. A line feed alone ends a line
 * too, blank lines are no records, and a byte order mark may stand at the start, for spreadsheets put it there. Columns
 * of a later revision are read whatever is published, as they are from JSON.
 */
export async function* readCsv(input: InputFile, contract: Contract, revision: Revision): AsyncIterable<RecordGroup> {
  const fields = fieldsToRead(contract, revision);
  const rows = new RowReader(fields);
  let header: readonly string[] | undefined;
  let records: InputRecord[] = [];
  let bytesRead = 0;
  for await (const row of await parseRows(input)) {
    const place = rows.place(row);
    bytesRead = row.info.bytes;
    if (header === undefined) {
      header = checkHeader(row.record, contract, fields);
      continue;
    }
    records.push(rows.read(row.record, header, place));
    if (records.length < GROUP_RECORDS) continue;
    yield { records, bytesRead };
    records = [];
  }
  if (header === undefined) throw contentError('SCHEMA_INVALID', '', 'must have a header line');
  yield { records, bytesRead };
}

/** Throws `content` where the header is not the contract's; reads no further. */
export async function checkCsvHeader(input: InputFile, contract: Contract, revision: Revision): Promise<void> {
  for await (const _ of readCsv(input, contract, revision)) return;
}

async function parseRows(input: InputFile): Promise<AsyncIterable<ParsedRow>> {
  const { parse } = await import('csv-parse');
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n'],
    max_record_size: MAX_RECORD_BYTES,
  });
  const bytes = Readable.from(chunksOf(input), { objectMode: false });
  // The parser's own error reaches the reader of its rows; that of the file has to be handed on.
  bytes.on('error', (cause) => parser.destroy(cause));
  return bytes.pipe(parser) as AsyncIterable<ParsedRow>;
}

function* chunksOf({ fd, sizeBytes }: InputFile): Iterable<Buffer> {
  const source = fileSource(fd, sizeBytes);
  for (;;) {
    const chunk = Buffer.allocUnsafe(READ_BYTES);
    const count = source.read(chunk, 0);
    if (count === 0) return;
    yield chunk.subarray(0, count);
  }
}

/** The columns in the header's order. Throws `content`, naming every column that is wrong. */
function checkHeader(columns: readonly string[], contract: Contract, fields: Fields): readonly string[] {
  if (fields.length === 0) throw noTable(contract);
  const known = new Set(fields.map(({ name }) => name));
  const seen = new Set<string>();
  const problems: Problem[] = [];
  const report = (name: string, rule: string) =>
    problems.push({ code: 'SCHEMA_INVALID', pointer: pointerTo('', name), rule });
  for (const name of columns) {
    if (!known.has(name)) report(name, `is not a column of ${contract.name}`);
    else if (seen.has(name)) report(name, 'must stand in the header once');
    seen.add(name);
  }
  const required = fields.filter(({ type }) => type !== 'json').map(({ name }) => name);
  for (const name of required) if (!seen.has(name)) report(name, 'must stand in the header');
  if (problems.length === 0) return columns;
  const list = problems.map(({ pointer, rule }) => `${pointer.slice(1)} ${rule}`).join('; ');
  throw new AppError('content', `read the header: ${list}`, {
    reason: 'SCHEMA_INVALID',
    problems,
    hint: `name the columns ${required.join(',')}`,
  });
}

function noTable({ name }: Contract): AppError {
  const rule = `must be JSON: records of ${name} are no rows of a table`;
  return new AppError('content', `read the header: ${name} cannot be told in CSV`, {
    reason: 'SCHEMA_INVALID',
    problems: [{ code: 'SCHEMA_INVALID', pointer: '', rule }],
    hint: 'give the records as a JSON array or as JSON lines',
  });
}

type Fields = Revision['fields'];

type RowPlace = Pick<InputRecord, 'line' | 'byte'>;

class RowReader {
  readonly #types: ReadonlyMap<string, Fields[number]['type']>;
  #position = 0;
  #line = 1;
  #byte = 0;
  #emptyLines = 0;

  constructor(fields: Fields) {
    this.#types = new Map(fields.map(({ name, type }) => [name, type]));
  }

  /** Where this row starts, given that the rows come in order. Counted here: the parser's own line is a row's last. */
  place({ record, info }: ParsedRow): RowPlace {
    this.#line += info.empty_lines - this.#emptyLines;
    this.#emptyLines = info.empty_lines;
    const place = { line: this.#line, byte: this.#byte };
    this.#line +=
      1 + record.reduce((count, cell) => count + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
    this.#byte = info.bytes;
    return place;
  }

  read(cells: readonly string[], header: readonly string[], place: RowPlace): InputRecord {
    const problems: Problem[] = [];
    if (cells.length !== header.length) {
      problems.push({
        code: 'SCHEMA_INVALID',
        pointer: '',
        rule: `must have ${header.length} cells, not ${cells.length}`,
      });
    }
    const value = problems.length === 0 ? this.#object(cells, header, problems) : undefined;
    const record = { ...place, position: this.#position, value, problems, cells, json: undefined };
    this.#position += 1;
    return record;
  }

  #object(cells: readonly string[], header: readonly string[], problems: Problem[]): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    for (const [index, name] of header.entries()) {
      const cell = cells[index] ?? '';
      const type = this.#types.get(name);
      if (type !== 'json') object[name] = type === 'number' ? readNumber(cell, name, problems) : cell;
      else if (cell !== '') object[name] = readJson(cell, name, problems);
    }
    return object;
  }
}

/** What is no JSON number stays text, and the contract then says that it must be a number. */
function readNumber(cell: string, name: string, problems: Problem[]): string | number {
  if (!JSON_NUMBER.test(cell)) return cell;
  const number = Number(cell);
  if (Number.isFinite(number)) return number;
  problems.push({
    code: 'NUMBER_OUT_OF_RANGE',
    pointer: pointerTo('', name),
    rule: 'must be a number that a double can hold',
  });
  return cell;
}

/** The record around the cell is a level of its own. */
const CELL_LIMITS = { ...DEFAULT_LIMITS, maxDepth: DEFAULT_LIMITS.maxDepth - 1 };

function readJson(cell: string, name: string, problems: Problem[]): unknown {
  try {
    return parseStrict(Buffer.from(cell), CELL_LIMITS);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'content') throw thrown;
    const inCell = thrown.problems.map((problem) => ({ ...problem, pointer: pointerTo('', name) + problem.pointer }));
    problems.push(...inCell);
    return undefined;
  }
}
