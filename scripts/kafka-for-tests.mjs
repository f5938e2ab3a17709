// Starts Apache Kafka on free ports for tests, and prints one line of JSON when it is ready: {"brokers":["127.0.0.1:9092"]}. The line `kill
// 1` on its standard input kills node 1 like `kill -9`; a node that ended is started again on its port. Stops at SIGTERM, at Ctrl-C, or
// when its standard input ends, so that it does not outlive a killed test run. Needs `npm run build`.
// node scripts/kafka-for-tests.mjs [--nodes 1|3] [--data DIR]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { findJava, missing } from '../tools/local-cluster/dist/find-tools.js';
import { kafkaHome, kafkaJars } from '../tools/local-cluster/dist/kafka/kafka-jars.js';
import { planKafka } from '../tools/local-cluster/dist/kafka/kafka-plan.js';
import { startKafka } from '../tools/local-cluster/dist/kafka/start-kafka.js';
import { fetchWithMaven, isFetched } from '../tools/local-cluster/dist/maven.js';
import { preparePlaces } from '../tools/local-cluster/dist/files/places.js';
import { choosePorts } from '../tools/local-cluster/dist/ports.js';

const { values } = parseArgs({ options: { nodes: { type: 'string', default: '1' }, data: { type: 'string' } } });
const nodes = values.nodes === '3' ? 3 : 1;
const stopping = new AbortController();
const stop = () => stopping.abort();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
const lines = createInterface(process.stdin).once('close', stop);

const java = await findJava();
if (!java) fail(missing.java);
const directory = values.data ? resolve(values.data) : await mkdtemp(join(tmpdir(), 'haven-kafka-'));
const places = await preparePlaces(directory);
if (!(await isFetched(kafkaJars()))) await fetchWithMaven(kafkaJars(), places.logOf('kafka-download'), stopping.signal);
// Simultaneous runs look for ports in different ranges.
const ports = await choosePorts(10_000 + (process.pid % 20_000), 2 * nodes);
const plan = await planKafka(places, nodes, ports);
const say = (line) => process.stderr.write(`${line}\n`);
const supervision = { say, changed: () => undefined, isHeld: () => false };
const kafka = await startKafka({ program: { java, home: kafkaHome() }, plan, places, supervision }, stopping.signal);
try {
  await kafka.untilReady(stopping.signal);
  lines.on('line', (line) => /^kill [1-3]$/.test(line) && kafka.processes[Number(line.at(-1)) - 1]?.supervised.replace('was killed'));
  process.stdout.write(`${JSON.stringify({ brokers: plan.brokers })}\n`);
  await new Promise((done) => (stopping.signal.aborted ? done() : stopping.signal.addEventListener('abort', done)));
} catch (error) {
  if (!stopping.signal.aborted) say(error.message);
  process.exitCode = stopping.signal.aborted ? 0 : 1;
} finally {
  await kafka.stop();
  if (!values.data) await rm(directory, { recursive: true, force: true });
}
process.exit();

function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
