// Who is calling.
export { Role } from './caller.js';
export type { Caller } from './caller.js';
export { createTokenVerifier, tokenMinutesMax } from './tokens/token-verifier.js';
export type { TokenProblem, TokenVerifier, TokenVerifierOptions, VerifiedToken } from './tokens/token-verifier.js';
export { usualClaims } from './tokens/token-claims.js';
export type { ClaimNames } from './tokens/token-claims.js';
export { severalIssuers } from './tokens/several-issuers.js';
export { remoteKeySet } from './tokens/key-set.js';
export type { KeySet } from './tokens/key-set.js';
export { createAuthenticate } from './tokens/authenticate.js';
export type { Authenticate, Credentials } from './tokens/authenticate.js';
export { issuerAlgorithm, issuerKeyFile, issuerPaths, openIssuer } from './issuing/issuer.js';
export type { DiscoveryDocument, Issuer, IssuerOptions, MintRequest } from './issuing/issuer.js';
export { IssuerModule } from './issuing/issuer.controller.js';

// What they may do.
export { mayWrite, permissionOf, policy } from './access/policy.js';
export type { OperationName, Permission } from './access/policy.js';
export { Operation, Public } from './access/operation.js';
export { CurrentCaller } from './access/current-caller.js';
export { createContext, createIdentify, payerOf } from './access/graphql-context.js';
export type { ContextSource, HavenContext } from './access/graphql-context.js';
export { SecurityModule } from './security.module.js';

// What must not be read.
export { createVaultCipher, sealedHeadLength } from './keys/vault-cipher.js';
export type { VaultCipher, VaultFailure } from './keys/vault-cipher.js';
export { loadAccountKeys, loadVaultKeys } from './keys/vault-keys.js';
export type { VaultKeySource } from './keys/vault-keys.js';
export { KeyProblem, readOrCreateKeyFile } from './keys/key-file.js';
