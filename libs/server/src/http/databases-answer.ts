import type { Database } from '@haven/persistence';
import type { FindProblems } from './health.js';

/** Names the databases that do not answer. */
export const databasesAnswer =
  (databases: Readonly<Record<string, Database>>): FindProblems =>
  async () => {
    const missing: string[] = [];
    for (const [name, { single }] of Object.entries(databases)) await single.query('SELECT 1').catch(() => missing.push(name));
    return missing;
  };
