import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import { lives } from './lives.js';

/**
 * The assertion of a service account must be for this issuer alone and short-lived. oidc-provider has checked key, name, time and reuse.
 */
export function checkAssertion(ctx: KoaContextWithOIDC, claims: Readonly<Record<string, unknown>>): void {
  const { aud, iat, exp } = claims;
  const token = `${ctx.oidc.issuer}/token`;
  if (aud !== ctx.oidc.issuer && aud !== token)
    throw new errors.InvalidClientAuth('aud must be the issuer or its token endpoint, and nothing else');
  if (typeof iat !== 'number' || typeof exp !== 'number' || exp - iat > lives.assertionMaximum)
    throw new errors.InvalidClientAuth(`an assertion needs iat and may live ${lives.assertionMaximum} seconds at most`);
}
