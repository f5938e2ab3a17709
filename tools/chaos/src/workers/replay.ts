import { replayParked } from '@haven/messaging';
import { effectsConsumer } from './effects.js';
import { openSchema, runWorker, say } from './worker-process.js';

/** Applies parked events, and reports the result. */
await runWorker(async (settings) => {
  const database = await openSchema(settings);
  say({ done: await replayParked(database, settings.schema, effectsConsumer(settings)) });
  return () => database.close();
});
