export { openStore, type OpenStoreOptions, parseStoreUrl } from './open.ts';
export { payloadOf, payloadOfFile } from './payload.ts';
export type { Metadata, ObjectHead, ObjectInfo, ObjectStore, OpenObject, Payload } from './port.ts';
export { type FolderWatcher, watchFolder } from './watch-folder.ts';
