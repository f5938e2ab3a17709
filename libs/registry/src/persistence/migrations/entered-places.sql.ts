/** Of what was entered before, the organization is found by the services that stand there. */
export const enteredPlaces = `
  ALTER TABLE registry.confidential_location ADD COLUMN entered_by text;
  CREATE INDEX confidential_location_by_organization ON registry.confidential_location (entered_by) WHERE entered_by IS NOT NULL;
  UPDATE registry.confidential_location c SET entered_by = o.child_id
    FROM registry.location l, registry.hsds_link p, registry.hsds_link s, registry.hsds_link o
    WHERE l.id = c.location_id AND l.haven_source = 'haven'
      AND p.child_object = 'location' AND p.child_id = l.id AND p.parent_object = 'service_at_location' AND p.property = 'location'
      AND s.child_object = 'service_at_location' AND s.child_id = p.parent_id AND s.parent_object = 'service'
      AND o.parent_object = 'service' AND o.parent_id = s.parent_id AND o.property = 'organization';
`;
