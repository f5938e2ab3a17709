import { EntitySchema, type EntitySchemaOptions } from 'typeorm';
import type { ServiceRef, SurgeView } from '../ports.js';
import type { IntakeRow } from './intake-row.js';
import type { PoolRow } from './pool-row.js';

type Columns<Row> = EntitySchemaOptions<Row>['columns'];
type Rest = Pick<EntitySchemaOptions<unknown>, 'indices' | 'checks'>;

const key = (name: string, type: 'text' | 'uuid' | 'integer' = 'text') =>
  ({ type, primary: true, primaryKeyConstraintName: name }) as const;
const table = <Row = unknown>(tableName: string, columns: Columns<NoInfer<Row>>, rest: Rest = {}): EntitySchema<Row> =>
  new EntitySchema<Row>({ name: `capacity_${tableName}`, schema: 'capacity', tableName, columns, ...rest });

const text = { type: 'text' } as const;
const whole = { type: 'integer' } as const;
const flag = { type: 'boolean' } as const;
const counts = { total: whole, occupied: whole, held: whole, out_of_service: whole };

/** The facts about services. */
export const serviceRefs = table<ServiceRef>(
  'service_ref',
  {
    serviceId: { ...key('service_ref_pkey'), name: 'service_id' },
    organizationId: { ...text, name: 'organization_id' },
    country: { ...text, nullable: true },
    active: flag,
    takesPeople: { ...flag, name: 'takes_people', default: true },
    admits: { type: 'jsonb', nullable: true },
  },
  { indices: [{ name: 'service_ref_by_organization', columns: ['organizationId'] }] },
);

const availability = table('availability', { service_id: key('availability_pkey'), sequence: whole });

/** Pools of beds. */
export const bedPools = table<PoolRow & Record<'seen_empty' | 'total_given' | 'counted_by', unknown>>(
  'bed_pool',
  {
    id: key('bed_pool_pkey', 'uuid'),
    service_id: text,
    name: text,
    admits: { type: 'jsonb' },
    ...counts,
    version: whole,
    confirmed_at: { type: 'timestamp with time zone', nullable: true },
    counted: flag,
    closed: { ...flag, default: false },
    seen_empty: { ...whole, default: 0 },
    total_given: { ...flag, default: false },
    counted_by: { ...text, nullable: true },
    number: whole,
  },
  {
    indices: [
      { name: 'bed_pool_by_service', columns: ['service_id'] },
      { name: 'bed_pool_number', columns: ['service_id', 'number'], unique: true },
    ],
    checks: [
      { name: 'bed_pool_parts', expression: 'total BETWEEN 0 AND 100000 AND occupied >= 0 AND held >= 0 AND out_of_service >= 0' },
      { name: 'bed_pool_free', expression: 'occupied::bigint + held + out_of_service <= total' },
      { name: 'bed_pool_seen_empty', expression: 'seen_empty >= 0' },
    ],
  },
);

const bedsToRetell = table('beds_to_retell', { service_id: key('beds_to_retell_pkey') });

const occupancyChange = table(
  'occupancy_change',
  {
    pool_id: key('occupancy_change_pkey', 'uuid'),
    version: key('occupancy_change_pkey', 'integer'),
    service_id: text,
    at: { type: 'timestamp with time zone' },
    ...counts,
    subject: { ...text, nullable: true },
  },
  { indices: [{ name: 'occupancy_change_by_service', columns: ['service_id', 'at'] }] },
);

const time = { type: 'timestamp with time zone' } as const;

const hold = table(
  'hold',
  {
    id: key('hold_pkey', 'uuid'),
    service_id: text,
    state: text,
    subject: text,
    organization_id: { ...text, nullable: true },
    case_reference: { ...text, nullable: true },
    party: { type: 'jsonb', nullable: true },
    asks: { type: 'jsonb' },
    created_at: time,
    expires_at: time,
    accept_by: { ...time, nullable: true },
    acceptance_minutes: { ...whole, nullable: true },
    expected_end: { type: 'date', nullable: true },
    version: whole,
  },
  {
    indices: [
      { name: 'hold_by_case', columns: ['case_reference'] },
      // These indexes are on expressions, which an entity cannot declare.
      { name: 'hold_due', synchronize: false },
      { name: 'hold_open', synchronize: false },
    ],
    checks: [
      { name: 'hold_state', expression: "state IN ('HELD', 'CONFIRMED', 'CHECKED_OUT', 'RELEASED', 'EXPIRED', 'DECLINED')" },
      { name: 'hold_time', expression: 'expires_at > created_at' },
    ],
  },
);

