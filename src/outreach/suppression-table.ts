import { isoTime } from '../base/clock.ts';
import type { Queries, Transaction } from '../database/port.ts';
import type { Actor, MoverDeps, Trace } from './context.ts';
import { domainOf } from './email-address.ts';
import { newId } from './process-id.ts';
import type { SuppressionReason } from './tables/engagement-tables.ts';

export interface SuppressionRow {
  readonly id: string;
  /** `global`: one address. `domain`: all of a domain. `outreach`: all of a company, by its outreach id. */
  readonly scope: 'global' | 'domain' | 'outreach';
  readonly key_norm: string;
  readonly reason: SuppressionReason;
  readonly source_send_id: string | null;
  readonly expires_at: string | null;
  readonly created_at: string;
  readonly correlation_id: string | null;
  readonly process_id: string | null;
}

export interface NewSuppression {
  readonly scope: SuppressionRow['scope'];
  readonly key: string;
  readonly reason: SuppressionReason;
  readonly actor: Actor;
  readonly sendId?: string | null;
  readonly expiresAt?: string | null;
  /** Undefined where nobody's evaluation is concerned: an operator's own decision. */
  readonly trace?: Trace | undefined;
}

/** True when it is new. Whoever is suppressed stays so: a later one never shortens it. */
export async function suppress(tx: Transaction, { audit, clock }: MoverDeps, wanted: NewSuppression): Promise<boolean> {
  const id = newId(clock.now());
  const inserted = await tx.run(
    `insert into suppressions (id, scope, key_norm, reason, source_send_id, expires_at, created_at, correlation_id, process_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (scope, key_norm) do update set reason = excluded.reason, expires_at = excluded.expires_at
      where suppressions.expires_at is not null
        and (excluded.expires_at is null or excluded.expires_at > suppressions.expires_at)`,
    [
      id,
      wanted.scope,
      wanted.key,
      wanted.reason,
      wanted.sendId ?? null,
      wanted.expiresAt ?? null,
      isoTime(clock.now()),
      wanted.trace?.correlation_id ?? null,
      wanted.trace?.process_id ?? null,
    ],
  );
  if (inserted === 0) return false;
  await audit.append(tx, {
    event: 'suppression.added',
    outcome: 'success',
    actor: wanted.actor,
    correlation_id: wanted.trace?.correlation_id ?? null,
    detail: { suppression_id: id, scope: wanted.scope, reason: wanted.reason },
  });
  return true;
}

/** Lifted by an operator. False when there was none. */
export async function unsuppress(
  tx: Transaction,
  { audit }: MoverDeps,
  which: { readonly scope: SuppressionRow['scope']; readonly key: string; readonly actor: Actor },
): Promise<boolean> {
  const gone = await tx.query<{ id: string }>(
    'delete from suppressions where scope = $1 and key_norm = $2 returning id',
    [which.scope, which.key],
  );
  for (const { id } of gone) {
    await audit.append(tx, {
      event: 'suppression.lifted',
      outcome: 'success',
      actor: which.actor,
      detail: { suppression_id: id, scope: which.scope },
    });
  }
  return gone.length > 0;
}

/** Why nobody writes to this contact; undefined when somebody may. */
export async function suppressionOf(
  queries: Queries,
  who: { readonly emailNorm: string; readonly outreachId: string },
  nowIso: string,
): Promise<SuppressionRow | undefined> {
  const [row] = await queries.query<SuppressionRow>(
    `select * from suppressions
      where ((scope = 'global' and key_norm = $1) or (scope = 'domain' and key_norm = $2)
          or (scope = 'outreach' and key_norm = $3))
        and (expires_at is null or expires_at > $4)
      order by scope limit 1`,
    [who.emailNorm, domainOf(who.emailNorm), who.outreachId, nowIso],
  );
  return row;
}
