/** Lifetimes in seconds. */
export const lives = {
  /** After it, a stolen access token is useless. The verifier accepts ten minutes at most. */
  accessToken: 5 * 60,
  serviceToken: 10 * 60,
  code: 60,
  /** From the first page of a sign-in to its last. */
  signIn: 15 * 60,
  idle: 60 * 60,
  absolute: 12 * 60 * 60,
  /** Lifetime of a service account's assertion. */
  assertionMaximum: 120,
} as const;

/** How long a session lasts from now: an hour without use, twelve hours since the sign-in. */
export function sessionLife(signedInAt: number | undefined, now: number): number {
  if (signedInAt === undefined) return lives.signIn;
  return Math.max(1, Math.min(lives.idle, signedInAt + lives.absolute - now));
}
