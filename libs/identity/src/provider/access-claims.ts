import type { Role } from '@haven/security';

/** Claims of an access token about its owner, under the names that every Haven process reads. */
export interface AccessClaims {
  readonly haven_role: Role;
  readonly haven_organization?: string;
}

/** The claims for a role and an organization (null: none). */
export const accessClaims = ({ role, organizationId }: { role: Role; organizationId: string | null }): AccessClaims => ({
  haven_role: role,
  ...(organizationId !== null && { haven_organization: organizationId }),
});
