/** Attributes and metadata by the id of their owner, if they do not give its kind as HSDS writes it: few among many. */
export const unplacedRows = `
  CREATE INDEX attribute_unplaced ON registry.attribute (btrim(coalesce(link_id, haven_extra->>'link_id'), E' \\t\\r\\n\\u00a0'))
    WHERE coalesce(link_id, haven_extra->>'link_id') IS NOT NULL AND coalesce(link_entity, '') NOT IN (
    'organization', 'program', 'service', 'service_at_location', 'location', 'phone', 'contact', 'address', 'schedule',
    'funding', 'service_area', 'required_document', 'language', 'accessibility', 'cost_option', 'organization_identifier',
    'service_capacity', 'unit', 'url');
  CREATE INDEX metadata_unplaced ON registry.metadata (btrim(coalesce(resource_id, haven_extra->>'resource_id'), E' \\t\\r\\n\\u00a0'))
    WHERE coalesce(resource_id, haven_extra->>'resource_id') IS NOT NULL AND coalesce(resource_type, '') NOT IN (
    'organization', 'program', 'service', 'service_at_location', 'location', 'phone', 'contact', 'address', 'schedule',
    'funding', 'service_area', 'required_document', 'language', 'accessibility', 'cost_option', 'organization_identifier',
    'service_capacity', 'unit', 'url', 'attribute', 'taxonomy_term', 'taxonomy');
`;
