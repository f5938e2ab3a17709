/** Where the provider is mounted. */
export const providerPath = '/oidc';

/** The console is a public client, because a browser cannot keep a secret. */
export const consoleClientId = 'haven-console';

/** The resource that clients name to get a token for the API. The tokens name the audience instead. */
export const apiResource = 'urn:haven:api';

/** The scope that a client may ask for there. */
export const apiScope = 'haven';

/** Paths on the public address to which a sign-in may return: the page itself, and a separate window for signing in again. */
export const returnPaths = ['/signed-in', '/signed-in/window'] as const;

/** The issuer in the tokens of this provider. */
export const issuerAt = (publicUrl: string): string => `${publicUrl}${providerPath}`;
