/** Where the provider is mounted. */
export const providerPath = '/oidc';

/** The console: a public client, since a browser keeps no secret. */
export const consoleClientId = 'haven-console';

/** What the API is called when a client asks for a token for it; the tokens name the audience instead. */
export const apiResource = 'urn:haven:api';

/** What a client may ask for there. */
export const apiScope = 'haven';

/** Addresses on the public one that a sign-in may return to: of the page itself, and of a window of its own for signing in again. */
export const returnPaths = ['/signed-in', '/signed-in/window'] as const;

/** The issuer that tokens of this provider name. */
export const issuerAt = (publicUrl: string): string => `${publicUrl}${providerPath}`;
