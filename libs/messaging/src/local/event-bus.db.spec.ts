import { openDatabase } from '@haven/persistence';
import { openTestDatabase } from '@haven/testing';
import { unique } from '../contract/transport.contract.js';
import { eventBusContract } from '../event-bus.contract.js';
import { openLocalEventBus } from '../index.js';
import { Shop1 } from '../shop.fixture.js';

eventBusContract('The local log', async () => {
  const server = await openTestDatabase();
  const database = await openDatabase({ context: 'shop', connection: server.connection, entities: [], migrations: [Shop1] });
  const errors: unknown[] = [];
  return {
    database,
    slowMilliseconds: 2_000,
    open: () => openLocalEventBus(server.connection, [], (error) => errors.push(error)),
    topic: () => Promise.resolve(unique('topic')),
    takeErrors: () => errors.splice(0),
    close: async () => {
      await database.close();
      await server.close();
    },
  };
});
