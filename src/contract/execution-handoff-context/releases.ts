import type { Release } from '../contract.ts';

/** A context names its version as semver, in full. */
export const RELEASES: readonly Release[] = [{ version: '1.0.0', schemaVersion: '1.0.0' }];
