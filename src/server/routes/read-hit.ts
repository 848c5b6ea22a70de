import type { FastifyRequest } from 'fastify';
import type { Hit } from '../../outreach/index.ts';
import type { HubContext } from '../hub-context.ts';

const PURPOSE_HEADERS = ['sec-purpose', 'purpose', 'x-moz', 'x-purpose'] as const;

/** What of a request says who asked. The address itself goes no further than its hash. */
export function readHit(request: FastifyRequest, { deps, hashIp }: HubContext): Hit {
  const { headers, method, ip } = request;
  return {
    method,
    userAgent: headers['user-agent'],
    purposes: PURPOSE_HEADERS.flatMap((name) => headers[name] ?? []),
    ipHash: hashIp(ip),
    atMs: deps.clock.now(),
  };
}
