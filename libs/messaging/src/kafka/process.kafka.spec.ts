import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
// @ts-expect-error: the part of the client that writes, which has no types.
import Broker from 'kafkajs/src/broker/index.js';
import { eventsOf, eventually, recorder, unique } from '../contract/transport.contract.js';
import type { EventBus } from '../index.js';
import { makeTopic, openTestBus, testBrokers, whySkipped } from './kafka.fixture.js';

const brokerOfClient = (Broker as { prototype: { produce: (request: { acks: number; producerId: number }) => Promise<unknown> } })
  .prototype;

if (testBrokers) processes(testBrokers);
else describe('a process with Kafka', () => it.skip(whySkipped, () => undefined));

function processes(brokers: readonly string[]) {
  describe('a process with Kafka', () => {
    const opened: EventBus[] = [];
    afterEach(async () => {
      jest.restoreAllMocks();
      await Promise.all(opened.splice(0).map((bus) => bus.close()));
    });

    it('ends by itself if its bus is closed during handling, and prints nothing', async () => {
      const topic = await makeTopic(brokers);
      const index = new URL('../../dist/index.js', import.meta.url);
      const code = `
        const { openKafkaEventBus } = await import(${JSON.stringify(index.href)});
        const say = (...words) => console.log(...words);
        const bus = openKafkaEventBus({
          connection: { brokers: ${JSON.stringify(brokers)}, clientId: 'leaves' }, tails: ['${topic}'],
          onError: (error) => say(error), onStalled: () => say('stalled'), tell: () => {},
        });
        const began = Promise.withResolvers();
        await bus.subscribe('${unique('group')}', ['${topic}'], async () => { began.resolve(); await new Promise((end) => setTimeout(end, 1_000)); });
        await bus.publish([${JSON.stringify(eventsOf(topic, ['a'], 1)[0])}]);
        await began.promise;
        await bus.close();`;
      // A package to import from, and a time limit after which it counts as hanging.
      const options = { cwd: fileURLToPath(new URL('../..', import.meta.url)), timeout: 30_000 };
      const flags = ['--disable-warning=TimeoutNegativeWarning', '--input-type=module', '-e', code];
      const { stdout, stderr } = await promisify(execFile)(process.execPath, flags, options);
      expect(stdout.split('\n').filter((line) => line !== '' && !line.includes('coordinator is loading'))).toEqual([]);
      expect(stderr).toBe('');
    }, 60_000);

    it('makes one attempt of a send, and the next one with a new producer', async () => {
      const topic = await makeTopic(brokers);
      const { bus } = openTestBus(brokers);
      opened.push(bus);
      const { events, handle } = recorder();
      const asked: { acks: number; producerId: number }[] = [];
      const produce = brokerOfClient.produce;
      jest.spyOn(brokerOfClient, 'produce').mockImplementation(function (this: unknown, request) {
        asked.push(request);
        // As if the partition moved to another broker: the client may retry.
        if (asked.length === 2)
          return Promise.reject(Object.assign(new Error('moved'), { name: 'KafkaJSConnectionError', retriable: true }));
        return produce.call(this, request);
      });
      const [one, two] = eventsOf(topic, ['a'], 2) as [never, never];
      await bus.publish([one]);
      await expect(bus.publish([two])).rejects.toThrow('moved');
      expect(asked).toHaveLength(2);
      await bus.publish([two]);
      expect(asked.map(({ acks }) => acks)).toEqual([-1, -1, -1]);
      expect(asked[1]!.producerId).toBe(asked[0]!.producerId);
      expect(asked[2]!.producerId).not.toBe(asked[0]!.producerId);
      await bus.subscribe(unique('group'), [topic], handle);
      await eventually('both came', () => events.length >= 2);
      expect(events.map(({ sequence }) => sequence)).toEqual([1, 2]);
    }, 60_000);
  });
}
