// Composes the gateway's graph from the schemas of the services, with an MIT composer, and writes it to its committed file. With --check it
// only compares, and exits with 1 if the committed files differ.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

const gateway = new URL('../apps/gateway/', import.meta.url);
const services = ['registry', 'capacity', 'matching'];
const run = promisify(execFile);

/** Each in its own process, because Nest keeps the types of everything that is imported. */
async function schemaOf(service) {
  const main = new URL(`../apps/${service}/dist/main.js`, import.meta.url).pathname;
  const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', main, '--print-schema'], {
    maxBuffer: 16_777_216,
  });
  return stdout;
}

const subgraphs = await Promise.all(services.map(async (name) => ({ name, sdl: await schemaOf(name) })));
// The addresses only identify the services; a deployment sets its own.
const given = subgraphs.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}:4000/graphql` }));
const composed = composeServices(given);
if (composed.errors?.length) {
  composed.errors.forEach((error) => console.error(error.message));
  process.exit(1);
}
const files = new Map([
  ...subgraphs.map(({ name, sdl }) => [`subgraphs/${name}.graphql`, sdl]),
  ['supergraph.graphql', `${composed.supergraphSdl.trim()}\n`],
]);

if (!process.argv.includes('--check')) {
  for (const [name, text] of files) await writeFile(new URL(name, gateway), text);
  console.log(`apps/gateway: ${[...files.keys()].join(', ')}`);
} else {
  const stale = [];
  for (const [name, text] of files) if ((await readFile(new URL(name, gateway), 'utf8').catch(() => '')) !== text) stale.push(name);
  if (stale.length > 0) {
    console.error(`Not what the code says: apps/gateway/${stale.join(', ')}. Run npm run graph:compose and look at the change.`);
    process.exit(1);
  }
}
