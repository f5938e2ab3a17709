import { replayParked } from '@haven/messaging';
import { effectsConsumer } from './effects.js';
import { openSchema, runWorker, say } from './worker-process.js';

/** Applies what is parked, and tells what that did. */
await runWorker(async (settings) => {
  const database = await openSchema(settings);
  say({ done: await replayParked(database, settings.schema, effectsConsumer(settings)) });
  return () => database.close();
});
