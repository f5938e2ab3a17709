import type { EntityManager } from 'typeorm';

/** A statement that each connection parses and plans once. `Row`: the type of its rows. */
export interface Prepared<Row> {
  /** Derived from the text. */
  readonly name: string;
  readonly text: string;
  /** For the compiler only. */
  readonly row?: Row;
}

interface Client {
  query(statement: { readonly name: string; readonly text: string; readonly values: readonly unknown[] }): Promise<{ rows: unknown[] }>;
}

const numbers = new WeakMap<object, number>();
let connections = 0;

/** The embedded database has one session for all connections, so each connection uses its own names. */
function numberOf(client: object): number {
  const known = numbers.get(client) ?? (connections += 1);
  numbers.set(client, known);
  return known;
}

/** Runs a statement, in the manager's transaction if it has one. TypeORM itself cannot name statements. */
export async function rowsOf<Row>(manager: EntityManager, { name, text }: Prepared<Row>, values: readonly unknown[]): Promise<Row[]> {
  const runner = manager.queryRunner ?? manager.connection.createQueryRunner();
  try {
    const client = (await runner.connect()) as Client & object;
    return (await client.query({ name: `${name}-${numberOf(client)}`, text, values })).rows as Row[];
  } finally {
    if (!manager.queryRunner) await runner.release();
  }
}
