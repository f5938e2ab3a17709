/** Tables of holds. `party`: gender, age band and pool of each person, until the hold has ended. */
export const holdTables: readonly string[] = [
  `CREATE TABLE capacity.hold (
    id uuid CONSTRAINT hold_pkey PRIMARY KEY,
    service_id text NOT NULL,
    state text NOT NULL,
    subject text NOT NULL,
    organization_id text,
    case_reference text,
    party jsonb,
    asks jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    version integer NOT NULL,
    CONSTRAINT hold_state CHECK (state IN ('HELD', 'CONFIRMED', 'CHECKED_OUT', 'RELEASED', 'EXPIRED', 'DECLINED')),
    CONSTRAINT hold_time CHECK (expires_at > created_at)
  )`,
  `CREATE INDEX hold_due ON capacity.hold (expires_at) WHERE state = 'HELD'`,
  `CREATE INDEX hold_by_service ON capacity.hold (service_id, created_at)`,

  `CREATE TABLE capacity.held_beds (
    hold_id uuid NOT NULL,
    pool_id uuid NOT NULL,
    beds integer NOT NULL,
    CONSTRAINT held_beds_pkey PRIMARY KEY (hold_id, pool_id),
    CONSTRAINT held_beds_some CHECK (beds > 0)
  )`,
  'CREATE INDEX held_beds_by_pool ON capacity.held_beds (pool_id)',

  // Who did what and when. Append-only.
  `CREATE TABLE capacity.hold_change (
    hold_id uuid NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    at timestamptz NOT NULL,
    subject text,
    CONSTRAINT hold_change_pkey PRIMARY KEY (hold_id, version)
  )`,
  'GRANT SELECT, INSERT, UPDATE, DELETE ON capacity.hold, capacity.held_beds TO haven_capacity',
  'REVOKE UPDATE, DELETE ON capacity.held_beds, capacity.hold_change FROM haven_capacity',
  'REVOKE DELETE ON capacity.hold FROM haven_capacity',
  'GRANT SELECT, INSERT ON capacity.hold_change TO haven_capacity',
];
