import type { VaultCipher } from '@haven/security';
import type { EntityManager } from 'typeorm';
import type { DirectorySources, KnownSource, StoredObject } from '../ports.js';
import { ourTermIds } from '../hsds/haven-attributes.js';
import { nameOfAddress } from '../sources/address-name.js';
import { ownSource } from '../sources/source-name.js';
import { objectNames, type ObjectName } from '../hsds/record.js';
import { isSealedKind } from '../vault/sealed-kinds.js';
import { keyText, type RecordKey } from '../hsds/relation.js';
import { givenKeys, originOf } from './record-sql.js';
import { sealedRecords } from './vault/sealed-records.js';

/** The sources of directories within one transaction. */
export function directorySources(tx: EntityManager, cipher: VaultCipher): DirectorySources {
  const vault = sealedRecords(tx, cipher);
  return {
    all: () =>
      tx.query<KnownSource[]>(
        `SELECT name, path FROM registry.source UNION SELECT $1, NULL
           WHERE EXISTS (SELECT 1 FROM registry.organization r WHERE ${originOf('r')} = $1)
             AND NOT EXISTS (SELECT 1 FROM registry.source WHERE name = $1) ORDER BY name`,
        [ownSource],
      ),
    note: async ({ name, path }) => {
      await tx.query(
        `INSERT INTO registry.source AS s (name, path) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET path = coalesce(excluded.path, s.path)`,
        [name, path],
      );
    },
    noteImported: async (name) => {
      await tx.query('UPDATE registry.source SET imported_at = now() WHERE name = $1', [name]);
    },
    having: (keys) => having(tx, vault, keys),
    sharedOrganizations: async (first, second) => {
      const [row] = await tx.query<{ both: boolean; names: [string | null, string | null][] }[]>(sharedSql, [first, second]);
      return row?.both ? row.names : null;
    },
    stored: async () => {
      const rows = await tx.query<{ source: string }[]>(`SELECT DISTINCT source FROM (${storedSql}) AS stored`);
      return [...new Set([...rows, ...(await vault.sources())].map(({ source }) => source))].sort();
    },
  };
}

const ourTerms = `(${ourTermIds.map((id) => `'${id}'`).join(', ')})`;
const storedSql = objectNames
  .filter((object) => !isSealedKind(object))
  .map(
    (object) =>
      `SELECT DISTINCT ${originOf('r')} AS source FROM registry."${object}" r${object === 'taxonomy_term' ? ` WHERE r.id NOT IN ${ourTerms}` : ''}`,
  )
  .join(' UNION ALL ');

const organizationsOf = (source: string): string => `
  SELECT coalesce(p.publisher_id, r.id) AS id, r.name FROM registry.organization r
    LEFT JOIN registry.publisher_id p ON p.object = 'organization' AND p.id = r.id AND p.source = ${source}
    WHERE ${originOf('r')} = ${source}`;
const sharedSql = `
  WITH a AS MATERIALIZED (${organizationsOf('$1')}), b AS MATERIALIZED (${organizationsOf('$2')})
  SELECT EXISTS (SELECT 1 FROM a) AND EXISTS (SELECT 1 FROM b) AS both,
    (SELECT coalesce(json_agg(json_build_array(name, other)), '[]') FROM (
      SELECT a.name, b.name AS other FROM a JOIN b ON b.id = a.id LIMIT 2000) shared) AS names`;

async function having(
  tx: EntityManager,
  vault: ReturnType<typeof sealedRecords>,
  keys: readonly RecordKey[],
): Promise<readonly StoredObject[]> {
  const found: StoredObject[] = [
    ...(await havingSealed(
      tx,
      vault,
      keys.filter(({ object }) => isSealedKind(object)),
    )),
  ];
  for (const object of new Set(keys.map((key) => key.object).filter((one) => !isSealedKind(one)))) {
    const ids = keys.filter((key) => key.object === object).map(({ id }) => id);
    found.push(...(await tx.query<StoredObject[]>(havingSql(object), [ids])));
  }
  return found;
}

type Noted = RecordKey & { readonly publisherId: string; readonly source: string };

async function havingSealed(
  tx: EntityManager,
  vault: ReturnType<typeof sealedRecords>,
  keys: readonly RecordKey[],
): Promise<readonly StoredObject[]> {
  if (keys.length === 0) return [];
  const noted = await tx.query<Noted[]>(notedSql, [JSON.stringify(keys)]);
  const rows = await vault.owners([...keys, ...noted.map(({ object, id }) => ({ object, id }))]);
  const stored = new Map(rows.map((row) => [keyText(row), row.origin]));
  const own = keys.filter(
    (key) => !noted.some(({ source, ...one }) => keyText(one) === keyText(key) && source === stored.get(keyText(key))),
  );
  const wanted = new Set(keys.map(keyText));
  const addresses = rows.filter(({ object }) => object === 'address').map(({ object, id }) => ({ object, id }));
  const names = new Map((await vault.get(addresses)).map((record) => [keyText(record), nameOfAddress(record)]));
  const isComparable = (key: RecordKey): boolean => stored.has(keyText(key)) && names.get(keyText(key)) !== null;
  const nameOf = (key: RecordKey): string | null => names.get(keyText(key)) ?? null;
  return [
    ...noted
      .filter(isComparable)
      .flatMap(({ object, id, publisherId, source }): StoredObject[] => [
        ...(wanted.has(keyText({ object, id: publisherId }))
          ? [{ object, id: publisherId, source, name: nameOf({ object, id }), isPublic: false }]
          : []),
        ...(wanted.has(keyText({ object, id })) && id !== publisherId
          ? [{ object, id, source, name: nameOf({ object, id }), isPublic: true }]
          : []),
      ]),
    ...own.filter(isComparable).flatMap(({ object, id }): StoredObject[] => {
      const source = stored.get(keyText({ object, id }));
      return source === undefined ? [] : [{ object, id, source, name: nameOf({ object, id }), isPublic: false }];
    }),
  ];
}

const notedSql = `SELECT DISTINCT p.object, p.id, p.publisher_id AS "publisherId", p.source FROM ${givenKeys}
  JOIN registry.publisher_id p ON p.object = given.object AND (p.publisher_id = given.id OR p.id = given.id)`;

const named: ReadonlySet<string> = new Set<ObjectName>(['organization', 'service']);

/** Looks up each publisher's id, whether recorded or the same as the public id, and public ids that replace others. */
function havingSql(object: ObjectName): string {
  const name = named.has(object) ? 'r.name' : 'NULL';
  return `
    SELECT p.object, p.publisher_id AS id, p.source, ${name} AS name, false AS "isPublic"
      FROM registry.publisher_id p JOIN registry."${object}" r ON r.id = p.id
      WHERE p.object = '${object}' AND p.publisher_id = ANY($1::text[])
    UNION
    SELECT p.object, p.id, p.source, ${name}, true FROM registry.publisher_id p JOIN registry."${object}" r ON r.id = p.id
      WHERE p.object = '${object}' AND p.id = ANY($1::text[]) AND p.id <> p.publisher_id
    UNION
    SELECT '${object}', r.id, ${originOf('r')}, ${name}, false FROM registry."${object}" r
      WHERE r.id = ANY($1::text[]) AND NOT EXISTS (
        SELECT 1 FROM registry.publisher_id p WHERE p.object = '${object}' AND p.id = r.id AND p.source = ${originOf('r')})`;
}
