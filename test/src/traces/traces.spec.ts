import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { farService, mutate } from '../bad-input/registry-operations.js';
import { requestTo } from '../harness/graphql.js';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem, type OwnSystem } from '../harness/system.js';
import { openCollector, type CollectedSpan, type Collector } from './collector.js';

const describeOwn = ownProcesses ? describe : describe.skip;
const [services, beds] = ['haven.registry.service.v1', 'haven.capacity.availability.v1'];

let collector: Collector;
let system: OwnSystem;

beforeAll(async () => {
  if (!ownProcesses) return;
  collector = await openCollector();
  system = await startSystem({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '200' } });
}, 150_000);
afterAll(async () => {
  await system?.remove();
  await collector?.close();
}, 30_000);

/** Sends a mutation as part of a trace, and returns the spans of the trace once there are as many as these. */
async function spansOf(query: string, input: object, names: readonly string[]): Promise<readonly CollectedSpan[]> {
  const traceId = randomBytes(16).toString('hex');
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  const asked = requestTo(system.url, await system.token('COORDINATOR')).set('traceparent', `00-${traceId}-b7ad6b7169203331-01`);
  expect((await asked.send({ query, variables })).body).not.toHaveProperty('errors');
  for (let waited = 0; waited < 15_000 && collector.spansOf(traceId).length < names.length; waited += 100) await sleep(100);
  return collector.spansOf(traceId);
}

const namesOf = (spans: readonly CollectedSpan[]) => spans.map(({ name }) => name).sort();

/** The spans of a change of a service, which two consumers follow. */
const namesOfChange = ['POST /graphql', `process ${services}`, `process ${services}`, `send ${services}`];

describeOwn('a change in the words of OpenTelemetry', () => {
  it('is one trace from the request through outbox and bus to the read model, and contains no data', async () => {
    const organization = await mutate(system, 'registerOrganization', { name: 'Trace keepers' });
    const organizationId = organization.result!.id;
    const name = 'A name that no span may hold';
    const service = await mutate(system, 'registerService', { organizationId, service: { ...farService, name } });
    const pool = { serviceId: service.result!.id, name: 'A pool that no span may hold', total: 7 };
    const wanted = ['POST /graphql', `send ${beds}`, `process ${beds}`].sort();
    const define = 'mutation ($input: DefineBedPoolInput!) { defineBedPool(input: $input) { __typename } }';
    const spans = await spansOf(define, pool, wanted);
    expect(namesOf(spans)).toEqual(wanted);
    const request = spans.find((span) => span.name === 'POST /graphql')!;
    expect(request.parentSpanId).toBe('b7ad6b7169203331');
    expect(spans.filter((span) => span !== request).map(({ parentSpanId }) => parentSpanId)).toEqual([request.spanId, request.spanId]);
    for (const told of ['defineBedPool', 'haven-standalone']) expect(collector.raw()).toContain(told);
    for (const said of ['no span may hold', organizationId, service.result!.id, 'Bearer', process.execPath])
      expect(collector.raw()).not.toContain(said);
  });

  it('of a service reaches capacity and matching alike', async () => {
    const organization = await mutate(system, 'registerOrganization', { name: 'Trace keepers' });
    const input = { organizationId: organization.result!.id, service: farService };
    const register = 'mutation ($input: RegisterServiceInput!) { registerService(input: $input) { __typename } }';
    expect(namesOf(await spansOf(register, input, namesOfChange))).toEqual(namesOfChange);
  });

  it('continues in the events of a follower: a withdrawn service takes its beds along', async () => {
    const organization = await mutate(system, 'registerOrganization', { name: 'Trace keepers' });
    const service = await mutate(system, 'registerService', { organizationId: organization.result!.id, service: farService });
    const { id, version } = service.result!;
    await mutate(system, 'defineBedPool', { serviceId: id, name: 'Beds', total: 7 });
    // First that there are no beds, for subscribers, and then the tombstone.
    const told = [`send ${beds}`, `process ${beds}`];
    const wanted = [...namesOfChange, ...told, ...told].sort();
    const withdraw = 'mutation ($input: WithdrawServiceInput!) { withdrawService(input: $input) { __typename } }';
    expect(namesOf(await spansOf(withdraw, { id, expectedVersion: version }, wanted))).toEqual(wanted);
  });
});
