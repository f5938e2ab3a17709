import type { EntityManager } from 'typeorm';

/** The services that a statement returns. */
export async function serviceIdsOf(tx: EntityManager, sql: string, values: unknown[] = []): Promise<string[]> {
  return (await tx.query<{ service_id: string }[]>(sql, values)).map(({ service_id }) => service_id);
}
