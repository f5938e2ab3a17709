import type { VaultCipher } from '@haven/security';
import type { EntityManager } from 'typeorm';
import type { PendingReference, PendingReferences } from '../ports.js';
import { objectNames, type ObjectName } from '../hsds/record.js';
import { isSealedKind } from '../vault/sealed-kinds.js';
import { keyText } from '../hsds/relation.js';
import { sealedRecords } from './vault/sealed-records.js';

const pageSize = 500;

/** References whose target was not there yet when they were read. */
export function pendingReferences(tx: EntityManager, cipher: VaultCipher): PendingReferences {
  const vault = sealedRecords(tx, cipher);
  return {
    add: async (source, references) => {
      if (references.length === 0) return;
      await tx.query(
        `INSERT INTO registry.pending_reference (source, file, row, object, id, property, missing_object, missing_id)
         SELECT $2, file, row, object, id, property, missing_object, missing_id FROM json_to_recordset($1::json)
           AS given (file text, row integer, object text, id text, property text, missing_object text, missing_id text)`,
        [JSON.stringify(references.map(toRow)), source],
      );
    },
    unresolved: async (source, after) => {
      const rows = await tx.query<Row[]>(unresolvedSql, [source, after, pageSize]);
      const references = rows.map(fromRow);
      const sealed = await vault.owners(references.map(({ missing }) => missing).filter(({ object }) => isSealedKind(object)));
      const there = new Set(sealed.map(keyText));
      return {
        references: references.filter(({ missing }) => !there.has(keyText(missing))),
        next: rows.length < pageSize ? null : (rows.at(-1)?.ordinal ?? null),
      };
    },
    clear: async (source) => {
      await tx.query('DELETE FROM registry.pending_reference WHERE source = $1', [source]);
    },
  };
}

const targets = objectNames
  .filter((object) => !isSealedKind(object))
  .map((object) => `SELECT '${object}' FROM registry."${object}" WHERE p.missing_object = '${object}' AND id = p.missing_id`);
const unresolvedSql = `
  SELECT p.* FROM registry.pending_reference p
  WHERE p.source = $1 AND p.ordinal > $2::bigint AND NOT EXISTS (${targets.join(' UNION ALL ')})
  ORDER BY p.ordinal LIMIT $3`;

interface Row {
  readonly ordinal: string;
  readonly file: string;
  readonly row: number | null;
  readonly object: ObjectName;
  readonly id: string;
  readonly property: string;
  readonly missing_object: ObjectName;
  readonly missing_id: string;
}

const toRow = ({ file, row, record, property, missing }: PendingReference) => ({
  file,
  row,
  property,
  object: record.object,
  id: record.id,
  missing_object: missing.object,
  missing_id: missing.id,
});

const fromRow = (row: Row): PendingReference => ({
  file: row.file,
  row: row.row,
  property: row.property,
  record: { object: row.object, id: row.id },
  missing: { object: row.missing_object, id: row.missing_id },
});
