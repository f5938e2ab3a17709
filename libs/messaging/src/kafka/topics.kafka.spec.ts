import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs, { type Admin } from 'kafkajs';
import { eventually, unique } from '../contract/transport.contract.js';
import { applyTopics } from '../index.js';
import { testBrokers, testClient, whySkipped } from './kafka.fixture.js';

if (testBrokers) topics(testBrokers);
else describe('applyTopics', () => it.skip(whySkipped, () => undefined));

function topics(brokers: readonly string[]) {
  describe('applyTopics', () => {
    const kafka = testClient(brokers);
    const once = { replicas: 1, inSync: 1 };
    const name = unique('declared');
    let admin: Admin;
    const settings = { 'cleanup.policy': 'compact', 'segment.ms': '3600000' };
    const resource = { type: kafkajs.ConfigResourceTypes.TOPIC, name };
    const set = async (): Promise<Record<string, string>> => {
      const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: [resource] });
      const own = resources[0]!.configEntries.filter(({ configSource }) => Number(configSource) === 1);
      return Object.fromEntries(own.map(({ configName, configValue }) => [configName, configValue]));
    };
    const ours = { 'min.insync.replicas': '1', 'unclean.leader.election.enable': 'false' };
    beforeAll(async () => {
      admin = kafka.admin();
      await admin.connect();
    });
    afterAll(async () => {
      await admin.deleteTopics({ topics: [name] });
      await admin.disconnect();
    });

    it('makes a topic with its settings, which accepts messages at once', async () => {
      expect(await applyTopics(kafka, [{ name, partitions: 2, settings }], once)).toEqual([{ topic: name, done: 'created' }]);
      expect(await set()).toEqual({ ...settings, ...ours });
      expect(await admin.fetchTopicOffsets(name)).toHaveLength(2);
    });

    it('changes nothing the second time', async () => {
      expect(await applyTopics(kafka, [{ name, partitions: 2, settings }], once)).toEqual([{ topic: name, done: 'unchanged' }]);
    });

    it('changes a setting, and keeps other settings of the operator', async () => {
      const entries = Object.entries({ ...(await set()), 'retention.bytes': '123456789' });
      await admin.alterConfigs({
        validateOnly: false,
        resources: [{ ...resource, configEntries: entries.map(([key, value]) => ({ name: key, value })) }],
      });
      await eventually('it is known', async () => (await set())['retention.bytes'] === '123456789');
      const changed = { ...settings, 'segment.ms': '60000' };
      expect(await applyTopics(kafka, [{ name, partitions: 2, settings: changed }], once)).toEqual([{ topic: name, done: 'changed' }]);
      // Brokers apply a change one by one.
      await eventually('it is known', async () => (await set())['segment.ms'] === '60000');
      expect(await set()).toEqual({ ...changed, ...ours, 'retention.bytes': '123456789' });
    });

    it('adds partitions, and removes none', async () => {
      const declared = { name, settings: { ...settings, 'segment.ms': '60000' } };
      expect(await applyTopics(kafka, [{ ...declared, partitions: 5 }], once)).toEqual([{ topic: name, done: 'partitions-added' }]);
      expect(await admin.fetchTopicOffsets(name)).toHaveLength(5);
      expect(await applyTopics(kafka, [{ ...declared, partitions: 3 }], once)).toEqual([{ topic: name, done: 'unchanged' }]);
      expect(await admin.fetchTopicOffsets(name)).toHaveLength(5);
    });

    it('never requires more copies in sync than a topic has', async () => {
      const declared = { name, partitions: 5, settings: { ...settings, 'segment.ms': '60000' } };
      await applyTopics(kafka, [declared], { replicas: 3, inSync: 2 });
      expect((await set())['min.insync.replicas']).toBe('1');
    });
  });
}
