import { availabilityTopic, availabilityWithdrawnType } from '@haven/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sends tombstones for the beds of services that were withdrawn before Haven sent them. */
export class WithdrawnBeds1795900000002 implements MigrationInterface {
  readonly name = 'WithdrawnBeds1795900000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `WITH next AS (
         UPDATE capacity.event_sequence e SET last_sequence = last_sequence + 1
         FROM capacity.service_ref s WHERE e.topic = $1 AND e.event_key = s.service_id AND NOT s.active
         RETURNING e.event_key, e.last_sequence)
       INSERT INTO capacity.outbox (topic, event_key, event_type, sequence) SELECT $1, event_key, $2, last_sequence FROM next`,
      [availabilityTopic, availabilityWithdrawnType],
    );
  }

  /** Events cannot be unsent; they do no harm. */
  async down(): Promise<void> {}
}
