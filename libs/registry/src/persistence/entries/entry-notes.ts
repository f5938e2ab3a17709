import type { EntityManager } from 'typeorm';
import { gapsOf } from '../../meaning/entry-gaps.js';
import { likenessOf } from '../../meaning/likeness.js';
import { unclearTermsOf } from '../../meaning/unclear-terms.js';
import type { JudgedEntry } from '../../quality/quality-ports.js';
import { latest } from '../../reading/instants.js';

/** The derived rows of an entry, by table. */
const notes: Readonly<Record<string, (entry: JudgedEntry) => readonly object[]>> = {
  unclear_term: ({ view }) => unclearTermsOf(view).map((term) => ({ service_id: view.id, ...term })),
  entry_quality: ({ view, verifiedAt }) => [
    { service_id: view.id, is_active: view.status === 'ACTIVE', gaps: gapsOf(view), verified_at: latest(view.verifiedAt, verifiedAt) },
  ],
  entry_likeness: ({ view }) => likenessOf(view).map((sign) => ({ sign, service_id: view.id })),
};

/** Replaces the derived rows of entries. Withdrawn entries have no such rows. */
export async function noteEntries(tx: EntityManager, entries: readonly JudgedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const ids = entries.map(({ view }) => view.id);
  const shown = entries.filter(({ withdrawn }) => !withdrawn);
  for (const [table, rowsOf] of Object.entries(notes)) {
    await tx.query(`DELETE FROM registry.${table} WHERE service_id = ANY($1::text[])`, [ids]);
    const rows = shown.flatMap(rowsOf);
    if (rows.length === 0) continue;
    await tx.query(`INSERT INTO registry.${table} SELECT * FROM json_populate_recordset(NULL::registry.${table}, $1::json)`, [
      JSON.stringify(rows),
    ]);
  }
}
