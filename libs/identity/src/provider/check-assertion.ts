import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import { lives } from './lives.js';

/** What a service account signs must be for us alone and be over soon; oidc-provider has checked key, name, time and repetition. */
export function checkAssertion(ctx: KoaContextWithOIDC, claims: Readonly<Record<string, unknown>>): void {
  const { aud, iat, exp } = claims;
  const token = `${ctx.oidc.issuer}/token`;
  if (aud !== ctx.oidc.issuer && aud !== token)
    throw new errors.InvalidClientAuth('aud must be the issuer or its token endpoint, and nothing else');
  if (typeof iat !== 'number' || typeof exp !== 'number' || exp - iat > lives.assertionMaximum)
    throw new errors.InvalidClientAuth(`an assertion needs iat and lives ${lives.assertionMaximum} seconds at most`);
}
