/**
 * Issuer and audience of the embedded issuer's tokens, which the API expects. The name is fixed and not an address, because a token must be
 * valid on whatever port the server listens. `.localhost` never leaves the machine (RFC 6761).
 */
export const embeddedTokens = { issuer: 'http://haven.localhost', audience: 'haven-api' } as const;
