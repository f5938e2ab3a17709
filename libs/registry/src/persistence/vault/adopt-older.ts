import type { VaultCipher } from '@haven/security';
import type { EntityManager } from 'typeorm';
import { fingerprintKeyId } from './fingerprint-key.js';
import { mergeRecords } from '../../vault/merge-records.js';
import type { HsdsRecord } from '../../hsds/record.js';
import { sealedKinds } from '../../vault/sealed-kinds.js';
import { relationsOf } from '../../hsds/relation.js';
import { inVaultOf } from './in-vault.js';
import { propertiesOf, type RecordRow } from '../record-row.js';
import { recordStore } from '../record-store.js';
import { sealedRecords } from './sealed-records.js';
import { unsealed } from './unsealed.js';

const batchSize = 500;

/** The form in which the version before stored a confidential place. */
interface OlderSealed {
  readonly source?: string;
  readonly records: { readonly [key: string]: HsdsRecord };
}

/**
 * Moves some data that the version before stored to its present place: records that can reveal a place from open tables, and the records
 * that it sealed place by place. Returns how many were moved, 0 when all are. Sealed records go last and replace their published form.
 */
export async function adoptOlder(tx: EntityManager, cipher: VaultCipher): Promise<number> {
  // Several processes may start at once: none of them serves before everything is moved.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('haven.registry.adopt', 0))`);
  for (const object of sealedKinds) {
    const rows = await tx.query<(RecordRow & { haven_origin: string | null })[]>(
      `WITH gone AS (DELETE FROM registry."${object}" WHERE id IN (SELECT id FROM registry."${object}" LIMIT ${batchSize}) RETURNING *)
       SELECT * FROM gone`,
    );
    if (rows.length === 0) continue;
    await adoptOpen(tx, cipher, object, rows);
    return rows.length;
  }
  return adoptSealed(tx, cipher);
}

async function adoptOpen(
  tx: EntityManager,
  cipher: VaultCipher,
  object: HsdsRecord['object'],
  rows: readonly (RecordRow & { haven_origin: string | null })[],
): Promise<void> {
  const sealed = sealedRecords(tx, cipher);
  for (const source of new Set(rows.map((row) => row.haven_source)))
    for (const origin of new Set(rows.filter((row) => row.haven_source === source).map((row) => row.haven_origin))) {
      const own = rows.filter((row) => row.haven_source === source && row.haven_origin === origin);
      const records = own.map((row): HsdsRecord => ({
        object,
        id: row.id,
        properties: propertiesOf(object, row),
        links: [],
        references: [],
      }));
      await sealed.put(source, records, origin ?? source);
    }
}

async function adoptSealed(tx: EntityManager, cipher: VaultCipher): Promise<number> {
  const inVault = inVaultOf(tx);
  const rows = await inVault<{ key: string; sealed: Uint8Array }[]>(
    `SELECT key, sealed FROM vault.record WHERE object IS NULL AND key <> $1 ORDER BY key LIMIT ${batchSize} FOR UPDATE`,
    [fingerprintKeyId],
  );
  const records = recordStore(tx, cipher);
  for (const { key, sealed: box } of rows) {
    const { source = 'haven', records: kept } = JSON.parse(unsealed(cipher, key, box).toString('utf8')) as OlderSealed;
    const given = mergeRecords(Object.values(kept));
    await records.put(source, given);
    await records.relate(given.flatMap(relationsOf));
  }
  await inVault('DELETE FROM vault.record WHERE object IS NULL AND key = ANY($1::text[])', [rows.map(({ key }) => key)]);
  return rows.length;
}
