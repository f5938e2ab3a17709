/**
 * What tokens of the embedded issuer say and the API expects. The name is fixed and not an address: a token must hold
 * whatever port the server listens on. `.localhost` never leaves the machine (RFC 6761).
 */
export const embeddedTokens = { issuer: 'http://haven.localhost', audience: 'haven-api' } as const;
