import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { discardParked, listParked, replayParked, startConsumer } from '../index.js';
import type { BatchHandler, EventBus, EventConsumer, HavenEvent, Subscription } from '../index.js';
import { Shop1 } from '../shop.fixture.js';

let ids = 0;
const event = (key: string, sequence: number): HavenEvent => ({
  id: `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
  topic: 'goods',
  key,
  type: 'changed',
  sequence,
  time: '2026-01-01T00:00:00Z',
  correlationId: null,
  data: { n: sequence },
});

describe('parking', () => {
  let server: TestDatabase;
  let database: Database;
  let deliver: BatchHandler;
  /** What the consumer does besides writing the effect. Tests replace it. */
  let disturb: (event: HavenEvent) => void | Promise<void>;

  const consumer: EventConsumer = {
    name: 'shop-effects',
    topics: ['goods'],
    apply: async (tx, { id, key, sequence, ...rest }) => {
      await disturb({ id, key, sequence, ...rest });
      await tx.query('INSERT INTO shop.effect (event_id, event_key, sequence) VALUES ($1, $2, $3)', [id, key, sequence]);
    },
  };
  const effects = async (key: string) =>
    (
      await database.dataSource.query<{ sequence: number }[]>('SELECT sequence FROM shop.effect WHERE event_key = $1 ORDER BY n', [key])
    ).map(({ sequence }) => sequence);
  const parked = async (key: string) =>
    (await listParked(database, 'shop')).filter((waiting) => waiting.event.key === key).map((waiting) => waiting.event.sequence);
  const subscribe = async (as: EventConsumer, on = database) => {
    const bus = {
      subscribe: (_group: string, _topics: readonly string[], handle: BatchHandler) => ((deliver = handle), Promise.resolve({})),
    };
    (await startConsumer(on, 'shop', bus as unknown as EventBus, as)) as Subscription;
  };
  const fails = (problem: unknown) => () => Promise.reject(problem as Error);

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openDatabase({ context: 'shop', connection: server.connection, entities: [], migrations: [Shop1] });
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });
  beforeEach(async () => {
    disturb = () => undefined;
    await subscribe(consumer);
  });

  it('parks nothing while the database is away: the batch is delivered again', async () => {
    disturb = fails(Object.assign(new Error('deadlock detected'), { code: '40P01' }));
    await expect(deliver([event('away', 1), event('away', 2)])).rejects.toThrow('deadlock');
    expect(await parked('away')).toEqual([]);
  });

  it('counts attempts in the database, so that a new process does not start from zero', async () => {
    const poison = event('counted', 1);
    await database.dataSource.query('INSERT INTO shop.delivery_attempt VALUES ($1, $2, 2)', [consumer.name, poison.id]);
    let tries = 0;
    disturb = () => Promise.reject(new Error(`poison ${++tries}`));
    await deliver([poison]);
    expect(tries).toBe(1); // alone: in a batch a try is not counted
    expect((await listParked(database, 'shop')).find((waiting) => waiting.event.key === 'counted')).toMatchObject({
      attempts: 3,
      reason: 'Error',
    });
    expect(await database.dataSource.query('SELECT 1 FROM shop.delivery_attempt WHERE event_id = $1', [poison.id])).toEqual([]);
  });

  it('passes many together to a consumer that can apply them, the latest of each key; one by one if one fails', async () => {
    const together: string[][] = [];
    const applyTogether = async (_tx: unknown, events: readonly HavenEvent[]) => {
      together.push(events.map(({ key, sequence }) => `${key} ${sequence}`));
      for (const one of events) await disturb(one);
    };
    await subscribe({ ...consumer, tellsWholeState: true, applyTogether });
    await deliver([event('many-a', 1), event('many-b', 1), event('many-a', 2)]);
    expect(together).toEqual([['many-a 2', 'many-b 1']]);

    disturb = ({ key }) => (key === 'many-b' ? Promise.reject(new Error('poison')) : undefined);
    await deliver([event('many-a', 3), event('many-b', 2)]);
    expect([await effects('many-a'), await effects('many-b')]).toEqual([[3], []]);
    expect([await parked('many-a'), await parked('many-b')]).toEqual([[], [2]]);
    await database.dataSource.query('DELETE FROM shop.parked_event');
  });

  it('signals progress for each event that is handled separately, even for a known one', async () => {
    const known = Array.from({ length: 20 }, (_, n) => event('signs', n + 1));
    await deliver(known);
    let signs = 0;
    const poison = { ...event('signs', Number.MAX_SAFE_INTEGER), type: 'haven.unreadable' };
    await deliver([...known, poison], () => (signs += 1));
    expect(await effects('signs')).toHaveLength(20);
    expect(signs).toBeGreaterThanOrEqual(20);
    await database.dataSource.query('DELETE FROM shop.parked_event');
  });

  it('parks an unreadable event at once, and a replay leaves it', async () => {
    await deliver([{ ...event('unread', Number.MAX_SAFE_INTEGER), type: 'haven.unreadable' }]);
    expect((await listParked(database, 'shop')).find((waiting) => waiting.event.key === 'unread')).toMatchObject({
      attempts: 1,
      reason: 'UnreadableEvent',
    });
    const { stillParked } = await replayParked(database, 'shop', consumer);
    expect(stillParked).toBeGreaterThan(0);
    await database.dataSource.query('DELETE FROM shop.parked_event');
  });

  it('gives up an unreadable event, and its key continues', async () => {
    const unreadable = { ...event('stuck', Number.MAX_SAFE_INTEGER), type: 'haven.unreadable' };
    await deliver([unreadable]);
    await deliver([event('stuck', 1)]);
    await replayParked(database, 'shop', consumer);
    await deliver([event('stuck', 2)]);
    expect([await effects('stuck'), await parked('stuck')]).toEqual([[1], [2, Number.MAX_SAFE_INTEGER]]);
    expect(await discardParked(database, 'shop', consumer.name, unreadable.id)).toEqual(unreadable);
    await replayParked(database, 'shop', consumer);
    await deliver([event('stuck', 3)]);
    expect([await effects('stuck'), await parked('stuck')]).toEqual([[1, 2, 3], []]);
  });

  it('gives up an event for good, for one consumer only', async () => {
    const poison = event('given-up', 1);
    disturb = fails(new Error('poison'));
    await deliver([poison]);
    disturb = () => undefined;
    expect(await discardParked(database, 'shop', 'another', poison.id)).toBeNull();
    expect(await parked('given-up')).toEqual([1]);
    expect(await discardParked(database, 'shop', consumer.name, poison.id)).toEqual(poison);
    expect(await discardParked(database, 'shop', consumer.name, poison.id)).toBeNull();
    await deliver([poison]);
    await deliver([event('given-up', 2)]);
    expect([await effects('given-up'), await parked('given-up')]).toEqual([[2], []]);
  });

  it('replays each key as far as it can, and returns what stays parked', async () => {
    disturb = fails(new Error('poison'));
    await deliver([event('a', 1), event('b', 1)]);
    await deliver([event('a', 2), event('b', 2)]);
    disturb = ({ key, sequence }) => (key === 'a' && sequence === 2 ? Promise.reject(new RangeError('still')) : undefined);
    expect(await replayParked(database, 'shop', consumer)).toEqual({ applied: 3, stillParked: 1 });
    expect([await effects('a'), await effects('b'), await parked('a')]).toEqual([[1], [1, 2], [2]]);
    expect((await listParked(database, 'shop'))[0]).toMatchObject({ attempts: 1, reason: 'RangeError' });
    disturb = () => undefined;
    await replayParked(database, 'shop', consumer);
  });

  it('remembers how far a replay came: an older event that arrives later does nothing', async () => {
    disturb = fails(new Error('poison'));
    await deliver([event('old', 5)]);
    disturb = () => undefined;
    await replayParked(database, 'shop', consumer);
    await deliver([event('old', 4)]);
    expect(await effects('old')).toEqual([5]);
  });

  it('lets no live event pass between a replay and the key that it frees', async () => {
    disturb = fails(new Error('poison'));
    await deliver([event('race', 1)]);
    let live: Promise<void> | null = null;
    // While the replay applies the first event, the running consumer receives the second.
    disturb = async ({ key, sequence }) => {
      if (key !== 'race' || sequence !== 1) return;
      live = deliver([event('race', 2)]);
      await Promise.race([live, new Promise((resolve) => setTimeout(resolve, 300))]);
    };
    await replayParked(database, 'shop', consumer);
    await live!;
    expect(await effects('race')).toEqual([1, 2]);
    expect(await parked('race')).toEqual([]);
  });

  it('keeps only the latest event of a key whose events contain the whole state', async () => {
    await subscribe({ ...consumer, name: 'shop-states', tellsWholeState: true });
    disturb = fails(new Error('poison'));
    await deliver([event('state', 1)]);
    await deliver([event('state', 2)]);
    await deliver([event('state', 3)]);
    expect(await parked('state')).toEqual([3]);
  });

  it('shows for the latest event how often, why and since when its key failed', async () => {
    await subscribe({ ...consumer, name: 'shop-told', tellsWholeState: true });
    const told = async () => (await listParked(database, 'shop')).filter((waiting) => waiting.event.key === 'told');
    disturb = fails(new RangeError('poison'));
    await deliver([event('told', 1)]);
    const [first] = await told();
    await deliver([event('told', 2)]);
    await deliver([event('told', 3)]);
    expect(await told()).toEqual([{ ...first, event: expect.objectContaining({ sequence: 3 }) }]);
    expect(first).toMatchObject({ attempts: 3, reason: 'RangeError' });
  });

  it('drops an older state that arrives after the latest', async () => {
    await subscribe({ ...consumer, name: 'shop-late', tellsWholeState: true });
    disturb = fails(new Error('poison'));
    await deliver([event('late', 3)]);
    await deliver([event('late', 2)]);
    expect(await parked('late')).toEqual([3]);
  });

  it('does not park again what took effect before its key was parked', async () => {
    const first = event('again', 1);
    await deliver([first]);
    disturb = fails(new Error('poison'));
    await deliver([event('again', 2)]);
    await deliver([first]);
    expect(await parked('again')).toEqual([2]);
  });

  it('does not park what another process has applied meanwhile', async () => {
    const [first, second] = [event('both', 1), event('both', 2)];
    await subscribe(consumer);
    const other = deliver;
    let tries = 0;
    // Attempts of this process fail. Before it parks, the other one has handled the key.
    const late: Database = {
      ...database,
      transaction: async (work) => {
        if (tries === 4) {
          disturb = () => undefined;
          await other([first, second]);
        }
        return database.transaction(work);
      },
    };
    await subscribe(consumer, late);
    disturb = () => Promise.reject(new Error(`poison ${++tries}`));
    await deliver([first]);
    expect(await effects('both')).toEqual([1, 2]);
    expect(await parked('both')).toEqual([]);
  });

  it("does not count the database's absence against an event", async () => {
    const flaky = event('flaky', 1);
    let tries = 0;
    const away = Object.assign(new Error('deadlock detected'), { code: '40P01' });
    disturb = () => Promise.reject(++tries % 2 === 1 ? new Error('in the batch') : away);
    for (let n = 0; n < 3; n++) await expect(deliver([flaky])).rejects.toThrow('deadlock');
    tries = 0;
    disturb = () => Promise.reject(new Error(`poison ${++tries}`));
    await deliver([flaky]);
    expect(tries).toBe(1 + 3); // in the batch, then alone
    expect(await parked('flaky')).toEqual([1]);
  });
});
