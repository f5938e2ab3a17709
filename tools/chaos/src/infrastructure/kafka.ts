import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs from 'kafkajs';
import { inRepository } from '@haven/test/harness/repository';
import { endOf, isRunning, stopChild } from './kept-process.js';
import { until } from './until.js';

/** Three separate brokers. */
export interface Kafka {
  readonly brokers: readonly string[];
  /** `kill -9` of a broker, 1 to 3; it is started again. */
  kill(broker: number): Promise<boolean>;
  /** Resolves when every partition is on all three brokers and up to date there. */
  untilInSync(): Promise<void>;
  stop(): Promise<void>;
}

/** Includes the download, the first time. */
const startMilliseconds = 180_000;
const inSyncMilliseconds = 60_000;
/** The controller notices a missing broker after 3 s; until then its reports are outdated. */
const noticedMilliseconds = 4_000;

/** Starts them; they end with this process. */
export async function startKafka(log: string): Promise<Kafka> {
  const child = spawn(process.execPath, [inRepository('scripts/kafka-for-tests.mjs'), '--nodes', '3'], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stderr.pipe(createWriteStream(log, { flags: 'a' }));
  const killed = new Map<string, number>();
  createInterface(child.stderr).on('line', (line) => {
    const [, broker] = /^kafka-(\d) was killed/.exec(line) ?? [];
    if (broker) killed.set(broker, (killed.get(broker) ?? 0) + 1);
  });
  const brokers = await brokersOf(child).catch(async (problem: unknown) => {
    await stopChild(child);
    throw problem;
  });
  let lastKill = 0;
  return {
    brokers,
    kill: async (broker) => {
      const before = killed.get(String(broker)) ?? 0;
      child.stdin.write(`kill ${broker}\n`);
      lastKill = performance.now();
      await until(`broker ${broker} is killed`, 10_000, () => (killed.get(String(broker)) ?? 0) > before, 20);
      return true;
    },
    untilInSync: async () => {
      await sleep(Math.max(0, lastKill + noticedMilliseconds - performance.now()));
      await until('all brokers are in sync', inSyncMilliseconds, async () => (await allAnswer(brokers)) && (await allInSync(brokers)), 300);
    },
    stop: () => stopChild(child, 'SIGTERM', 30_000),
  };
}

async function brokersOf(child: ChildProcess): Promise<readonly string[]> {
  let first: string | null = null;
  createInterface(child.stdout!).once('line', (line) => (first = line));
  await Promise.race([until('Kafka serves', startMilliseconds, () => first !== null), endOf(child)]);
  if (first === null || !isRunning(child)) throw new Error('Kafka did not start. See its log.');
  return (JSON.parse(first) as { brokers: string[] }).brokers;
}

async function allAnswer(brokers: readonly string[]): Promise<boolean> {
  const answers = (port: number) =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true)));
      socket.once('error', () => resolve(false));
    });
  return (await Promise.all(brokers.map((broker) => answers(Number(broker.split(':')[1]))))).every(Boolean);
}

async function allInSync(brokers: readonly string[]): Promise<boolean> {
  const client = new kafkajs.Kafka({ brokers: [...brokers], logLevel: kafkajs.logLevel.NOTHING, retry: { retries: 1 } });
  const admin = client.admin();
  try {
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata();
    return topics.every(({ partitions }) => partitions.every(({ isr }) => isr.length === brokers.length));
  } finally {
    await admin.disconnect();
  }
}
