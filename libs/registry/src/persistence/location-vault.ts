import { createHmac, randomBytes } from 'node:crypto';
import { KeyProblem, sealedHeadLength, type VaultCipher } from '@haven/security';
import type { EntityManager } from 'typeorm';
import type { LocationVault } from '../application/ports.js';
import type { Sealed } from '../domain/sealed-location.js';
import { keyText, type RecordKey } from '../domain/relation.js';
import { publicCells } from './public-cells.js';
import { givenKeys } from './record-sql.js';

/** Role of the registry's transactions; it has no right on the vault. */
export const registryRole = 'haven_registry';
const vaultRole = 'haven_vault';

/** The only code that touches the vault, and the only one that takes its role: for one statement at a time. */
export function locationVault(tx: EntityManager, cipher: VaultCipher): LocationVault {
  const inVault = async <T>(sql: string, parameters: unknown[]): Promise<T> => {
    await tx.query(`SET LOCAL ROLE ${vaultRole}`);
    const rows = await tx.query<T>(sql, parameters);
    await tx.query(`SET LOCAL ROLE ${registryRole}`);
    return rows;
  };
  const cells = publicCells(tx);
  return {
    cells: cells.of,
    fixCell: cells.fix,
    widenCell: cells.widen,
    open: async (locationIds) => {
      if (locationIds.length === 0) return new Map();
      const rows = await inVault<{ location_id: string; sealed: Uint8Array }[]>(
        'SELECT location_id, sealed FROM vault.location WHERE location_id = ANY($1::text[]) FOR UPDATE',
        [locationIds],
      );
      return new Map(rows.map((row) => [row.location_id, opened(cipher, row.location_id, row.sealed)]));
    },
    seal: async (locationId, sealed) => {
      const box = Buffer.from(cipher.seal(Buffer.from(JSON.stringify(sealed)), locationId));
      await inVault(
        `INSERT INTO vault.location (location_id, sealed) VALUES ($1, $2)
         ON CONFLICT (location_id) DO UPDATE SET sealed = excluded.sealed, sealed_at = now()`,
        [locationId, box],
      );
      await inVault(`INSERT INTO vault.member (object, id, location_id) SELECT object, id, $2 FROM ${givenKeys} ON CONFLICT DO NOTHING`, [
        JSON.stringify(Object.values(sealed.records).map(({ object, id }) => ({ object, id }))),
        locationId,
      ]);
    },
    membersAmong: async (keys) => {
      if (keys.length === 0) return new Map();
      const rows = await inVault<(RecordKey & { location_id: string })[]>(
        `SELECT m.object, m.id, m.location_id FROM ${givenKeys} JOIN vault.member m ON m.object = given.object AND m.id = given.id`,
        [JSON.stringify(keys)],
      );
      return new Map(rows.map((row) => [keyText(row), row.location_id]));
    },
    forget: async (locationIds) => {
      if (locationIds.length === 0) return;
      await inVault('DELETE FROM vault.location WHERE location_id = ANY($1::text[])', [locationIds]);
      await inVault('DELETE FROM vault.member WHERE location_id = ANY($1::text[])', [locationIds]);
    },
    fingerprint: async (text) =>
      createHmac('sha256', await fingerprintKey(inVault, cipher))
        .update(text)
        .digest('base64url'),
    failOnForeignKeys: () => failOnForeignKeys(inVault, cipher),
    resealAfter: (locationId) => resealAfter(inVault, cipher, locationId),
  };
}

type InVault = <T>(sql: string, parameters: unknown[]) => Promise<T>;

/** Stands among the locations, sealed like them; no location of a directory has such an id. */
const fingerprintKeyId = '\u{10FFFD}haven:fingerprint-key';

async function fingerprintKey(inVault: InVault, cipher: VaultCipher): Promise<Buffer> {
  const read = 'SELECT sealed FROM vault.location WHERE location_id = $1';
  const [row] = await inVault<{ sealed: Uint8Array }[]>(read, [fingerprintKeyId]);
  if (row) return unsealed(cipher, fingerprintKeyId, row.sealed);
  const box = Buffer.from(cipher.seal(randomBytes(32), fingerprintKeyId));
  await inVault('INSERT INTO vault.location (location_id, sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING', [fingerprintKeyId, box]);
  const [stored] = await inVault<{ sealed: Uint8Array }[]>(read, [fingerprintKeyId]);
  return unsealed(cipher, fingerprintKeyId, stored?.sealed ?? box);
}

/** One record of each master key is tried. Of an empty vault the fingerprint key is the first record: it tells the key from then on. */
async function failOnForeignKeys(inVault: InVault, cipher: VaultCipher): Promise<void> {
  const rows = await inVault<{ location_id: string; sealed: Uint8Array }[]>(
    `SELECT DISTINCT ON (substring(sealed FROM 1 FOR ${sealedHeadLength})) location_id, sealed FROM vault.location
     ORDER BY substring(sealed FROM 1 FOR ${sealedHeadLength}), location_id`,
    [],
  );
  for (const { location_id, sealed } of rows) {
    const result = cipher.open(sealed, location_id);
    if (!result.ok && result.error === 'unknown-key') throw new KeyProblem(foreignKey);
  }
  await fingerprintKey(inVault, cipher);
}

const resealBatch = 100;

async function resealAfter(inVault: InVault, cipher: VaultCipher, after: string): ReturnType<LocationVault['resealAfter']> {
  const head = `substring(sealed FROM 1 FOR ${sealedHeadLength})`;
  const heads = await inVault<{ head: Uint8Array }[]>(`SELECT DISTINCT ${head} AS head FROM vault.location`, []);
  const outdated = heads.filter((row) => cipher.isOutdated(row.head)).map((row) => row.head);
  const rows = await inVault<{ location_id: string; sealed: Uint8Array }[]>(
    `SELECT location_id, sealed FROM vault.location WHERE location_id > $1 AND ${head} = ANY($2::bytea[])
     ORDER BY location_id LIMIT ${resealBatch} FOR UPDATE`,
    [after, outdated],
  );
  const resealed = rows.flatMap(({ location_id: id, sealed }) => {
    const result = cipher.open(sealed, id);
    return result.ok ? [{ id, box: Buffer.from(cipher.seal(result.value, id)) }] : [];
  });
  await inVault(
    `UPDATE vault.location AS l SET sealed = n.sealed, sealed_at = now()
     FROM unnest($1::text[], $2::bytea[]) AS n(location_id, sealed) WHERE l.location_id = n.location_id`,
    [resealed.map(({ id }) => id), resealed.map(({ box }) => box)],
  );
  return { last: rows.at(-1)?.location_id ?? null, resealed: resealed.length, unreadable: rows.length - resealed.length };
}

const foreignKey =
  'The vault was sealed with another key than the given one. Put back the vault-key file of your backup, or give every key that was used: HAVEN_VAULT_KEY=NEW,OLD';

/** Its key is lost or it was altered: nothing may be written over it, so the transaction ends here. */
export class VaultUnreadableError extends Error {
  constructor(reason: string) {
    super(`A sealed location cannot be opened (${reason}). Start with the vault keys that this data was written with.`);
    this.name = 'VaultUnreadableError';
  }
}

const opened = (cipher: VaultCipher, locationId: string, box: Uint8Array): Sealed =>
  JSON.parse(unsealed(cipher, locationId, box).toString('utf8')) as Sealed;

function unsealed(cipher: VaultCipher, id: string, box: Uint8Array): Buffer {
  const result = cipher.open(box, id);
  if (!result.ok) throw new VaultUnreadableError(result.error);
  return Buffer.from(result.value);
}
