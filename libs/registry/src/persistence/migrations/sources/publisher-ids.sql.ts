import { objectNames } from '../../../hsds/record.js';

const storedAs = (source: string): string =>
  objectNames.map((object) => `SELECT '${object}' AS object, id, ${source} AS source FROM registry."${object}"`).join(' UNION ALL ');

/** A record without a row here has its publisher's id; `haven_origin` is the source of one that somebody here has changed. */
export const publisherIds: readonly string[] = [
  'CREATE TABLE registry.source (name text CONSTRAINT source_pkey PRIMARY KEY, path text)',
  `CREATE TABLE registry.publisher_id (
    source text NOT NULL, object text NOT NULL, publisher_id text NOT NULL, id text NOT NULL,
    CONSTRAINT publisher_id_pkey PRIMARY KEY (source, object, publisher_id)
  )`,
  'CREATE UNIQUE INDEX publisher_id_by_id ON registry.publisher_id (object, id, source)',
  'CREATE INDEX publisher_id_in_all ON registry.publisher_id (object, publisher_id)',
  'GRANT SELECT, INSERT, UPDATE, DELETE ON registry.source, registry.publisher_id TO haven_registry',
  ...objectNames.map((object) => `ALTER TABLE registry."${object}" ADD COLUMN haven_origin text`),
  `INSERT INTO registry.source (name) SELECT DISTINCT source FROM (${storedAs('haven_source')}) AS stored`,
];

/** The id of a removed place that stays closed belongs to the source of its organization. */
export const closedIds = `
  INSERT INTO registry.publisher_id (source, object, publisher_id, id)
  SELECT coalesce(o.haven_source, 'haven'), 'location', gone.id, gone.id
    FROM (SELECT location_id AS id FROM registry.confidential_location UNION SELECT location_id FROM registry.entered_place) gone
    LEFT JOIN registry.entered_place e ON e.location_id = gone.id
    LEFT JOIN registry.organization o ON o.id = e.organization_id
    WHERE NOT EXISTS (SELECT 1 FROM registry.location l WHERE l.id = gone.id)
  ON CONFLICT DO NOTHING`;

/** Data that somebody entered or changed at services of a source belongs to that source. */
const entered: readonly string[] = [
  `CREATE TABLE registry.entered_under AS
  WITH RECURSIVE under AS (
    SELECT l.parent_object AS object, l.parent_id AS id, o.haven_source AS origin
      FROM registry.organization o JOIN registry.hsds_link l ON l.child_object = 'organization' AND l.child_id = o.id
      WHERE o.haven_source <> 'haven' AND l.parent_object = 'service' AND l.property = 'organization'
    UNION
    SELECT l.child_object, l.child_id, under.origin
      FROM under JOIN registry.hsds_link l ON l.parent_object = under.object AND l.parent_id = under.id
      WHERE l.child_object NOT IN ('organization', 'program', 'taxonomy', 'taxonomy_term'))
  SELECT object, id, min(origin) AS origin FROM under GROUP BY object, id`,
  ...objectNames.map(
    (object) => `UPDATE registry."${object}" r SET haven_origin = u.origin FROM registry.entered_under u
      WHERE u.object = '${object}' AND u.id = r.id AND r.haven_source = 'haven'`,
  ),
  'DROP TABLE registry.entered_under',
];

const toOne = `l.property IN ('organization', 'program', 'location', 'taxonomy_term', 'taxonomy_detail', 'unit')`;

/** A record of one source that a record of another one refers to: both use this id. */
const shared = `
  INSERT INTO registry.publisher_id (source, object, publisher_id, id)
  WITH stored AS MATERIALIZED (${storedAs('coalesce(haven_origin, haven_source)')}),
  linked AS MATERIALIZED (
    SELECT ${toOne} AS is_to_one, parent.object AS parent_object, parent.id AS parent_id, parent.source AS parent_source,
      child.object AS child_object, child.id AS child_id, child.source AS child_source
    FROM registry.hsds_link l
    JOIN stored child ON child.object = l.child_object AND child.id = l.child_id
    JOIN stored parent ON parent.object = l.parent_object AND parent.id = l.parent_id
    WHERE parent.source <> child.source)
  SELECT child_source, parent_object, parent_id, parent_id FROM linked WHERE NOT is_to_one
  UNION
  SELECT parent_source, child_object, child_id, child_id FROM linked WHERE is_to_one
  ON CONFLICT DO NOTHING`;

/** Only if several sources are stored. */
export const severalSources: readonly string[] = [...entered, shared];
