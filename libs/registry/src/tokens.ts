/** Token of the registry's opened database. */
export const REGISTRY_DATABASE = Symbol('REGISTRY_DATABASE');
/** Token of the cipher of the vault. */
export const VAULT_CIPHER = Symbol('VAULT_CIPHER');
/** Token of the clock. */
export const CLOCK = Symbol('CLOCK');
/** Token of the registry on its database. */
export const REGISTRY = Symbol('REGISTRY');
