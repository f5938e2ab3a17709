import type { ControlMessage, ControlRequest } from '@haven/config';
import { nobodyListens, type RunCommand, type Tell } from '@haven/server/process';
import { settleAll, type Ask } from './settle-all.js';

/** Directories of the processes that receive commands. */
export interface Destinations {
  readonly registry: string;
  readonly capacity: string;
  readonly matching: readonly string[];
}

/** Passes each command of `haven` to the process that owns the data, and ends when its events have taken effect everywhere. */
export function forwardTo({ registry, capacity, matching }: Destinations, ask: Ask): RunCommand {
  const settle = () => settleAll([registry, capacity, ...matching], ask);
  return async (request, tell) => {
    switch (request.command) {
      case 'import': {
        const result = await passOn(request, [registry], ask, tell);
        if (!request.dryRun) await settle();
        return tell({ result });
      }
      case 'review': {
        const result = await passOn(request, [registry], ask, tell);
        if (request.action !== 'list') await settle();
        return tell({ result });
      }
      case 'export':
        return tell({ result: await passOn(request, [registry], ask, tell) });
      case 'rebuild': {
        const result = await passOn(request, matching, ask, tell);
        await settle();
        return tell({ result });
      }
      case 'retell': {
        const told = await toldBy([registry, capacity], request, ask, tell);
        await settle();
        return tell({ result: { told } });
      }
      case 'account':
      case 'service-account':
        throw new Error('The accounts of the distributed system are those of its identity provider: change them there.');
      case 'settle':
        await settle();
        return tell({ result: { settled: true } });
      case 'parked':
        return tell({ result: await parkedOf([[registry], [capacity], matching], request, ask, tell) });
      case 'discard':
        return tell({ result: await discardedFrom([[registry], [capacity], matching], request, ask, tell) });
    }
  };
}

/** The registry first: capacity's events are about its services. */
async function toldBy(services: readonly string[], request: ControlRequest, ask: Ask, tell: Tell): Promise<Record<string, number>> {
  const told: Record<string, number> = {};
  for (const service of services) Object.assign(told, ((await passOn(request, [service], ask, tell)) as { told: object }).told);
  return told;
}

type Parked = Extract<ControlRequest, { command: 'parked' }>;
type Discard = Extract<ControlRequest, { command: 'discard' }>;

async function parkedOf(services: readonly (readonly string[])[], request: Parked, ask: Ask, tell: Tell): Promise<unknown> {
  const results = (await askEach(services, request, ask, tell)) as { parked: readonly unknown[]; applied?: number }[];
  const applied = results.reduce((sum, result) => sum + (result.applied ?? 0), 0);
  return { ...(request.replay && { applied }), parked: results.flatMap(({ parked }) => parked) };
}

async function discardedFrom(services: readonly (readonly string[])[], request: Discard, ask: Ask, tell: Tell): Promise<unknown> {
  const results = (await askEach(services, request, ask, tell)) as { discarded: readonly unknown[] }[];
  return { discarded: results.flatMap(({ discarded }) => discarded) };
}

/** Asks the services one after the other. Only the one that has a consumer recognizes its name. */
async function askEach(
  services: readonly (readonly string[])[],
  request: Parked | Discard,
  ask: Ask,
  tell: Tell,
): Promise<readonly unknown[]> {
  const results: unknown[] = [];
  const failures: unknown[] = [];
  for (const replicas of services) {
    const result = await passOn(request, replicas, ask, tell).catch((error: unknown) => void failures.push(error));
    if (result) results.push(result);
  }
  if (failures.length > 0 && (request.consumer === null || results.length === 0)) throw failures.at(-1);
  return results;
}

/** Passes on every message except the result, which it returns. Of several replicas it uses the first one that answers. */
async function passOn(request: ControlRequest, replicas: readonly string[], ask: Ask, tell: Tell): Promise<unknown> {
  for (const replica of replicas) {
    const answer = ask(replica, request)[Symbol.asyncIterator]();
    const first = await answer.next().catch(isAway);
    if (first) return follow(first, answer, tell);
  }
  throw new Error('The process that does this is being started again. Repeat the command in a moment.');
}

/** Null if nobody listens. */
function isAway(error: unknown): null {
  if (nobodyListens(error)) return null;
  throw error;
}

async function follow(first: IteratorResult<ControlMessage>, answer: AsyncIterator<ControlMessage>, tell: Tell): Promise<unknown> {
  let result: unknown = null;
  for (let next = first; !next.done; next = await answer.next()) {
    if ('failed' in next.value) throw new Error(next.value.failed);
    if ('result' in next.value) result = next.value.result;
    else await tell(next.value);
  }
  return result;
}
