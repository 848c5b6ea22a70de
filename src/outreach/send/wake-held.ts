import { isoTime } from '../../base/clock.ts';
import type { HubDeps } from '../context.ts';
import { type EnrollmentRow, findEnrollment, moveEnrollment } from '../enrollment-table.ts';

/** Of one look; the others wait for the next. */
const MAX_ENROLLMENTS = 500;

/** Goes on with those who were away until a date that has come. The number of them. */
export async function wakeHeld(deps: Pick<HubDeps, 'clock' | 'database'>): Promise<number> {
  const held = await deps.database.query<EnrollmentRow>(
    `select * from enrollments where state = 'held' and held_until <= $1 order by enrollment_id limit $2`,
    [isoTime(deps.clock.now()), MAX_ENROLLMENTS],
  );
  for (const { enrollment_id: id } of held) {
    await deps.database.transaction(async (tx) => {
      const enrollment = await findEnrollment(tx, id);
      if (enrollment?.state === 'held') await moveEnrollment(tx, deps, enrollment, 'active');
    });
  }
  return held.length;
}
