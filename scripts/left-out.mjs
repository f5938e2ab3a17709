// Prints at the end of `npm test` which tests were left out, why, and how to run them.
import { readFile } from 'node:fs/promises';

const why = {
  'test:console': 'the console in a browser; needs Chromium, minutes',
  'test:keycloak': 'sign-in with Keycloak on the local cluster; needs Chromium, Java 17, Maven and PostgreSQL with PostGIS; five minutes',
  'test:deploy': 'Docker, compose and Kubernetes files against schemas and against mistakes; a minute',
  'test:real': 'directories that real publishers wrote, where they are at hand; minutes',
  'test:hsds': '/hsds against the official OpenAPI document, where it is at hand; needs Schemathesis (HAVEN_SCHEMATHESIS); a minute',
  'test:thorough': 'thousands of questions to the reference matcher; minutes',
  'test:twin': 'two worlds that differ only in where confidential places are must look the same; minutes',
  'test:leaks': 'leaks put into a copy of the product, each of which the two worlds must notice; about five minutes',
  'test:kill': 'kill -9 during imports and bed counts, and what is there afterwards; two minutes',
  'test:mutations': 'faults put into a copy of the product, each of which the suites must notice; half an hour',
  'test:confidential':
    'faults in what keeps confidential places, put into a copy, each of which a spec beside the code must notice; minutes',
  'test:scale': 'an import of 100,000 services with a look at the memory; about twenty minutes',
  'test:kafka': 'the Kafka adapter on brokers of its own; needs Java 17, Maven and HAVEN_TEST_POSTGRES_URL',
  'test:chaos': 'processes killed, frozen and poisoned under load; needs Java 17, Maven and PostgreSQL with PostGIS; 15 minutes',
  'cluster:test':
    'the end-to-end tests again on Kafka, PostgreSQL and the gateway, then test:chaos; needs Java 17, Maven and PostgreSQL with PostGIS',
};

const { scripts } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
const leftOut = Object.keys(scripts).filter((name) => /^test:|^cluster:test$/.test(name));
const untold = leftOut.filter((name) => !why[name]);
if (untold.length > 0) throw new Error(`scripts/left-out.mjs does not say what these are: ${untold.join(', ')}`);
const width = Math.max(...leftOut.map((name) => name.length)) + 'npm run '.length;
console.log('\nLeft out, because they take long or need an outside server:');
for (const name of leftOut) console.log(`  ${`npm run ${name}`.padEnd(width)}  ${why[name]}`);
