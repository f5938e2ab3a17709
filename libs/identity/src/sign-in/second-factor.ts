import { Secret, TOTP } from 'otpauth';

const period = 30;
/** Steps accepted before and after, because the clocks of phones differ. */
const drift = 1;

/** A new secret, in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** The address that an authenticator app reads. */
export const uriOf = (secret: string, name: string): string => totpOf(secret, name).toString();

/** The step of this code, at most one away from now; null: the code is not valid now. A step must be used only once. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const delta = totpOf(secret, '').validate({ token: digits, window: drift, timestamp: now.getTime() });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: 'Haven', label, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) });
