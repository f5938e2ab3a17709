import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** The keys of an identity provider, read from their address. */
export interface KeySet {
  readonly find: JWTVerifyGetKey;
  /** Whether the keys are known. Reads them if they are not. */
  known(): Promise<boolean>;
}

/** How long keys stay valid here. */
export interface KeySetTimes {
  /** Keys are read again after this time, so a revoked key stays valid for this long. */
  readonly freshMilliseconds: number;
  /** Keys stay valid for this much longer while the provider does not answer: its restart must lock nobody out. */
  readonly spareMilliseconds: number;
}

const usual: KeySetTimes = { freshMilliseconds: 600_000, spareMilliseconds: 3_600_000 };
/** Pause after a failed read while older keys are still valid. */
const againMilliseconds = 10_000;

/** Reads the keys when a token needs them, and again when they are old or a token names an unknown key. */
export function remoteKeySet(address: string, { freshMilliseconds, spareMilliseconds }: KeySetTimes = usual): KeySet {
  const remote = createRemoteJWKSet(new URL(address), { cacheMaxAge: freshMilliseconds });
  let spareUntil = 0;
  let nextTry = 0;
  const note = () => remote.fresh && (spareUntil = Date.now() + freshMilliseconds + spareMilliseconds);
  /** null: no key is valid any more. */
  const findSpare = async (...[header, token]: Parameters<JWTVerifyGetKey>) => {
    const keys = remote.jwks();
    if (!keys || remote.fresh || Date.now() >= spareUntil) return null;
    return createLocalJWKSet(keys)(header, token).catch(() => null);
  };
  const find = async (...asked: Parameters<JWTVerifyGetKey>) => {
    const known = Date.now() < nextTry ? await findSpare(...asked) : null;
    if (known) return known;
    try {
      return await remote(...asked);
    } catch (error) {
      const spare = saysNothingOfToken(error) ? await findSpare(...asked) : null;
      if (!spare) throw error;
      nextTry = Date.now() + againMilliseconds;
      return spare;
    } finally {
      note();
    }
  };
  const known = async () => {
    if (!remote.jwks()) await remote.reload().catch(() => undefined);
    note();
    return remote.jwks() !== undefined;
  };
  return { find, known };
}

/** A key set that cannot be fetched or read surfaces as a network error or as jose's generic one. */
export const saysNothingOfToken = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC' || error instanceof errors.JWKSTimeout;
