import { createHash, randomBytes } from 'node:crypto';

/** Hours for which a link is valid. */
export const linkHours = 24;

/** An unguessable token. Only its {@link hashOfToken} is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A fast hash is enough, because the token cannot be guessed. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
