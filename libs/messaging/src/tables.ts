/** SQL of the outbox, inbox, relay and parking tables of one schema; run it in the schema's first migration. */
export const messagingTables = (schema: string): readonly string[] => [
  `CREATE TABLE "${schema}".outbox (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    topic text NOT NULL,
    event_key text NOT NULL,
    event_type text NOT NULL,
    sequence bigint NOT NULL,
    correlation_id text,
    occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    data jsonb
  )`,
  `CREATE TABLE "${schema}".event_sequence (
    topic text NOT NULL, event_key text NOT NULL, last_sequence bigint NOT NULL,
    PRIMARY KEY (topic, event_key)
  )`,
  `CREATE TABLE "${schema}".relay_lease (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    holder text, leased_until timestamptz NOT NULL DEFAULT '-infinity'
  )`,
  `INSERT INTO "${schema}".relay_lease DEFAULT VALUES`,
  `CREATE TABLE "${schema}".inbox (
    consumer text NOT NULL, event_id uuid NOT NULL, handled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer, event_id)
  )`,
  `CREATE INDEX inbox_by_age ON "${schema}".inbox (handled_at)`,
  `CREATE TABLE "${schema}".handled_sequence (
    consumer text NOT NULL, topic text NOT NULL, event_key text NOT NULL, last_sequence bigint NOT NULL,
    PRIMARY KEY (consumer, topic, event_key)
  )`,
  `CREATE TABLE "${schema}".parked_event (
    consumer text NOT NULL, topic text NOT NULL, event_key text NOT NULL, sequence bigint NOT NULL,
    event_id uuid NOT NULL, event jsonb NOT NULL, attempts integer NOT NULL, reason text NOT NULL,
    parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (consumer, event_id)
  )`,
];
