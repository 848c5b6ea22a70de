import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { fc } from '../support/fast-check.ts';
import { expect, test } from 'vitest';
import { CsvStructure } from '../../src/exporter/csv-structure.ts';

function structureTakes(text: string, chunkBytes: number): boolean {
  const structure = new CsvStructure();
  const bytes = Buffer.from(text);
  try {
    for (let at = 0; at < bytes.length; at += chunkBytes) structure.see(bytes.subarray(at, at + chunkBytes));
    structure.finish();
    return true;
  } catch {
    return false;
  }
}

async function parserTakes(text: string): Promise<boolean> {
  const parser = Readable.from([Buffer.from(text)]).pipe(
    parse({ relax_column_count: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n'] }),
  );
  try {
    for await (const _ of parser);
    return true;
  } catch {
    return false;
  }
}

test('the first pass refuses exactly the documents that the parser cannot read to their end', async () => {
  const text = fc.array(fc.constantFrom('a', '"', '""', ',', '\n', '\r\n', '\r', 'é', '"b"', '"c\nd",'), {
    maxLength: 14,
  });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (parts, chunkBytes) => {
      expect(structureTakes(parts.join(''), chunkBytes)).toBe(await parserTakes(parts.join('')));
    }),
    { numRuns: 1_000 },
  );
});

test('a refusal names line and byte', () => {
  const structure = new CsvStructure();
  expect(() => structure.see(Buffer.from('a,b\n"x\ny",2\n3,4"5\n'))).toThrow('line 4, byte 15,');
});
