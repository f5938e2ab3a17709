import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Shows that a form is one of ours, for what it is about: a sign-in that only this browser has the cookie of, or a link. */
export const proofOf = (secret: string, about: string): string =>
  createHmac('sha256', secret).update(`haven form ${about}`).digest('base64url');

/** Whether the proof is one of this form; a secret that was replaced still counts. */
export function isProof(secrets: readonly string[], about: string, given: string | undefined): boolean {
  const found = Buffer.from(given ?? '');
  return secrets.some((secret) => {
    const expected = Buffer.from(proofOf(secret, about));
    return expected.length === found.length && timingSafeEqual(expected, found);
  });
}

/** Whether a form was sent from a page of ours, as far as the browser says; an old one says nothing, and has the proof alone. */
export function isOurs({ headers }: Pick<IncomingMessage, 'headers'>, publicUrl: string): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (origin !== undefined && origin !== publicUrl) return false;
  return site === undefined || site === 'same-origin';
}
