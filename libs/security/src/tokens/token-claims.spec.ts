import { describe, expect, it } from '@jest/globals';
import { organizationIn, roleIn, usualClaims } from './token-claims.js';

const keycloak = { role: 'realm_access.roles', organization: 'organization' };

describe('claims of a token', () => {
  it.each([
    ['the own claim', { haven_role: 'HOTLINE' }, usualClaims, 'HOTLINE'],
    ['small letters', { haven_role: 'hotline' }, usualClaims, null],
    [
      'a list inside a claim, with roles of other systems',
      { realm_access: { roles: ['offline_access', 'CASEWORKER'] } },
      keycloak,
      'CASEWORKER',
    ],
    ['the same role twice', { realm_access: { roles: ['AUDITOR', 'AUDITOR'] } }, keycloak, 'AUDITOR'],
    [
      'a claim whose own name contains dots',
      { 'https://ngo.example/role': 'PROVIDER' },
      { ...keycloak, role: 'https://ngo.example/role' },
      'PROVIDER',
    ],
    ['two roles: nobody guesses', { realm_access: { roles: ['HOTLINE', 'COORDINATOR'] } }, keycloak, null],
    ['no role of Haven', { realm_access: { roles: ['admin'] } }, keycloak, null],
    ['nothing there', {}, keycloak, null],
    ['another form', { haven_role: { hotline: true } }, usualClaims, null],
    ['a property that every object has', { haven_role: 'x' }, { ...usualClaims, role: 'constructor.name' }, null],
  ])('%s', (_, payload, names, role) => expect(roleIn(payload, names)).toBe(role));

  it.each([
    [{ haven_organization: 'org-1' }, usualClaims, 'org-1'],
    [{}, usualClaims, null],
    [{ haven_organization: null }, usualClaims, null],
    [{ organization: ['org-1'] }, keycloak, 'org-1'],
    [{ organization: ['org-1', 'org-2'] }, keycloak, undefined],
    [{ organization: '' }, keycloak, undefined],
    [{ organization: 7 }, keycloak, undefined],
    // Properties that every object has are not claims.
    [{}, { ...keycloak, organization: 'constructor' }, null],
  ])('name the organization of %j', (payload, names, organization) => expect(organizationIn(payload, names)).toBe(organization));
});
