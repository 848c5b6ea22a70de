export type { Database, EngineTraits, Module, OpenOptions, Queries, Row, Transaction, Value } from './port.ts';
export { migrate } from './migrate.ts';
export { openDatabase } from './open.ts';
export { claimStamp, readStamp, stampModule, type Role, type Stamp } from './stamp.ts';
