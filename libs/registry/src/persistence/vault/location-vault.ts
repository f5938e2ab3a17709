import { createHmac, randomBytes } from 'node:crypto';
import { KeyProblem, sealedHeadLength, type VaultCipher } from '@haven/security';
import type { EntityManager } from 'typeorm';
import type { LocationVault } from '../../ports.js';
import { type InVault, inVaultOf } from './in-vault.js';
import { adoptOlder } from './adopt-older.js';
import { fingerprintKeyId } from './fingerprint-key.js';
import { unsealed } from './unsealed.js';

/** Keys of the vault, and which places are confidential, within one transaction. */
export function locationVault(tx: EntityManager, cipher: VaultCipher): LocationVault {
  const inVault = inVaultOf(tx);
  return {
    cells: async (ids) => {
      if (ids.length === 0) return new Map();
      const rows = await tx.query<{ location_id: string; public_cell: string | null }[]>(
        'SELECT location_id, public_cell FROM registry.confidential_location WHERE location_id = ANY($1::text[])',
        [ids],
      );
      return new Map(rows.map((row) => [row.location_id, row.public_cell]));
    },
    fixCell: async (id, cell) => {
      await tx.query(
        `INSERT INTO registry.confidential_location AS c (location_id, public_cell) VALUES ($1, $2)
         ON CONFLICT (location_id) DO UPDATE SET public_cell = coalesce(c.public_cell, excluded.public_cell)`,
        [id, cell],
      );
    },
    fingerprint: async (text) =>
      createHmac('sha256', await fingerprintKey(inVault, cipher))
        .update(text)
        .digest('base64url'),
    failOnForeignKeys: () => failOnForeignKeys(inVault, cipher),
    resealAfter: (key) => resealAfter(inVault, cipher, key),
    adoptOlder: () => adoptOlder(tx, cipher),
  };
}

async function fingerprintKey(inVault: InVault, cipher: VaultCipher): Promise<Buffer> {
  const read = 'SELECT sealed FROM vault.record WHERE key = $1';
  const [row] = await inVault<{ sealed: Uint8Array }[]>(read, [fingerprintKeyId]);
  if (row) return unsealed(cipher, fingerprintKeyId, row.sealed);
  const box = Buffer.from(cipher.seal(randomBytes(32), fingerprintKeyId));
  await inVault('INSERT INTO vault.record (key, sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING', [fingerprintKeyId, box]);
  const [stored] = await inVault<{ sealed: Uint8Array }[]>(read, [fingerprintKeyId]);
  return unsealed(cipher, fingerprintKeyId, stored?.sealed ?? box);
}

/** Opens one record of each master key. In an empty vault the fingerprint key is the first record, and identifies the key from then on. */
async function failOnForeignKeys(inVault: InVault, cipher: VaultCipher): Promise<void> {
  const rows = await inVault<{ key: string; sealed: Uint8Array }[]>(
    `SELECT DISTINCT ON (substring(sealed FROM 1 FOR ${sealedHeadLength})) key, sealed FROM vault.record
     ORDER BY substring(sealed FROM 1 FOR ${sealedHeadLength}), key`,
    [],
  );
  for (const { key, sealed } of rows) {
    const result = cipher.open(sealed, key);
    if (!result.ok && result.error === 'unknown-key') throw new KeyProblem(foreignKey);
  }
  await fingerprintKey(inVault, cipher);
}

const resealBatch = 500;

async function resealAfter(inVault: InVault, cipher: VaultCipher, after: string): ReturnType<LocationVault['resealAfter']> {
  const head = `substring(sealed FROM 1 FOR ${sealedHeadLength})`;
  const heads = await inVault<{ head: Uint8Array }[]>(`SELECT DISTINCT ${head} AS head FROM vault.record`, []);
  const outdated = heads.filter((row) => cipher.isOutdated(row.head)).map((row) => row.head);
  if (outdated.length === 0) return { last: null, resealed: 0, unreadable: 0 };
  const rows = await inVault<{ key: string; sealed: Uint8Array }[]>(
    `SELECT key, sealed FROM vault.record WHERE key > $1 AND ${head} = ANY($2::bytea[])
     ORDER BY key LIMIT ${resealBatch} FOR UPDATE`,
    [after, outdated],
  );
  const resealed = rows.flatMap(({ key, sealed }) => {
    const result = cipher.open(sealed, key);
    return result.ok ? [{ key, box: Buffer.from(cipher.seal(result.value, key)) }] : [];
  });
  await inVault(
    `UPDATE vault.record AS r SET sealed = n.sealed, sealed_at = now()
     FROM unnest($1::text[], $2::bytea[]) AS n(key, sealed) WHERE r.key = n.key`,
    [resealed.map(({ key }) => key), resealed.map(({ box }) => box)],
  );
  return { last: rows.at(-1)?.key ?? null, resealed: resealed.length, unreadable: rows.length - resealed.length };
}

const foreignKey =
  'The vault was sealed with another key than the given one. Put back the vault-key file of your backup, or give every key that was used: HAVEN_VAULT_KEY=NEW,OLD';
