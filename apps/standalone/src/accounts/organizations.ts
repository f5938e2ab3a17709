import type { Parts } from '../open-parts.js';

/** Whether the directory has the organization. */
export async function hasOrganization({ registry }: Parts, id: string): Promise<boolean> {
  const rows = await registry.read((tx) => tx.query<unknown[]>('SELECT 1 FROM registry.organization WHERE id = $1', [id]));
  return rows.length > 0;
}

/** More than a list can show. */
const listed = 500;

/** Organizations of the directory by name; only the first ones if there are very many. */
export const organizations = ({ registry }: Parts): Promise<{ id: string; name: string }[]> =>
  registry.read((tx) => tx.query(`SELECT id, name FROM registry.organization ORDER BY name, id LIMIT ${listed}`));

/** The organization of the shelter with the most beds; null: no shelter has beds. */
export async function organizationWithBeds({ capacity }: Parts): Promise<string | null> {
  const most = `SELECT s.organization_id FROM capacity.service_ref s JOIN capacity.bed_pool p ON p.service_id = s.service_id
     WHERE s.active AND NOT p.closed GROUP BY s.organization_id, s.service_id ORDER BY sum(p.total) DESC, s.service_id LIMIT 1`;
  const [row] = await capacity.read((tx) => tx.query<{ organization_id: string }[]>(most));
  return row?.organization_id ?? null;
}
