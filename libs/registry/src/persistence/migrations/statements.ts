/** One statement a query: several in one do not go through the extended protocol everywhere. */
export const statementsOf = (sql: string): string[] =>
  sql
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter(Boolean);

/**
 * Every service is looked at once more at the next start. The update waits for a publisher that has the row, and may have read what was
 * before, so that the mark outlives its clearing.
 */
export const lookAtAllAnew = `INSERT INTO registry.dirty_service (service_id) SELECT service_id FROM registry.service_entry ORDER BY service_id
  ON CONFLICT (service_id) DO UPDATE SET service_id = excluded.service_id`;
