// One process of the API with its share of the callers; each asks for the next hold as soon as the last one is answered. Returns the
// milliseconds of each hold requested between two given instants, when all processes are warm.
import { randomUUID } from 'node:crypto';
import { capacityOn, holdBeds, openCapacityDatabase } from '@haven/capacity';

const caller = { subject: 'bench', role: 'CASEWORKER', organizationId: 'ngo' };

process.once('message', async ({ connection, connections, callers, shelters, warm, until }) => {
  const database = await openCapacityDatabase(connection, { migrate: false, poolSize: connections });
  const capacity = capacityOn(database);
  const times = [];
  const one = async () => {
    while (Date.now() < until) {
      const from = performance.now();
      const serviceId = `s${shelters[Math.floor(Math.random() * shelters.length)]}`;
      const answer = await holdBeds(capacity, caller, { idempotencyKey: randomUUID(), serviceId, party: [{ gender: 'WOMAN', age: 30 }] });
      if (!answer.hold) throw new Error(JSON.stringify(answer));
      const told = Date.now();
      if (told >= warm && told < until) times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: callers }, one));
  await database.close();
  process.send(times, () => process.exit(0));
});
