// Who is calling
export { Role } from './caller.js';
export type { Caller } from './caller.js';
export { createTokenVerifier, tokenMinutesMax } from './token-verifier.js';
export type { TokenProblem, TokenVerifier, TokenVerifierOptions, VerifiedToken } from './token-verifier.js';
export { usualClaims } from './token-claims.js';
export type { ClaimNames } from './token-claims.js';
export { severalIssuers } from './several-issuers.js';
export { remoteKeySet } from './key-set.js';
export type { KeySet } from './key-set.js';
export { createAuthenticate } from './authenticate.js';
export type { Authenticate, Credentials } from './authenticate.js';
export { issuerAlgorithm, issuerKeyFile, issuerPaths, openIssuer } from './issuer.js';
export type { DiscoveryDocument, Issuer, IssuerOptions, MintRequest } from './issuer.js';
export { IssuerModule } from './issuer.controller.js';

// What they may do
export { mayWrite, permissionOf, policy } from './policy.js';
export type { OperationName, Permission } from './policy.js';
export { Operation, Public } from './operation.js';
export { CurrentCaller } from './current-caller.js';
export { createContext, createIdentify, payerOf } from './graphql-context.js';
export type { ContextSource, HavenContext } from './graphql-context.js';
export { SecurityModule } from './security.module.js';

// What must not be read
export { createVaultCipher, sealedHeadLength } from './vault-cipher.js';
export type { VaultCipher, VaultFailure } from './vault-cipher.js';
export { loadAccountKeys, loadVaultKeys } from './vault-keys.js';
export type { VaultKeySource } from './vault-keys.js';
export { KeyProblem, readOrCreateKeyFile } from './key-file.js';
