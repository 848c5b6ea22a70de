import { expect, test } from 'vitest';
import { weighBytes } from '../../src/poller/weigh-bytes.ts';

const READ = { sha256: 'read', md5: 'read', bytes: 1 };
const ANOTHER = 'another';

test.each([
  ['a stated SHA-256 that agrees', { statedSha256: 'read', remote: true, statedMd5: ANOTHER }, true, false],
  ['one that does not, for the first time', { statedSha256: ANOTHER, remote: true }, false, true],
  ['one that does not, in a folder too', { statedSha256: ANOTHER }, false, true],
  ['one that does not, and the read before was another', { statedSha256: ANOTHER, lastReadMd5: ANOTHER }, false, true],
  ['one that does not, and the read before was the same', { statedSha256: ANOTHER, lastReadMd5: 'read' }, true, true],
  ['the MD5 of the store', { statedSha256: undefined, remote: true, statedMd5: 'read' }, true, false],
  ['another MD5, for the first time', { statedSha256: undefined, remote: true, statedMd5: ANOTHER }, false, true],
  [
    'another MD5, and the read before was another',
    { statedSha256: undefined, remote: true, statedMd5: ANOTHER, lastReadMd5: ANOTHER },
    false,
    true,
  ],
  [
    'another MD5, and the read before was the same: a store that encrypts',
    { statedSha256: undefined, remote: true, statedMd5: ANOTHER, lastReadMd5: 'read' },
    true,
    false,
  ],
  ['nothing, over a network', { statedSha256: undefined, remote: true }, false, false],
  [
    'nothing, over a network, twice the same',
    { statedSha256: undefined, remote: true, lastReadMd5: 'read' },
    true,
    false,
  ],
  [
    'nothing, and the read before was another',
    { statedSha256: undefined, remote: true, lastReadMd5: ANOTHER },
    false,
    true,
  ],
  ['nothing, read where it lies', { statedSha256: undefined, remote: false }, true, false],
] as const)('%s', (_, vouchers, certain, mismatch) => {
  const weighed = weighBytes(vouchers, READ);
  expect([weighed.certain, weighed.mismatch !== undefined]).toEqual([certain, mismatch]);
});
