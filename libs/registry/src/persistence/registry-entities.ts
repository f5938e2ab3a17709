import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

type Columns = EntitySchemaOptions<unknown>['columns'];
type Indices = NonNullable<EntitySchemaOptions<unknown>['indices']>;

const key = (name: string) => ({ type: 'text', primary: true, primaryKeyConstraintName: name }) as const;
const table = (schema: string, tableName: string, columns: Columns, indices: Indices = []): EntitySchema =>
  new EntitySchema({ name: `${schema}_${tableName}`, schema, tableName, columns, indices });

/** The migration creates these by hand: TypeORM can express neither the access method nor the collation. */
const byHand = (name: string): Indices[number] => ({ name, synchronize: false });

const linkKey = key('hsds_link_pkey');
const link = table(
  'registry',
  'hsds_link',
  {
    parent_object: linkKey,
    parent_id: linkKey,
    property: linkKey,
    child_object: linkKey,
    child_id: linkKey,
    position: { type: 'integer' },
    is_given: { type: 'boolean', default: false },
  },
  [{ name: 'hsds_link_by_child', columns: ['child_object', 'child_id'] }],
);

const pendingReference = table('registry', 'pending_reference', {
  ordinal: {
    type: 'bigint',
    primary: true,
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pending_reference_pkey',
  },
  source: { type: 'text' },
  file: { type: 'text' },
  row: { type: 'integer', nullable: true },
  object: { type: 'text' },
  id: { type: 'text' },
  property: { type: 'text' },
  missing_object: { type: 'text' },
  missing_id: { type: 'text' },
});

const serviceEntry = table(
  'registry',
  'service_entry',
  {
    service_id: key('service_entry_pkey'),
    organization_id: { type: 'text' },
    view: { type: 'jsonb' },
    digest: { type: 'text' },
    version: { type: 'integer' },
    verified_at: { type: 'timestamp with time zone', nullable: true },
    withdrawn: { type: 'boolean' },
    sort_name: { type: 'text' },
    search_text: { type: 'text' },
    categories: { type: 'text', array: true },
    languages: { type: 'text', array: true },
    countries: { type: 'text', array: true },
    positions: { type: 'geometry', spatialFeatureType: 'MultiPoint', srid: 4326, nullable: true },
    modified_at: { type: 'timestamp with time zone' },
    changed_in: { type: 'bigint' },
  },
  [
    { name: 'service_entry_by_organization', columns: ['organization_id'] },
    byHand('service_entry_in_order'),
    byHand('service_entry_by_text'),
    byHand('service_entry_by_tags'),
    byHand('service_entry_by_position'),
    byHand('service_entry_by_change'),
  ],
);

const unreadService = table('registry', 'unread_service', {
  service_id: key('unread_service_pkey'),
  decision_id: { type: 'bigint', nullable: true },
});
const dirtyService = table('registry', 'dirty_service', { service_id: key('dirty_service_pkey') });

const holdKey = key('import_hold_pkey');
const importHold = table('registry', 'import_hold', { source: holdKey, object: holdKey, id: holdKey, run: { type: 'text' } }, [
  { name: 'import_hold_by_record', columns: ['object', 'id'] },
]);

const confidentialLocation = table('registry', 'confidential_location', {
  location_id: key('confidential_location_pkey'),
  public_cell: { type: 'text', nullable: true },
});

const enteredPlace = table(
  'registry',
  'entered_place',
  {
    location_id: key('entered_place_pkey'),
    organization_id: { type: 'text' },
    cell: { type: 'text', nullable: true },
    has_left: { type: 'boolean', default: false },
  },
  [{ name: 'entered_place_by_organization', columns: ['organization_id'] }],
);

const source = table('registry', 'source', {
  name: key('source_pkey'),
  path: { type: 'text', nullable: true },
  imported_at: { type: 'timestamp with time zone', nullable: true },
});

const publisherKey = key('publisher_id_pkey');
const publisherId = table(
  'registry',
  'publisher_id',
  { source: publisherKey, object: publisherKey, publisher_id: publisherKey, id: { type: 'text' } },
  [
    { name: 'publisher_id_by_id', columns: ['object', 'id', 'source'], unique: true },
    { name: 'publisher_id_in_all', columns: ['object', 'publisher_id'] },
  ],
);

