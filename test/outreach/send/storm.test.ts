import { expect, test } from 'vitest';
import { outreachStorm } from '../../torture/outreach-storm.ts';

// The same with 1,500 recipients: npm run torture:outreach.
test('120 recipients, workers killed again and again, mails lost after the dot: nobody mailed twice, nobody lost', async () => {
  const storm = await outreachStorm({ recipients: 120, concurrency: 16, seed: 7 });
  expect(storm).toMatchObject({ recipients: 120, mailedTwice: 0, lost: 0, failed: 0 });
  expect(storm.kills).toBeGreaterThan(1);
}, 240_000);
