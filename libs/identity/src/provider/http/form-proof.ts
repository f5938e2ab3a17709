import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Shows that this provider made a form for its subject: a sign-in whose cookie only this browser has, or a link. */
export const proofOf = (secret: string, about: string): string =>
  createHmac('sha256', secret).update(`haven form ${about}`).digest('base64url');

/** Whether the proof belongs to this form. A replaced secret is still accepted. */
export function isProof(secrets: readonly string[], about: string, given: string | undefined): boolean {
  const found = Buffer.from(given ?? '');
  return secrets.some((secret) => {
    const expected = Buffer.from(proofOf(secret, about));
    return expected.length === found.length && timingSafeEqual(expected, found);
  });
}

/** Whether a page of this provider sent the form, as far as the browser tells. An old browser does not tell; then only the proof counts. */
export function isOurs({ headers }: Pick<IncomingMessage, 'headers'>, publicUrl: string): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (origin !== undefined && origin !== publicUrl) return false;
  return site === undefined || site === 'same-origin';
}
