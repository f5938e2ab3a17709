import { startRelay } from '@haven/messaging';
import { startNaiveRelay } from './naive-relay.js';
import { closeParts, openParts, runWorker, tell } from './worker-process.js';

await runWorker(async (settings) => {
  const parts = await openParts(settings);
  const relay = settings.relay?.naive ? startNaiveRelay(parts) : startRelay(parts.database, settings.schema, parts.bus, tell);
  return async () => {
    await relay.stop();
    await closeParts(parts);
  };
});
