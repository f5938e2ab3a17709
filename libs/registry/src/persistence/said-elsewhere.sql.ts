import { havenCode } from '../domain/haven-attributes.js';
import { leadingToPlaces } from '../domain/haven-marks.js';
import { givenKeys, nestingsOf, saidOf } from './record-sql.js';

/** A mark whose owner's kind nobody knows hangs on the location of that id; it may be meant for anything else of that id. */
const isOfUnknownKind = (id: string): string =>
  `EXISTS (SELECT 1 FROM registry.attribute a WHERE a.id = ${id} AND a.link_id IS NOT NULL AND a.link_entity IS NULL OFFSET 0)`;
const kinds = `(VALUES ${leadingToPlaces.map((object) => `('${object}')`).join(', ')})`;

/**
 * Open locations that a mark of a service, a service at a location, an organization or an address calls confidential, each with
 * the mark, as far as any of the given keys lies on the way between the two: whichever of them comes last closes the place.
 */
export const saidElsewhereSql = `
  WITH given AS MATERIALIZED (SELECT object, id FROM ${givenKeys}),
  visibility AS MATERIALIZED (SELECT id FROM registry.taxonomy_term WHERE code = '${havenCode.visibility}'),
  term AS MATERIALIZED (SELECT object, id FROM given WHERE object = 'taxonomy_term' AND id IN (SELECT id FROM visibility)),
  mark AS MATERIALIZED (
    SELECT given.object, given.id FROM given ${nestingsOf('given', 'parent')}
      WHERE given.object = 'attribute' AND l.property = 'taxonomy_term' AND l.child_id IN (SELECT id FROM visibility)
    UNION
    SELECT l.parent_object, l.parent_id FROM term ${nestingsOf('term', 'child')} WHERE l.parent_object = 'attribute'),
  near AS MATERIALIZED (
    SELECT object, id FROM given WHERE object IN ('location', 'address', 'service_at_location', 'service')
    UNION
    SELECT l.parent_object, l.parent_id FROM mark ${nestingsOf('mark', 'child')} WHERE l.property = 'attributes'
    UNION
    SELECT kinds.object, l.parent_id FROM mark ${nestingsOf('mark', 'child')} CROSS JOIN ${kinds} AS kinds (object)
      WHERE l.property = 'attributes' AND l.parent_object = 'location' AND ${isOfUnknownKind('mark.id')}),
  service AS MATERIALIZED (
    SELECT object, id FROM near WHERE object = 'service'
    UNION
    SELECT l.parent_object, l.parent_id FROM near ${nestingsOf('near', 'child')}
      WHERE near.object = 'organization' AND l.parent_object = 'service' AND l.property = 'organization'),
  at AS MATERIALIZED (
    SELECT object, id FROM near WHERE object = 'service_at_location'
    UNION
    SELECT l.child_object, l.child_id FROM service ${nestingsOf('service', 'parent')} WHERE l.property = 'service_at_locations'),
  place AS MATERIALIZED (
    SELECT object, id FROM near WHERE object = 'location'
    UNION
    SELECT l.child_object, l.child_id FROM at ${nestingsOf('at', 'parent')} WHERE l.property = 'location'
    UNION
    SELECT l.child_object, l.child_id FROM near ${nestingsOf('near', 'parent')} WHERE near.object = 'organization' AND l.property = 'locations'
    UNION
    SELECT l.parent_object, l.parent_id FROM near ${nestingsOf('near', 'child')} WHERE near.object = 'address' AND l.property = 'addresses'),
  open AS MATERIALIZED (
    SELECT object, id FROM place WHERE NOT EXISTS (SELECT 1 FROM registry.confidential_location c WHERE c.location_id = place.id OFFSET 0)),
  first AS MATERIALIZED (
    SELECT open.id AS location_id, l.parent_object AS object, l.parent_id AS id FROM open ${nestingsOf('open', 'child')}
      WHERE l.property IN ('location', 'locations')),
  second AS MATERIALIZED (
    SELECT first.location_id, l.parent_object AS object, l.parent_id AS id FROM first ${nestingsOf('first', 'child')}
      WHERE first.object = 'service_at_location' AND l.property = 'service_at_locations'),
  holder AS MATERIALIZED (
    SELECT * FROM first UNION SELECT * FROM second
    UNION
    SELECT second.location_id, l.child_object, l.child_id FROM second ${nestingsOf('second', 'parent')} WHERE l.property = 'organization'
    UNION
    SELECT open.id, l.child_object, l.child_id FROM open ${nestingsOf('open', 'parent')} WHERE l.property = 'addresses'),
  unknown AS MATERIALIZED (SELECT DISTINCT location_id, 'location' AS object, id FROM holder),
  attribute AS MATERIALIZED (
    SELECT holder.location_id, l.child_object AS object, l.child_id AS id FROM holder ${nestingsOf('holder', 'parent')}
      WHERE l.property = 'attributes'
    UNION
    SELECT unknown.location_id, l.child_object, l.child_id FROM unknown ${nestingsOf('unknown', 'parent')}
      WHERE l.property = 'attributes' AND ${isOfUnknownKind('l.child_id')}),
  said AS MATERIALIZED (
    SELECT attribute.location_id, attribute.id FROM attribute ${nestingsOf('attribute', 'parent')}
      WHERE l.property = 'taxonomy_term' AND l.child_id IN (SELECT id FROM visibility))
  SELECT DISTINCT said.location_id AS "locationId", said.id AS "attributeId" FROM said
    CROSS JOIN LATERAL (SELECT 1 FROM registry.attribute a WHERE a.id = said.id AND ${saidOf('a')} OFFSET 0) a`;
