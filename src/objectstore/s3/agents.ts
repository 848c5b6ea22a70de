import { Agent as HttpAgent, type AgentOptions } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { lookup } from 'node:dns';
import type { LookupFunction, Socket } from 'node:net';

const CONNECT_TIMEOUT_MS = 5_000;
/** Longer without a byte in either direction, and a connection counts as dead. */
export const IDLE_TIMEOUT_MS = 30_000;

type Connect = HttpAgent['createConnection'];

/** Connections that are kept, limited in number, and give up in time whatever the server does. */
export function makeAgents(maxSockets: number): { httpAgent: HttpAgent; httpsAgent: HttpsAgent } {
  const options: AgentOptions & { lookup: LookupFunction } = {
    keepAlive: true,
    maxSockets,
    timeout: IDLE_TIMEOUT_MS,
    lookup: lookupLocal,
  };
  return { httpAgent: withTimeouts(new HttpAgent(options)), httpsAgent: withTimeouts(new HttpsAgent(options)) };
}

/** The SDK's own time-out for connecting counts the wait for a free connection too, which is no failure. */
function withTimeouts<A extends HttpAgent>(agent: A): A {
  const connect: Connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const socket = connect(options, callback);
    if (socket) giveUpInTime(socket as Socket);
    return socket;
  };
  return agent;
}

function giveUpInTime(socket: Socket): void {
  const giveUp = () =>
    socket.destroy(Object.assign(new Error('the server did not answer in time'), { code: 'ETIMEDOUT' }));
  const connecting = setTimeout(giveUp, CONNECT_TIMEOUT_MS);
  const connected = () => clearTimeout(connecting);
  socket.once('connect', connected).once('close', connected).on('timeout', giveUp);
}

/** Names under `.localhost` are this machine (RFC 6761, 6.3), also where the resolver does not know it: bucket.localhost. */
const lookupLocal: LookupFunction = (hostname, options, callback) => {
  lookup(hostname.endsWith('.localhost') ? 'localhost' : hostname, options, callback);
};
