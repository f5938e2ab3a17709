import { setTimeout as sleep } from 'node:timers/promises';
// @ts-expect-error: the part of the client that can be made to stop, which has no types.
import Broker from 'kafkajs/src/broker/index.js';

type Broken = { fetch: () => Promise<{ responses: never[] }>; describeGroups: () => Promise<never> };
const client = (Broker as { prototype: Broken }).prototype;
const waitMilliseconds = 250;

/** The client's fetches never return; its sockets stay open. */
export function stopFetching(): void {
  client.fetch = () => new Promise(() => undefined);
}

/** The client's fetches return empty for ever, so that it keeps telling the group that it is alive. */
export function becomeDeaf(): void {
  client.fetch = async () => {
    await sleep(waitMilliseconds);
    return { responses: [] };
  };
}

/** The broker reports nothing about the group, so no watchdog can judge by it. */
export function blindWatchdog(): void {
  client.describeGroups = () => Promise.reject(new Error('blind'));
}
