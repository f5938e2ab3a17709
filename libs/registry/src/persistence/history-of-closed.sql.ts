import { tellsOfPlace } from './migrations/history-of-places.sql.js';
import { givenKeys, nestingsOf } from './record-sql.js';

/**
 * Change history in the open that may tell of a confidential place: it hangs on a service that stands there, or on anything below
 * or above it that is no place itself, and speaks of a field that only places have. As far as any given key is near the service.
 * Where no such history is stored, nothing is looked at.
 */
export const historyOfClosedSql = `
  WITH RECURSIVE up AS (
    SELECT object, id FROM ${givenKeys} WHERE object NOT IN ('taxonomy_term', 'taxonomy', 'unit')
      AND EXISTS (SELECT 1 FROM registry.metadata m WHERE ${tellsOfPlace('m')})
    UNION
    SELECT l.parent_object, l.parent_id FROM up ${nestingsOf('up', 'child')}
      WHERE up.object <> 'service' AND NOT (l.parent_object = 'organization' AND l.property = 'services')),
  service AS MATERIALIZED (SELECT object, id FROM up WHERE object = 'service'),
  near AS MATERIALIZED (
    SELECT service.id AS service_id, l.child_object AS object, l.child_id AS id FROM service ${nestingsOf('service', 'parent')}
      WHERE l.property IN ('service_at_locations', 'organization')),
  closed AS MATERIALIZED (
    SELECT near.service_id, c.location_id FROM near ${nestingsOf('near', 'parent')}
      CROSS JOIN LATERAL (SELECT location_id FROM registry.confidential_location WHERE location_id = l.child_id OFFSET 0) c
      WHERE l.property IN ('location', 'locations')),
  down AS (
    SELECT location_id, 'service' AS object, service_id AS id FROM closed
    UNION
    SELECT down.location_id, l.child_object, l.child_id FROM down ${nestingsOf('down', 'parent')}
      WHERE l.child_object NOT IN ('location', 'taxonomy_term') AND l.property NOT IN ('services', 'service'))
  SELECT min(down.location_id) AS "locationId", down.id AS "metadataId" FROM down
    CROSS JOIN LATERAL (SELECT 1 FROM registry.metadata m WHERE m.id = down.id AND ${tellsOfPlace('m')} OFFSET 0) m
    WHERE down.object = 'metadata' GROUP BY down.id`;
