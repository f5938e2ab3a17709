import { Secret, TOTP } from 'otpauth';

const period = 30;
/** Steps before and after: clocks of phones differ. */
const drift = 1;

/** A new secret, in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads. */
export const uriOf = (secret: string, name: string): string => totpOf(secret, name).toString();

/** The step whose code this is, one at most away from now; null: it is no code of this time. A step must count once only. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const delta = totpOf(secret, '').validate({ token: digits, window: drift, timestamp: now.getTime() });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: 'Haven', label, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) });
