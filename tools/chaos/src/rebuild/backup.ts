import type { ClusterState } from '../outages/local-cluster.js';
import { select } from './select.js';

/** Copies of databases at one moment. */
export interface Backup {
  /** Replaces the databases by the copies, once; nothing may use them meanwhile. */
  restore(): Promise<void>;
}

/** Copies databases; nothing may use them meanwhile. */
export async function backUp({ databases }: ClusterState, names: readonly ('registry' | 'capacity')[]): Promise<Backup> {
  const run = (sql: string) => select(databases.superuser, sql);
  const copies = names.map((name) => {
    const { pathname, username } = new URL(databases[name]);
    return { database: pathname.slice(1), owner: username, copy: `${pathname.slice(1)}_backup` };
  });
  for (const { database, owner, copy } of copies) {
    // Sessions of killed processes may not have ended yet.
    await run(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`);
    await run(`CREATE DATABASE ${copy} TEMPLATE ${database} OWNER ${owner}`);
  }
  return {
    restore: async () => {
      for (const { database, copy } of copies) {
        await run(`DROP DATABASE ${database} WITH (FORCE)`);
        await run(`ALTER DATABASE ${copy} RENAME TO ${database}`);
      }
    },
  };
}
