import type { Database } from '@haven/persistence';

/** What staff or the directory call the pools of a service that are not closed, by id. */
export async function readPoolNames(database: Database, serviceId: string): Promise<ReadonlyMap<string, string>> {
  const names = 'SELECT id, name FROM capacity.bed_pool WHERE service_id = $1 AND NOT closed';
  const rows = await database.dataSource.query<{ id: string; name: string }[]>(names, [serviceId]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
