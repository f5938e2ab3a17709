import type { Database } from '@haven/persistence';

/** Empties the read model and forgets which events were handled, in one transaction. */
export async function emptyReadModel(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query('DELETE FROM matching.site');
    await tx.query('DELETE FROM matching.service');
    await tx.query('DELETE FROM matching.bed_state');
    for (const table of ['inbox', 'handled_sequence', 'parked_event', 'delivery_attempt']) await tx.query(`DELETE FROM matching.${table}`);
  });
}

/** Every row of the read model as sorted text: two read models are the same if their dumps are. */
export async function dumpReadModel(database: Database): Promise<string> {
  const every = `
    SELECT 'service ' || to_jsonb(s)::text AS line FROM matching.service s
    UNION ALL SELECT 'site ' || to_jsonb(s)::text FROM matching.site s
    UNION ALL SELECT 'bed_state ' || to_jsonb(b)::text FROM matching.bed_state b`;
  const rows = await database.read((tx) => tx.query<{ line: string }[]>(every));
  return rows
    .map(({ line }) => line)
    .sort()
    .join('\n');
}
