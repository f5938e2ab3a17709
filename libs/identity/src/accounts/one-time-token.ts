import { createHash, randomBytes } from 'node:crypto';

/** Hours for which a link counts. */
export const linkHours = 24;

/** A token that nobody guesses. Only {@link hashOfToken} of it is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Nothing slower is needed: there is nothing to guess. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
