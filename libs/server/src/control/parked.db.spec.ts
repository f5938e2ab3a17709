import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ControlMessage } from '@haven/config';
import { deliveryAttemptTable, messagingTables, outboxTraceColumn, type EventConsumer } from '@haven/messaging';
import { openDatabase, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { pino } from 'pino';
import { discardCommand, parkedCommand } from './parked.js';

class Parking1 implements MigrationInterface {
  name = 'Parking1790000000001';
  async up(runner: QueryRunner) {
    for (const sql of [...messagingTables('parking'), deliveryAttemptTable('parking'), outboxTraceColumn('parking')])
      await runner.query(sql);
  }
  async down() {}
}

const secret = 'a text that no terminal may show';

describe('the command for parked events', () => {
  let server: TestDatabase;
  let database: Database;
  let broken = true;
  const consumer: EventConsumer = {
    name: 'parking-reader',
    topics: ['goods'],
    apply: () => (broken ? Promise.reject(new TypeError(secret)) : Promise.resolve()),
  };
  const run = async (replay: boolean, name: string | null = null) => {
    const told: ControlMessage[] = [];
    const command = parkedCommand([{ database, schema: 'parking', consumer }]);
    await command({ command: 'parked', replay, consumer: name }, (message) => (told.push(message), Promise.resolve()));
    return told;
  };

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openDatabase({ context: 'parking', connection: server.connection, entities: [], migrations: [Parking1] });
    await park('00000000-0000-4000-8000-000000000001', 3);
  });
  const park = async (id: string, sequence: number) => {
    const event = {
      id,
      topic: 'goods',
      key: 'k',
      type: 'changed',
      sequence,
      time: '2026-01-01T00:00:00Z',
      correlationId: null,
      data: { secret },
    };
    await database.dataSource.query(
      `INSERT INTO parking.parked_event (consumer, topic, event_key, sequence, event_id, event, attempts, reason)
       VALUES ('parking-reader', 'goods', 'k', $3, $1, $2, 3, 'TypeError')`,
      [id, JSON.stringify(event), sequence],
    );
  };
  afterAll(async () => {
    await database.close();
    await server.close();
  });

  it('lists what waits, without its contents', async () => {
    const told = await run(false);
    expect(told).toMatchObject([
      { result: { parked: [{ consumer: 'parking-reader', topic: 'goods', key: 'k', sequence: 3, attempts: 3, reason: 'TypeError' }] } },
    ]);
    expect(JSON.stringify(told)).not.toContain(secret);
  });

  it('says what stays parked, counts the attempt, and still shows no contents', async () => {
    const told = await run(true);
    expect(told).toMatchObject([{ result: { applied: 0, parked: [{ attempts: 4, reason: 'TypeError' }] } }]);
    expect(JSON.stringify(told)).not.toContain(secret);
  });

  it('replays after the repair', async () => {
    broken = false;
    expect(await run(true, 'parking-reader')).toEqual([{ result: { applied: 1, parked: [] } }]);
  });

  it('discards an event, says so, and logs its ids without its contents', async () => {
    const id = '00000000-0000-4000-8000-000000000002';
    await park(id, 4);
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    const discard = async (asked: string, name: string | null = null) => {
      const told: ControlMessage[] = [];
      const command = discardCommand([{ database, schema: 'parking', consumer }], log);
      await command({ command: 'discard', id: asked, consumer: name }, (message) => (told.push(message), Promise.resolve()));
      return told;
    };
    expect(await discard('00000000-0000-4000-8000-000000000009')).toEqual([{ result: { discarded: [] } }]);
    expect(lines).toEqual([]);
    expect(await discard(id)).toEqual([{ result: { discarded: [{ consumer: 'parking-reader', topic: 'goods', key: 'k', id }] } }]);
    expect(JSON.parse(lines.join(''))).toMatchObject({ consumer: 'parking-reader', topic: 'goods', event: id });
    expect(lines.join('')).not.toContain(secret);
    expect(await run(false)).toEqual([{ result: { parked: [] } }]);
    await expect(discard(id, 'nobody')).rejects.toThrow('There is no consumer "nobody" here.');
  });

  it('names the consumers if the name is wrong', async () => {
    await expect(run(false, 'nobody')).rejects.toThrow('There is no consumer "nobody" here. There are: parking-reader.');
  });
});
