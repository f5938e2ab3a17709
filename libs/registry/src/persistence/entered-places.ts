import type { EntityManager } from 'typeorm';
import type { BesideEntered, EnteredPlaces } from '../application/ports.js';
import { besideEnteredSql } from './beside-entered.sql.js';

/** Which places somebody entered, and for which organization. */
export function enteredPlaces(tx: EntityManager): EnteredPlaces {
  return {
    note: async (organizationId, cells) => {
      await tx.query(
        `INSERT INTO registry.entered_place (location_id, organization_id, cell)
         SELECT id, $1, cell FROM unnest($2::text[], $3::text[]) AS given (id, cell)
         ON CONFLICT (location_id) DO UPDATE SET organization_id = excluded.organization_id, cell = excluded.cell`,
        [organizationId, [...cells.keys()], [...cells.values()]],
      );
    },
    forgetPublic: async (locationIds) => {
      await tx.query(
        `DELETE FROM registry.entered_place e WHERE location_id = ANY($1::text[])
           AND NOT EXISTS (SELECT 1 FROM registry.confidential_location c WHERE c.location_id = e.location_id)`,
        [locationIds],
      );
    },
    beside: async (keys) => (keys.length === 0 ? [] : tx.query<BesideEntered[]>(besideEnteredSql, [JSON.stringify(keys)])),
  };
}
