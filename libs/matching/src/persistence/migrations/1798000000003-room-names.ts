import type { MigrationInterface, QueryRunner } from 'typeorm';

const withNumbers = (pools: string): string =>
  `(SELECT coalesce(jsonb_agg(pool || jsonb_build_object('name', 'Room ' || n) ORDER BY n), '[]') FROM jsonb_array_elements(${pools}) WITH ORDINALITY AS p(pool, n))`;

/** Names of rooms are for the staff only: stored ones are deleted at once, also from events that wait to be applied. */
export class MatchingRoomNames1798000000003 implements MigrationInterface {
  name = 'MatchingRoomNames1798000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE matching.bed_state SET snapshot = jsonb_set(snapshot, '{pools}', ${withNumbers(`snapshot->'pools'`)})`);
    await runner.query(`UPDATE matching.parked_event SET event = jsonb_set(event, '{data,pools}', ${withNumbers(`event->'data'->'pools'`)})
      WHERE topic = 'haven.capacity.availability.v1' AND jsonb_typeof(event->'data'->'pools') = 'array'`);
  }

  /** The names are gone. */
  async down(): Promise<void> {}
}
