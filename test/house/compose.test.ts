import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSettings } from '../../src/cli/settings.ts';
import { ROOT } from './copy-of-the-tree.ts';

const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');

interface Service {
  readonly image?: string;
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const { services } = parse(text) as { readonly services: Readonly<Record<string, Service>> };

test('every service has an image and listens on this machine alone', () => {
  expect(Object.keys(services).length).toBeGreaterThan(0);
  for (const { image, ports } of Object.values(services)) {
    expect(image).toMatch(/^[a-z0-9./-]+:[\w.-]+$/);
    for (const port of ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  }
});

test('what its head tells people to export names ports, keys and a store that are there', async () => {
  const said = Object.fromEntries(
    [...text.matchAll(/(AWS_\w+|HANDOFF_\w+)=('[^']*'|\S+)/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll("'", ''),
    ]),
  );
  const published = Object.values(services).flatMap(({ ports }) => (ports ?? []).map((port) => port.split(':')[1]));
  const store = new URL(said['HANDOFF_STORE'] ?? '');
  for (const url of [store.searchParams.get('endpoint') ?? '', said['HANDOFF_SMTP'] ?? '']) {
    expect(published).toContain(new URL(url).port);
  }
  expect(said['AWS_ACCESS_KEY_ID']).toBe(services['minio']?.environment?.['MINIO_ROOT_USER']);
  expect(said['AWS_SECRET_ACCESS_KEY']).toBe(services['minio']?.environment?.['MINIO_ROOT_PASSWORD']);
  const settings = await readSettings('consumer', {}, said);
  expect(settings.store).toBe(said['HANDOFF_STORE']);
});
