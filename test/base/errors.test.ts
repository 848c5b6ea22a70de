import { expect, test } from 'vitest';
import { AppError, classOf, codeOf, contentError, ERRORS, type ErrorCode, messageOf } from '../../src/base/errors.ts';
import { REASONS } from '../../src/base/reasons.ts';

const EXITS: Record<string, number> = {
  transient: 75,
  config: 78,
  usage: 2,
  internal: 70,
  changed: 1,
  gone: 1,
  fenced: 1,
  content: 1,
  refused: 1,
};

test.each(Object.entries(ERRORS))('the code %s has the exit code of its class and an HTTP status', (_, error) => {
  expect(error.exit).toBe(EXITS[error.class]);
  expect(error.status).toBeGreaterThanOrEqual(400);
  expect(error.status).toBeLessThan(600);
});

test('what a caller may try again is 503, what is its own fault is 4xx, what is ours is 500', () => {
  for (const { class: kind, status } of Object.values(ERRORS)) {
    if (kind === 'transient') expect(status).toBe(503);
    else if (kind === 'config' || kind === 'internal') expect(status).toBe(500);
    else expect(Math.floor(status / 100)).toBe(4);
  }
});

test('an error keeps its code, cause, hint, reason and problems', () => {
  const cause = new Error('below');
  const problems = [{ code: 'EMPTY_FILE', pointer: '', rule: 'not empty' }] as const;
  const error = new AppError('content', 'read x', { cause, hint: 'look', reason: 'EMPTY_FILE', problems });
  expect(error).toMatchObject({
    name: 'AppError',
    code: 'content',
    message: 'read x',
    hint: 'look',
    reason: 'EMPTY_FILE',
  });
  expect(error.cause).toBe(cause);
  expect(error.problems).toEqual(problems);
  const bare = new AppError('busy', 'write');
  expect(bare).toMatchObject({ hint: undefined, reason: undefined, problems: [] });
  expect('cause' in bare).toBe(false);
});

test('whatever is not ours is internal', () => {
  for (const thrown of [new Error('x'), new TypeError('x'), { code: 'busy' }, 'busy', undefined, null]) {
    expect([codeOf(thrown), classOf(thrown)]).toEqual(['internal', 'internal']);
  }
  for (const code of Object.keys(ERRORS) as ErrorCode[]) {
    expect([codeOf(new AppError(code, 'x')), classOf(new AppError(code, 'x'))]).toEqual([code, ERRORS[code].class]);
  }
});

test('anything that was thrown has a message', () => {
  expect([new Error('x'), 'text', undefined].map(messageOf)).toEqual(['x', 'text', 'undefined']);
});

test('a content error names its reason, place and rule, and the document by words when it is the whole', () => {
  const error = contentError('SCHEMA_INVALID', '/records/3/username', 'is not a string');
  expect(error).toMatchObject({ code: 'content', reason: 'SCHEMA_INVALID' });
  expect(error.message).toBe('SCHEMA_INVALID at /records/3/username: is not a string');
  expect(error.problems).toEqual([{ code: 'SCHEMA_INVALID', pointer: '/records/3/username', rule: 'is not a string' }]);
  expect(contentError('JSON_INVALID', '', 'ends early').message).toBe('JSON_INVALID at (document): ends early');
});

test('every reason has a verdict and a meaning in words', () => {
  const verdicts = ['quarantined', 'held', 'skipped', 'duplicate', 'alert', 'refused'];
  for (const [code, { verdict, meaning }] of Object.entries(REASONS)) {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(verdicts).toContain(verdict);
    expect(meaning).toMatch(/^[A-Za-z].{10,}[^.]$/);
  }
});
