import { startConsumer } from '@haven/messaging';
import { effectsConsumer } from './effects.js';
import { becomeDeaf, blindWatchdog, stopFetching } from './freeze-client.js';
import { naiveHandler } from './naive-consumer.js';
import { groupOf, type Freeze } from './settings.js';
import { closeParts, openParts, runWorker } from './worker-process.js';

let handlerHangs = false;
const freezes: Record<Freeze, () => void> = {
  fetch: stopFetching,
  deaf: becomeDeaf,
  handler: () => (handlerHangs = true),
};
const untilThawed = (): Promise<void> => (handlerHangs ? new Promise(() => undefined) : Promise.resolve());

await runWorker(
  async (settings) => {
    const parts = await openParts(settings);
    const { schema, topic, consumer } = settings;
    if (consumer?.watchdog === false) blindWatchdog();
    if (consumer?.naive) await parts.bus.subscribe(groupOf(schema), [topic], naiveHandler(consumer.naive, parts));
    else await startConsumer(parts.database, schema, parts.bus, effectsConsumer(settings, untilThawed));
    return () => closeParts(parts);
  },
  (how) => freezes[how](),
);
