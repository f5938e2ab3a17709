import { givenKeys, nestingsOf } from './record-sql.js';

/**
 * Open locations among the given keys, or of given services, each with the confidential ones that its organization entered.
 * The organization is the one of its services, by their records and by what is published of them, or the one that lists it.
 */
export const besideEnteredSql = `
  WITH given AS MATERIALIZED (SELECT object, id FROM ${givenKeys}),
  at AS MATERIALIZED (
    SELECT object, id FROM given WHERE object = 'service_at_location'
    UNION
    SELECT l.child_object, l.child_id FROM given ${nestingsOf('given', 'parent')}
      WHERE given.object = 'service' AND l.property = 'service_at_locations'),
  place AS MATERIALIZED (
    SELECT object, id FROM given WHERE object = 'location'
    UNION
    SELECT l.child_object, l.child_id FROM at ${nestingsOf('at', 'parent')} WHERE l.property = 'location'),
  holder AS MATERIALIZED (
    SELECT place.id AS location_id, l.parent_object AS object, l.parent_id AS id FROM place ${nestingsOf('place', 'child')}
      WHERE l.property IN ('location', 'locations')
        AND NOT EXISTS (SELECT 1 FROM registry.confidential_location c WHERE c.location_id = l.child_id OFFSET 0)),
  service AS MATERIALIZED (
    SELECT holder.location_id, l.parent_object AS object, l.parent_id AS id FROM holder ${nestingsOf('holder', 'child')}
      WHERE holder.object = 'service_at_location' AND l.property = 'service_at_locations'),
  organization AS MATERIALIZED (
    SELECT location_id, NULL AS service_id, id FROM holder WHERE object = 'organization'
    UNION
    SELECT service.location_id, service.id, l.child_id FROM service ${nestingsOf('service', 'parent')} WHERE l.property = 'organization'
    UNION
    SELECT service.location_id, service.id, e.organization_id FROM service
      CROSS JOIN LATERAL (SELECT organization_id FROM registry.service_entry WHERE service_id = service.id OFFSET 0) e),
  -- What sources know under one id counts as one organization here.
  known AS MATERIALIZED (
    SELECT location_id, service_id, id FROM organization
    UNION
    SELECT organization.location_id, organization.service_id, p.publisher_id FROM organization
      CROSS JOIN LATERAL (SELECT publisher_id FROM registry.publisher_id WHERE object = 'organization' AND id = organization.id OFFSET 0) p),
  same AS MATERIALIZED (
    SELECT location_id, service_id, id FROM known
    UNION
    SELECT known.location_id, known.service_id, p.id FROM known
      CROSS JOIN LATERAL (SELECT id FROM registry.publisher_id WHERE object = 'organization' AND publisher_id = known.id OFFSET 0) p)
  SELECT same.location_id AS "locationId", same.service_id AS "serviceId", c.location_id AS "enteredId", c.public_cell AS cell,
    (SELECT cell FROM registry.entered_place WHERE location_id = same.location_id AND NOT has_left) AS "ownCell"
    FROM same CROSS JOIN LATERAL (
      SELECT c.location_id, c.public_cell FROM registry.entered_place e
        JOIN registry.confidential_location c ON c.location_id = e.location_id WHERE e.organization_id = same.id AND NOT e.has_left OFFSET 0) c`;
