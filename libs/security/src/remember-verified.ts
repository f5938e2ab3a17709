import { ok, type Clock } from '@haven/kernel';
import type { TokenVerifier, VerifiedToken } from './token-verifier.js';

/** A key that its provider has revoked may still count for this long. */
const rememberedMilliseconds = 5_000;
const rememberedMaximum = 1_000;

/** Verifies a repeated token only every few seconds: verifying costs as much as a small answer. */
export function rememberVerified(verify: TokenVerifier, clock: Clock): TokenVerifier {
  const remembered = new Map<string, { readonly verified: VerifiedToken; readonly until: number }>();
  return async (token) => {
    const now = clock.now().getTime();
    const known = remembered.get(token);
    if (known && now < known.until) return ok(known.verified);
    remembered.delete(token);
    const result = await verify(token);
    if (!result.ok) return result;
    const until = Math.min(now + rememberedMilliseconds, result.value.expiresAt.getTime());
    remembered.set(token, { verified: result.value, until });
    // The oldest comes first.
    if (remembered.size > rememberedMaximum) remembered.delete(remembered.keys().next().value!);
    return result;
  };
}
