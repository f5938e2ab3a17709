import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../harness/repository.js';

/** Variables that Node and the image itself read. */
const ofNode = ['NODE_EXTRA_CA_CERTS', 'NODE_ENV', 'ROLE', 'FORK'];

/** The gateway's configuration makes these names from those of the services. */
const ofGateway = ['HAVEN_REGISTRY_URL', 'HAVEN_CAPACITY_URL', 'HAVEN_MATCHING_URL'];

/** Every environment variable that a process of Haven reads, by the text of the code. */
export function readVariables(): Set<string> {
  const folders = [inRepository('libs', 'config', 'src'), inRepository('libs', 'server', 'src'), inRepository('apps')];
  const texts = folders.flatMap((folder) => sources(folder).map((file) => readFileSync(file, 'utf8')));
  const named = texts.flatMap((text) => [...text.matchAll(/\b(?:HAVEN|KAFKA)_[A-Z_]+\b|\bPORT\b/g)].map(([name]) => name));
  return new Set([...named, ...ofNode, ...ofGateway]);
}

function sources(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.m?ts$/.test(file) && !/spec|node_modules|dist/.test(file)).map((file) => join(folder, file));
}
