import type { FastifyInstance } from 'fastify';
import type { HubContext } from '../hub-context.ts';

/** `/healthz`: the process answers. `/readyz`: it can work, its database answers too. */
export function addHealth(app: FastifyInstance, { deps }: HubContext): void {
  const config = { answers: 'json' } as const;
  app.get('/healthz', { config }, async () => ({ status: 'ok' }));
  app.get('/readyz', { config }, async () => {
    await deps.database.query('select 1 as one');
    return { status: 'ready' };
  });
}
