import { expect, test } from 'vitest';
import {
  contractNamed,
  contractOfHeader,
  contracts,
  judgeHeader,
  judgeVersion,
  leadCardBatch,
} from '../../src/contract/index.ts';
import type { Header, HeaderQuestion, HeaderVerdict } from '../../src/contract/index.ts';
import { header, without } from './leads.ts';

function judge(value: unknown, changes: Partial<HeaderQuestion> = {}): HeaderVerdict {
  return judgeHeader({
    header: value as Header,
    hasRecords: true,
    contract: leadCardBatch,
    system: 'nextier-execution',
    fileName: 'sxp_2026_01_11_001',
    side: 'consumer',
    ...changes,
  });
}

function outcome(value: unknown, changes: Partial<HeaderQuestion> = {}): string {
  const verdict = judge(value, changes);
  return verdict.verdict === 'accepted'
    ? 'accepted'
    : `${verdict.verdict} ${verdict.code} ${verdict.problems[0]?.pointer}`;
}

test('a good header is accepted with its identity and revision', () => {
  expect(judge(header())).toEqual({
    verdict: 'accepted',
    identity: leadCardBatch.identify(header()),
    revision: leadCardBatch.revisions.at(-1),
  });
});

test('a document that is no object breaks the envelope', () => {
  for (const value of [null, [], [header()], 'text', 7, undefined])
    expect(outcome(value)).toBe('refused ENVELOPE_INVALID ');
});

test('a document of another contract breaks the envelope here', () => {
  expect(outcome(header({ handoffVersion: '1.0.0' }))).toBe('refused ENVELOPE_INVALID ');
  expect(outcome(header({ contract: 'engagement-signal-batch' }))).toBe('refused ENVELOPE_INVALID ');
  expect(outcome(header({ contract: null }))).toBe('refused ENVELOPE_INVALID ');
  expect(outcome(header({ contract: 'lead-card-batch' }))).toBe('accepted');
});

test('a greater major is held, whatever else is wrong with the document', () => {
  expect(outcome({ schema_version: 'v2' })).toBe('held VERSION_NEWER /schema_version');
  expect(outcome(header({ schema_version: 'v2', batch_id: 'x' }), { hasRecords: false })).toBe(
    'held VERSION_NEWER /schema_version',
  );
});

test('a version that never was is refused; a missing one breaks the envelope', () => {
  for (const word of ['v0', '1', 'V1', 'v01', 'v1.0', ' v1', 'v1\n', 'v-2', 'v2 ', '', 1, 2, null, ['v1'], {}]) {
    expect(outcome(header({ schema_version: word })), JSON.stringify(word)).toBe(
      'refused VERSION_UNKNOWN /schema_version',
    );
  }
  expect(outcome(without(header(), 'schema_version'))).toBe('refused ENVELOPE_INVALID /schema_version');
});

test('a version word is known, newer or unknown', () => {
  expect(judgeVersion(leadCardBatch, 'v1')).toEqual({ verdict: 'known', revision: leadCardBatch.revisions.at(-1) });
  for (const word of ['v2', 'v10', `v${'9'.repeat(400)}`]) {
    expect(judgeVersion(leadCardBatch, word)).toEqual({ verdict: 'VERSION_NEWER' });
  }
});

test('of two revisions with one word the newest reads', () => {
  const [first] = leadCardBatch.revisions;
  const newer = { ...first!, version: '1.1.0' };
  expect(judgeVersion({ ...leadCardBatch, revisions: [first!, newer] }, 'v1')).toEqual({
    verdict: 'known',
    revision: newer,
  });
});

test('a batch for another system is skipped, even when it is broken; a malformed target is refused', () => {
  expect(outcome(header({ target: 'outreach-global' }))).toBe('skipped OTHER_TARGET /target');
  expect(outcome(header({ target: 'outreach-global', batch_id: '../x' }), { hasRecords: false })).toBe(
    'skipped OTHER_TARGET /target',
  );
  for (const target of ['../nextier', 'Nextier', '', 'x', null, 7, ['outreach-global']]) {
    expect(outcome(header({ target, batch_id: '../x' })), JSON.stringify(target)).toBe(
      'refused ENVELOPE_INVALID /target',
    );
  }
});

test('without a polling system any target will do', () => {
  expect(outcome(header({ target: 'outreach-global' }), { system: undefined })).toBe('accepted');
});

test('the batch id is judged before the name of the file, the name before the rest of the envelope', () => {
  const worse = { source: '../x' };
  expect(outcome(header({ ...worse, batch_id: 'SXP' }))).toBe('refused BATCH_ID_INVALID /batch_id');
  expect(outcome(header({ ...worse, batch_id: 'sxp_2026_01_11_002' }))).toBe('refused NAME_MISMATCH /batch_id');
  expect(outcome(header(worse))).toBe('refused ENVELOPE_INVALID /source');
  expect(outcome(header({ batch_id: 'sxp_2026_01_12_001' }), { fileName: 'sxp_2026_01_12_001' })).toBe(
    'refused BATCH_ID_INVALID /batch_id',
  );
});

test('a document without a file has no name to mismatch', () => {
  expect(outcome(header({ batch_id: 'sxp_2026_01_11_002' }), { fileName: undefined })).toBe('accepted');
});

test('a document without records breaks the envelope', () => {
  expect(outcome(header(), { hasRecords: false })).toBe('refused ENVELOPE_INVALID /records');
});

test('a refusal says who it was from as far as that could be read', () => {
  const verdict = judge(header({ source: 7, batch_id: 'x'.repeat(1000), schema_version: 'v0' }));
  expect(verdict.verdict === 'refused' && verdict.identity).toEqual({
    schemaVersion: 'v0',
    target: 'nextier-execution',
    createdAt: '2026-01-11T18:22:00Z',
  });
});

test('contracts are found by their name and by what a document says', () => {
  expect(contracts()).toContain(leadCardBatch);
  expect(contractNamed('lead-card-batch')).toBe(leadCardBatch);
  expect(contractNamed('constructor')).toBeUndefined();
  expect(contractOfHeader({})).toBe(leadCardBatch);
  expect(contractOfHeader({ contract: 'nobody-knows' })).toBeUndefined();
});
