import { createHash } from 'node:crypto';

/** What was told, in short: of the same words it is the same. */
export const digestOf = (told: object): string => createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 22);
