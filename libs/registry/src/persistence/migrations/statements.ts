/** One statement for each query: the extended protocol does not allow several everywhere. */
export const statementsOf = (sql: string): string[] =>
  sql
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter(Boolean);

/**
 * The next start checks every service again. The update waits for a publisher that has the row and may have read the old state. So the mark
 * is not cleared with the old one.
 */
export const lookAtAllAnew = `INSERT INTO registry.dirty_service (service_id) SELECT service_id FROM registry.service_entry ORDER BY service_id
  ON CONFLICT (service_id) DO UPDATE SET service_id = excluded.service_id`;
