import type { ServiceSnapshot } from '@haven/events';
import { canonicalJson } from '@haven/kernel';
import { createHash } from 'node:crypto';

/** Digest of a published entry, without its version. */
export const digestOf = (snapshot: ServiceSnapshot): string =>
  createHash('sha256')
    .update(canonicalJson({ ...snapshot, service: { ...snapshot.service, version: 0 } }))
    .digest('base64url');
