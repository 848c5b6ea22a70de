import { expect, test } from 'vitest';
import {
  expectHandedOver,
  expectNobodyBlamed,
  fillInbox,
  makeFaultyWorld,
  pollOutcome,
  pollUntilDone,
} from './store-faults-world.ts';

test('bytes that are hurt when a later run reads them again for the archive are no other bytes', async () => {
  const faulty = await makeFaultyWorld();
  const { world, proxy } = faulty;
  const inbox = await fillInbox(faulty, 11);
  proxy.setRules([{ call: 'put', fault: { kind: 'reset' } }]);
  await pollOutcome(faulty);
  expect(await world.count(`select count(*) from file where state = 'committed'`)).toBe(5);
  proxy.setRules([{ call: 'get', key: /exports/, fault: { kind: 'flip-down' } }]);
  expect(await world.poll()).toMatchObject({ alerts: 0, superseded: 0, quarantined: 1 });
  expect(await world.count(`select count(*) from file where state in ('committed', 'quarantining')`)).toBe(6);
  await expectNobodyBlamed(faulty, [inbox]);
  await pollUntilDone(faulty);
  await expectHandedOver(faulty, [inbox]);
});
