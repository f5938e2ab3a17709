/** For confidential places that were entered before, the organization is that of the services there. */
export const enteredPlaces = `
  CREATE TABLE registry.entered_place (
    location_id text CONSTRAINT entered_place_pkey PRIMARY KEY,
    organization_id text NOT NULL,
    cell text,
    has_left boolean NOT NULL DEFAULT false
  );
  CREATE INDEX entered_place_by_organization ON registry.entered_place (organization_id);
  GRANT SELECT, INSERT, UPDATE, DELETE ON registry.entered_place TO haven_registry;
  INSERT INTO registry.entered_place (location_id, organization_id, cell)
    SELECT DISTINCT ON (l.id) l.id, o.child_id, c.public_cell
    FROM registry.confidential_location c
    JOIN registry.location l ON l.id = c.location_id AND l.haven_source = 'haven'
    JOIN registry.hsds_link p ON p.child_object = 'location' AND p.child_id = l.id
      AND p.parent_object = 'service_at_location' AND p.property = 'location'
    JOIN registry.hsds_link s ON s.child_object = 'service_at_location' AND s.child_id = p.parent_id
      AND s.parent_object = 'service' AND s.property = 'service_at_locations'
    JOIN registry.hsds_link o ON o.parent_object = 'service' AND o.parent_id = s.parent_id AND o.property = 'organization'
    ORDER BY l.id, o.child_id;
`;
