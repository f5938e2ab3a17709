import { createHash } from 'node:crypto';

/** Digest of a snapshot: equal snapshots have equal digests. */
export const digestOf = (told: object): string => createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 22);
