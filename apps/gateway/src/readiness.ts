import type { GatewayPlugin } from '@graphql-hive/gateway';
import { GraphQLError } from 'graphql';
import { isService, services, type ServiceName } from './services.js';

const keptMilliseconds = 1_000;
const limitMilliseconds = 2_000;
const names = Object.keys(services) as ServiceName[];
const known = new Map<ServiceName, { readonly answer: Promise<boolean>; readonly until: number }>();

/** Answers the probes like every process. Ready means that every service is ready; the gateway's own probe does not check that. */
export function answerProbes({ live, ready }: { readonly live: string; readonly ready: string }): GatewayPlugin {
  return {
    onRequest: async ({ url, fetchAPI, endResponse }) => {
      const answer = (body: object, status: number) =>
        endResponse(new fetchAPI.Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }));
      if (url.pathname === live) return answer({ status: 'live' }, 200);
      if (url.pathname !== ready) return;
      const missing = await notReady();
      return missing.length === 0 ? answer({ status: 'ready' }, 200) : answer({ status: 'not ready', missing }, 503);
    },
  };
}

/** The gateway's client for subscriptions would silently retry an absent service for half a minute, without a setting for it. */
export const refuseSubscriptionsInVain: GatewayPlugin = {
  onSubgraphExecute: async ({ subgraphName, executionRequest, setExecutor }) => {
    if (executionRequest.operationType !== 'subscription' || !isService(subgraphName) || (await isReady(subgraphName))) return;
    const away = new GraphQLError('away', { extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: subgraphName } });
    setExecutor(() => ({ errors: [away] }));
  },
};

async function notReady(): Promise<readonly ServiceName[]> {
  const answers = await Promise.all(names.map(isReady));
  return names.filter((_name, index) => !answers[index]);
}

function isReady(name: ServiceName): Promise<boolean> {
  const kept = known.get(name);
  if (kept && kept.until > Date.now()) return kept.answer;
  const answer = askReady(services[name].url);
  known.set(name, { answer, until: Date.now() + keptMilliseconds });
  return answer;
}

const askReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(limitMilliseconds) }).then(
    ({ ok }) => ok,
    () => false,
  );