const saidOfIntake = {
  open: flag,
  requires_acceptance: flag,
  acceptance_minutes: whole,
  usual_minutes: whole,
  most_beds_per_organization: { ...whole, nullable: true },
  closed_because: { ...text, nullable: true },
  closed_until: { ...time, nullable: true },
} as const;

/** How shelters take people in. */
export const intakes = table<IntakeRow & { readonly service_id: string }>(
  'intake',
  { service_id: key('intake_pkey'), ...saidOfIntake, version: whole },
  { indices: [{ name: 'intake_due', columns: ['closed_until'], where: '((NOT open) AND (closed_until IS NOT NULL))' }] },
);

const intakeChange = table('intake_change', {
  service_id: key('intake_change_pkey'),
  version: key('intake_change_pkey', 'integer'),
  ...saidOfIntake,
  at: time,
  subject: { ...text, nullable: true },
});

const waiting = table(
  'waiting',
  {
    id: key('waiting_pkey', 'uuid'),
    service_id: text,
    state: text,
    place: { type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' },
    subject: text,
    organization_id: { ...text, nullable: true },
    case_reference: { ...text, nullable: true },
    party: { type: 'jsonb', nullable: true },
    beds: { ...whole, nullable: true },
    joined_at: time,
    // The driver reads defaults without their casts.
    waits_until: { ...time, default: () => "(now() + '24:00:00')" },
    hold_id: { type: 'uuid', nullable: true },
    version: whole,
  },
  {
    indices: [
      { name: 'waiting_in_line', columns: ['service_id', 'place'], where: "state = 'WAITING'" },
      { name: 'waiting_by_hold', columns: ['hold_id'] },
      { name: 'waiting_by_case', columns: ['case_reference'] },
      { name: 'waiting_due', columns: ['waits_until'], where: "state = 'WAITING'" },
    ],
    checks: [
      { name: 'waiting_state', expression: "state IN ('WAITING', 'OFFERED', 'TAKEN', 'MISSED', 'LEFT', 'EXPIRED')" },
      { name: 'waiting_offer', expression: "state <> 'OFFERED' OR hold_id IS NOT NULL" },
    ],
  },
);

const asIso = { from: (at: Date) => at.toISOString(), to: (at: string) => at };

/** Surge beds. */
export const surges = table<SurgeView & { readonly endedBy?: string | null }>(
  'surge',
  {
    id: key('surge_pkey', 'uuid'),
    poolId: { type: 'uuid', name: 'pool_id' },
    serviceId: { ...text, name: 'service_id' },
    beds: whole,
    removed: whole,
    endsAt: { ...time, name: 'ends_at', transformer: asIso },
    endedBy: { ...text, name: 'ended_by', nullable: true, select: false },
  },
  {
    indices: [
      { name: 'surge_due', columns: ['endsAt'], where: 'removed < beds' },
      { name: 'surge_by_service', columns: ['serviceId'] },
    ],
    checks: [{ name: 'surge_beds', expression: 'beds > 0 AND removed BETWEEN 0 AND beds' }],
  },
);

const heldBeds = table(
  'held_beds',
  { hold_id: key('held_beds_pkey', 'uuid'), pool_id: key('held_beds_pkey', 'uuid'), beds: whole },
  { indices: [{ name: 'held_beds_by_pool', columns: ['pool_id'] }], checks: [{ name: 'held_beds_some', expression: 'beds > 0' }] },
);

const holdChange = table('hold_change', {
  hold_id: key('hold_change_pkey', 'uuid'),
  version: key('hold_change_pkey', 'integer'),
  state: text,
  at: time,
  subject: { ...text, nullable: true },
});

const waitingChange = table('waiting_change', {
  waiting_id: key('waiting_change_pkey', 'uuid'),
  version: key('waiting_change_pkey', 'integer'),
  state: text,
  at: time,
  subject: { ...text, nullable: true },
});

/** The tables of capacity, for the drift check. */
export const capacityEntities: readonly EntitySchema[] = [
  serviceRefs,
  availability,
  bedPools,
  bedsToRetell,
  occupancyChange,
  intakes,
  intakeChange,
  waiting,
  waitingChange,
  surges,
  hold,
  heldBeds,
  holdChange,
];
