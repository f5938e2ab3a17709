// Runs the suites of the Kafka adapter on its own brokers and on the PostgreSQL of HAVEN_TEST_POSTGRES_URL.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

if (!process.env.HAVEN_TEST_POSTGRES_URL) {
  console.error('Set HAVEN_TEST_POSTGRES_URL to a PostgreSQL with PostGIS where these suites may make databases.');
  process.exit(1);
}
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const brokers = spawn(process.execPath, [path('kafka-for-tests.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] });
const brokersEnded = once(brokers, 'exit');
const [line] = await Promise.race([once(createInterface(brokers.stdout), 'line'), brokersEnded.then(() => [])]);
if (!line) process.exit(1);
const env = { ...process.env, HAVEN_TEST_KAFKA_BROKERS: JSON.parse(line).brokers.join(',') };
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];
const args = [...flags, path('../node_modules/jest/bin/jest.js'), '--selectProjects', 'kafka', '--runInBand', ...process.argv.slice(2)];
const [code] = await once(spawn(process.execPath, args, { stdio: 'inherit', env }), 'exit');
brokers.stdin.end();
await brokersEnded;
process.exit(code ?? 1);
