// Counts beds all the time: passes count events to the consumer of the read model, as its subscription does. Runs in its own process.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { availabilityTopic, availabilityType } from '@haven/events';
import { matchingConsumer, openMatchingDatabase } from '@haven/matching';
import { startConsumer } from '@haven/messaging';

/** As often as a bus would deliver a batch. */
const everyMilliseconds = 20;
/** Events of one transaction. */
const batch = 200;
const shelters = 5_000;

/** Alternates between the original count and one bed more or less: of ten full shelters, one gets a free bed and fills again. */
function counted({ snapshot, change }) {
  const now = new Date().toISOString();
  const [first, ...others] = snapshot.pools;
  const pools = [{ ...first, occupied: first.occupied + change, free: first.free - change }, ...others];
  const free = pools.reduce((sum, pool) => sum + pool.free, 0);
  const told = { status: free > 0 ? 'CAPACITY' : 'NO_CAPACITY', confirmedAt: now, sequence: snapshot.sequence + 1 };
  return { snapshot: { ...snapshot, free, pools, ...told }, change: -change };
}

const changeOf = ({ free, pools: [first] }, i) => (first.free > 0 ? 1 : free === 0 && i % 10 === 0 ? -1 : 0);

const eventOf = (data) => ({
  ...{ id: randomUUID(), topic: availabilityTopic, key: data.serviceId, type: availabilityType },
  ...{ sequence: data.sequence, time: new Date().toISOString(), correlationId: null, data },
});

process.once('message', async ({ connection, perSecond }) => {
  const database = await openMatchingDatabase(connection);
  const known = await database.dataSource.query(
    `SELECT jsonb_set(snapshot, '{sequence}', to_jsonb(greatest(sequence, coalesce(last_sequence, 0)))) AS snapshot FROM matching.bed_state
     LEFT JOIN matching.handled_sequence ON topic = $2 AND event_key = service_id ORDER BY md5(service_id) LIMIT $1`,
    [shelters, availabilityTopic],
  );
  const states = known.map(({ snapshot }, i) => ({ snapshot, change: changeOf(snapshot, i) }));
  const handle = await subscribed(database);
  let [isOn, done, next] = [true, 0, 0];
  process.once('message', () => (isOn = false));
  const began = performance.now();
  process.send('begun');
  while (isOn) {
    const due = Math.floor(((performance.now() - began) * perSecond) / 1_000) - done;
    const events = Array.from({ length: Math.min(due, batch) }, () => {
      const at = next++ % states.length;
      return eventOf((states[at] = counted(states[at])).snapshot);
    });
    if (events.length > 0) await handle(events);
    done += events.length;
    await sleep(due > batch ? 0 : everyMilliseconds);
  }
  const seconds = (performance.now() - began) / 1_000;
  await database.close();
  process.send({ perSecond: done / seconds });
});

/** The handler to which a bus would pass events. */
async function subscribed(database) {
  let handler;
  const subscribe = async (_group, _topics, handle) => (handler = handle);
  await startConsumer(database, 'matching', { subscribe }, matchingConsumer);
  return handler;
}
