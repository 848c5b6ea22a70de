export type { Database, EngineTraits, Queries, Module, Row, Transaction, Value } from './port.ts';
export { migrate } from './migrate.ts';
export { openDatabase, type OpenOptions } from './open.ts';
export { claimStamp, readStamp, stampModule, type Role, type Stamp } from './stamp.ts';