const leftover = table('registry', 'leftover', {
  only_row: { type: 'boolean', primary: true, primaryKeyConstraintName: 'leftover_pkey', default: true },
  noted_at: { type: 'timestamp with time zone', default: () => 'clock_timestamp()' },
});

const releasedText = table('registry', 'released_text', { service_id: key('released_text_pkey'), digest: { type: 'text' } });

const confidentialOrganization = table('registry', 'confidential_organization', {
  organization_id: key('confidential_organization_pkey'),
});

const placeReview = table(
  'registry',
  'place_review',
  {
    location_id: key('place_review_pkey'),
    organization_id: { type: 'text' },
    source: { type: 'text' },
    since: { type: 'timestamp with time zone', default: () => 'now()' },
    state: { type: 'text' },
  },
  [byHand('place_review_in_order')],
);

const unclearKey = key('unclear_term_pkey');
const unclearTerm = table('registry', 'unclear_term', {
  service_id: unclearKey,
  kind: unclearKey,
  key: unclearKey,
  taxonomy: { type: 'text', nullable: true },
  code: { type: 'text', nullable: true },
  name: { type: 'text' },
  lacks: { type: 'boolean' },
});

const entryQuality = table('registry', 'entry_quality', {
  service_id: key('entry_quality_pkey'),
  is_active: { type: 'boolean' },
  gaps: { type: 'text', array: true },
  verified_at: { type: 'timestamp with time zone', nullable: true },
});

const listedKey = key('listed_service_pkey');
const listedService = table(
  'registry',
  'listed_service',
  {
    service_id: listedKey,
    source: listedKey,
    run: { type: 'text' },
    state: { type: 'text' },
    since: { type: 'timestamp with time zone', default: () => 'now()' },
    decided_by: { type: 'text', nullable: true },
  },
  [byHand('listed_service_missing')],
);

const likenessKey = key('entry_likeness_pkey');
const entryLikeness = table('registry', 'entry_likeness', { sign: likenessKey, service_id: likenessKey }, [
  { name: 'entry_likeness_by_service', columns: ['service_id'] },
]);

const pairKey = key('service_pair_pkey');
const servicePair = table(
  'registry',
  'service_pair',
  {
    one_id: pairKey,
    other_id: pairKey,
    state: { type: 'text' },
    gone_id: { type: 'text', nullable: true },
    decided_by: { type: 'text' },
    decided_at: { type: 'timestamp with time zone', default: () => 'now()' },
  },
  [{ name: 'service_pair_by_gone', columns: ['gone_id'] }],
);

const optional = { type: 'text', nullable: true } as const;
const termDecision = table(
  'registry',
  'term_decision',
  {
    id: {
      type: 'bigint',
      primary: true,
      generated: 'identity',
      generatedIdentity: 'ALWAYS',
      primaryKeyConstraintName: 'term_decision_pkey',
    },
    kind: { type: 'text' },
    key: { type: 'text' },
    source: optional,
    service_id: optional,
    taxonomy: optional,
    name: optional,
    categories: { ...optional, array: true },
    persons: { ...optional, array: true },
    withdrawn: { type: 'boolean' },
    services: { type: 'integer' },
    decided_by: { type: 'text' },
    decided_at: { type: 'timestamp with time zone', default: () => 'now()' },
    is_current: { type: 'boolean', default: true },
  },
  [byHand('term_decision_current')],
);

const vaultRecord = table('vault', 'record', {
  key: key('record_pkey'),
  sealed: { type: 'bytea' },
  sealed_at: { type: 'timestamp with time zone', default: () => 'now()' },
  object: optional,
  id: optional,
  source: optional,
  origin: optional,
});

/** Tables beside the HSDS objects. */
export const registryEntities: readonly EntitySchema[] = [
  link,
  pendingReference,
  serviceEntry,
  dirtyService,
  unreadService,
  importHold,
  confidentialLocation,
  enteredPlace,
  source,
  publisherId,
  leftover,
  releasedText,
  confidentialOrganization,
  placeReview,
  unclearTerm,
  entryQuality,
  listedService,
  entryLikeness,
  servicePair,
  termDecision,
  vaultRecord,
];
