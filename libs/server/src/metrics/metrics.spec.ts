import { describe, expect, it } from '@jest/globals';
import { createMetrics } from './metrics.js';

const lines = async (metrics: { text(): Promise<string> }, name: string) =>
  (await metrics.text()).split('\n').filter((line) => line.startsWith(name));

describe('metrics', () => {
  it('reads a gauge on request, from each of its readers', async () => {
    const metrics = createMetrics('test');
    let waiting = 1;
    const add = (schema: string) =>
      metrics.gauge('haven_outbox_events', 'Events that wait', ['schema'], (set) => Promise.resolve(set({ schema }, waiting)));
    add('registry');
    add('capacity');
    waiting = 7;
    expect(await lines(metrics, 'haven_outbox_events')).toEqual([
      'haven_outbox_events{schema="registry",service="test"} 7',
      'haven_outbox_events{schema="capacity",service="test"} 7',
    ]);
  });

  it('has no value for a failing reader, and keeps the others', async () => {
    const metrics = createMetrics('test');
    let broken = false;
    metrics.gauge('haven_parked_events', 'x', ['schema'], (set) =>
      broken ? Promise.reject(new Error('away')) : Promise.resolve(set({ schema: 'a' }, 3)),
    );
    expect(await lines(metrics, 'haven_parked_events')).toHaveLength(1);
    broken = true;
    expect(await lines(metrics, 'haven_parked_events')).toEqual([]);
    expect(await lines(metrics, 'process_cpu_seconds_total')).toHaveLength(1);
  });

  it('counts operations by field, and errors by code', async () => {
    const metrics = createMetrics('test');
    metrics.answered(['match', 'places'], 0.02, ['BAD_USER_INPUT', 'BAD_USER_INPUT']);
    expect(await lines(metrics, 'haven_graphql_seconds_count')).toEqual([
      'haven_graphql_seconds_count{service="test",field="match"} 1',
      'haven_graphql_seconds_count{service="test",field="places"} 1',
    ]);
    expect(await lines(metrics, 'haven_graphql_errors_total')).toEqual([
      'haven_graphql_errors_total{code="BAD_USER_INPUT",service="test"} 2',
    ]);
  });

  it('measures the age of a change when it takes effect, never below zero', async () => {
    const metrics = createMetrics('test');
    const event = { id: '', topic: '', key: '', type: '', sequence: 1, correlationId: null, data: null };
    metrics.applied('reader')({ ...event, time: new Date(Date.now() - 2_000).toISOString() });
    metrics.applied('reader')({ ...event, time: new Date(Date.now() + 60_000).toISOString() });
    const [sum] = await lines(metrics, 'haven_projection_delay_seconds_sum');
    expect(Number(sum!.split(' ').at(-1))).toBeCloseTo(2, 0);
  });
});
