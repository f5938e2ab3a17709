import type { VaultCipher } from '@haven/security';
import type { EntityManager } from 'typeorm';
import type { RecordSummary } from '../../ports.js';
import type { HsdsRecord, JsonObject, ObjectName } from '../../hsds/record.js';
import { digestOf } from '../../hsds/record-digest.js';
import { isRedacted } from '../../hsds/redacted.js';
import { keyText, type RecordKey } from '../../hsds/relation.js';
import { inVaultOf } from './in-vault.js';
import { givenKeys } from '../record-sql.js';
import { unsealed } from './unsealed.js';

interface SealedRow {
  readonly key: string;
  readonly object: ObjectName;
  readonly id: string;
  readonly sealed: Uint8Array;
}

type Owner = { readonly source: string; readonly origin: string };
type KeyRow = RecordKey & Owner;

const columns = 'key, object, id, sealed';
const owner = 'source, coalesce(origin, source) AS origin';

/** Records that can reveal a place, within one transaction: each is sealed under its own key. */
export function sealedRecords(tx: EntityManager, cipher: VaultCipher) {
  const inVault = inVaultOf(tx);
  const recordOf = ({ key, object, id, sealed }: SealedRow): HsdsRecord => ({
    object,
    id,
    properties: JSON.parse(unsealed(cipher, key, sealed).toString('utf8')) as JsonObject,
    links: [],
    references: [],
  });
  const rows = <T>(selected: string, keys: readonly RecordKey[]): Promise<T[]> =>
    keys.length === 0
      ? Promise.resolve([])
      : inVault<T[]>(`SELECT ${selected} FROM vault.record WHERE key = ANY($1::text[]) ORDER BY key COLLATE "C"`, [keys.map(keyText)]);
  return {
    get: async (keys: readonly RecordKey[]) => (await rows<SealedRow>(columns, keys)).map(recordOf),
    summaries: async (keys: readonly RecordKey[]): Promise<ReadonlyMap<string, RecordSummary>> => {
      const found = await rows<SealedRow & Owner>(`${columns}, ${owner}`, keys);
      return new Map(
        found.map((row) => {
          const record = recordOf(row);
          const { source, origin } = row;
          return [row.id, { source, origin, digest: digestOf(record.properties), isRedacted: isRedacted(record) }];
        }),
      );
    },
    owners: (keys: readonly RecordKey[]) => rows<KeyRow>(`object, id, ${owner}`, keys),
    put: async (source: string, records: readonly HsdsRecord[], origin: string | null) => {
      if (records.length === 0) return;
      const origins = await originsOf(tx, source, records);
      const given = records.map(({ object, id, properties }) => {
        const key = keyText({ object, id });
        const box = Buffer.from(cipher.seal(Buffer.from(JSON.stringify(properties)), key));
        return { key, object, id, source, origin: origin ?? origins.get(key) ?? null, sealed: box.toString('hex') };
      });
      await inVault(upsertSql, [JSON.stringify(given)]);
    },
    /** Returns the source of each, and the first source of those that somebody here has changed. */
    remove: async (keys: readonly RecordKey[]): Promise<readonly (RecordKey & { origin: string; isChanged: boolean })[]> =>
      keys.length === 0
        ? []
        : inVault(
            `WITH gone AS (DELETE FROM vault.record WHERE key = ANY($1::text[]) RETURNING *)
             SELECT object, id, coalesce(origin, source) AS origin, origin IS NOT NULL AS "isChanged" FROM gone`,
            [keys.map(keyText)],
          ),
    sources: () =>
      inVault<{ source: string }[]>('SELECT DISTINCT coalesce(origin, source) AS source FROM vault.record WHERE object IS NOT NULL', []),
  };
}

const upsertSql = `
  INSERT INTO vault.record AS stored (key, object, id, source, origin, sealed)
  SELECT key, object, id, source, nullif(origin, source), decode(sealed, 'hex')
    FROM json_to_recordset($1::json) AS given (key text, object text, id text, source text, origin text, sealed text)
  ON CONFLICT (key) DO UPDATE SET sealed = excluded.sealed, sealed_at = now(), source = excluded.source,
    origin = nullif(coalesce(stored.origin, stored.source), excluded.source)`;

/** The source of a record stays, even if the record was removed meanwhile. */
async function originsOf(tx: EntityManager, source: string, records: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<(RecordKey & { source: string })[]>(
    `SELECT DISTINCT ON (p.object, p.id) p.object, p.id, p.source FROM ${givenKeys} CROSS JOIN LATERAL (
       SELECT object, id, source FROM registry.publisher_id WHERE object = given.object AND id = given.id OFFSET 0) p
     ORDER BY p.object, p.id, p.source <> $2`,
    [JSON.stringify(records.map(({ object, id }) => ({ object, id }))), source],
  );
  return new Map(rows.map((row) => [keyText(row), row.source]));
}
