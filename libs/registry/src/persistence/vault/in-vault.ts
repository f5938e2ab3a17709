import type { EntityManager } from 'typeorm';

/** Role of the registry's transactions; it has no right on the vault. */
export const registryRole = 'haven_registry';
const vaultRole = 'haven_vault';

/** One statement under the role of the vault. */
export type InVault = <T>(sql: string, parameters: readonly unknown[]) => Promise<T>;

/** The only way into the vault: its role is taken for one statement at a time. */
export const inVaultOf =
  (tx: EntityManager): InVault =>
  async <T>(sql: string, parameters: readonly unknown[]): Promise<T> => {
    await tx.query(`SET LOCAL ROLE ${vaultRole}`);
    const rows = await tx.query<T>(sql, [...parameters]);
    await tx.query(`SET LOCAL ROLE ${registryRole}`);
    return rows;
  };
