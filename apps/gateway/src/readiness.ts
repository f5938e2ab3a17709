import type { GatewayPlugin } from '@graphql-hive/gateway';
import { services } from './services.js';

const keptMilliseconds = 1_000;
const limitMilliseconds = 2_000;

/** Answers the probes as every process does. Ready means that every service is: the gateway's own probe does not look behind it. */
export function answerProbes({ live, ready }: { readonly live: string; readonly ready: string }): GatewayPlugin {
  let known: { readonly missing: Promise<readonly string[]>; readonly until: number } | null = null;
  const missing = () => {
    if (known === null || known.until < Date.now()) known = { missing: notReady(), until: Date.now() + keptMilliseconds };
    return known.missing;
  };
  return {
    onRequest: async ({ url, fetchAPI, endResponse }) => {
      const answer = (body: object, status: number) =>
        endResponse(new fetchAPI.Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }));
      if (url.pathname === live) return answer({ status: 'live' }, 200);
      if (url.pathname !== ready) return;
      const names = await missing();
      return names.length === 0 ? answer({ status: 'ready' }, 200) : answer({ status: 'not ready', missing: names }, 503);
    },
  };
}

async function notReady(): Promise<readonly string[]> {
  const asked = Object.entries(services).map(async ([name, { url }]) => ((await isReady(url)) ? [] : [name]));
  return (await Promise.all(asked)).flat();
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(limitMilliseconds) }).then(
    ({ ok }) => ok,
    () => false,
  );
