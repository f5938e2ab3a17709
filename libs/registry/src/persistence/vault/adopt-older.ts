import type { VaultCipher } from '@haven/security';
import type { EntityManager } from 'typeorm';
import { fingerprintKeyId } from './fingerprint-key.js';
import { mergeRecords } from '../../vault/merge-records.js';
import type { HsdsRecord } from '../../hsds/record.js';
import { relationsOf } from '../../hsds/relation.js';
import { inVaultOf } from './in-vault.js';
import { recordStore } from '../record-store.js';
import { unsealed } from './unsealed.js';

const batchSize = 500;

/** What the version before kept of one confidential place. */
interface OlderSealed {
  readonly source?: string;
  readonly records: { readonly [key: string]: HsdsRecord };
}

/**
 * Gives each record that the version before sealed place by place a row of its own; some at a time. Answers how many are done; 0: all
 * were.
 */
export async function adoptOlder(tx: EntityManager, cipher: VaultCipher): Promise<number> {
  // Several processes may start at once: none serves before all is done.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('haven.registry.adopt', 0))`);
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
