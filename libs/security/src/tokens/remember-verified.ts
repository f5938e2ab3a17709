import type { Clock } from '@haven/kernel';
import type { TokenVerifier } from './token-verifier.js';

/** A revoked key may still be accepted for this long. */
const rememberedMilliseconds = 5_000;
const rememberedMaximum = 1_000;

type Verifying = ReturnType<TokenVerifier>;

/**
 * Verifies a repeated token only every few seconds, and once for all concurrent callers: a verification costs as much as a small answer.
 */
export function rememberVerified(verify: TokenVerifier, clock: Clock): TokenVerifier {
  const remembered = new Map<string, { readonly result: Verifying; until: number }>();
  const begin = (token: string, now: number): Verifying => {
    const one = { result: verify(token), until: now + rememberedMilliseconds };
    const forget = () => void (remembered.get(token) === one && remembered.delete(token));
    one.result.then((result) => {
      if (!result.ok) forget();
      else one.until = Math.min(one.until, result.value.expiresAt.getTime());
    }, forget);
    remembered.delete(token);
    remembered.set(token, one);
    // The oldest entry comes first.
    if (remembered.size > rememberedMaximum) remembered.delete(remembered.keys().next().value!);
    return one.result;
  };
  return (token) => {
    const now = clock.now().getTime();
    const known = remembered.get(token);
    return known && now < known.until ? known.result : begin(token, now);
  };
}
