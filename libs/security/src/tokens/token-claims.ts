import type { JWTPayload } from 'jose';
import { isRole, Role } from '../caller.js';

/** Which claims of a provider's tokens give role and organization. A dot leads into a claim. */
export interface ClaimNames {
  readonly role: string;
  readonly organization: string;
}

/** The names that Haven's own issuers use. */
export const usualClaims: ClaimNames = { role: 'haven_role', organization: 'haven_organization' };

/** The value of a claim. A claim whose whole name matches comes before one that dots lead to. */
function claimOf(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  return name
    .split('.')
    .reduce<unknown>((inside, part) => (isRecord(inside) && Object.hasOwn(inside, part) ? inside[part] : undefined), payload);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/**
 * The role that the token gives; null if it gives none or several, because Haven does not guess which one counts. Providers may list roles
 * of other systems beside it.
 */
export function roleIn(payload: JWTPayload, { role: name }: ClaimNames): Role | null {
  const claim = claimOf(payload, name);
  const said: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  const roles = new Set(said.filter(isRole));
  return roles.size === 1 ? [...roles][0]! : null;
}

/** The organization that the token names; null if it names none; undefined if the claim is invalid. */
export function organizationIn(payload: JWTPayload, { organization: name }: ClaimNames): string | null | undefined {
  const claim = claimOf(payload, name) ?? null;
  const one: unknown = Array.isArray(claim) && claim.length === 1 ? claim[0] : claim;
  return one === null || (typeof one === 'string' && one !== '') ? one : undefined;
}
