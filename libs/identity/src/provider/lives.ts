/** How long things count, in seconds. */
export const lives = {
  /** A stolen access token is of no use after it; the verifier takes ten minutes at most. */
  accessToken: 5 * 60,
  serviceToken: 10 * 60,
  code: 60,
  /** From the first page of a sign-in to its last. */
  signIn: 15 * 60,
  idle: 60 * 60,
  absolute: 12 * 60 * 60,
  /** Of what a service account signs to identify itself. */
  assertionMaximum: 120,
} as const;

/** How long a session goes on from now: an hour without use, twelve hours since the password was typed. */
export function sessionLife(signedInAt: number | undefined, now: number): number {
  if (signedInAt === undefined) return lives.signIn;
  return Math.max(1, Math.min(lives.idle, signedInAt + lives.absolute - now));
}
