import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '../harness/tokens.js';
import { headersOf } from './twins.js';
import type { World } from './twins.js';

/** Everything that is served beside the graph. */
export const pagePaths = [
  '/',
  '/exit',
  '/blank',
  '/graphiql',
  '/health/live',
  '/health/ready',
  '/nowhere',
  '/.well-known/openid-configuration',
];

/** Paths of the directory under /hsds: lists, whole services, and changes. */
export const hsdsPaths = [
  '/hsds/services?per_page=100&full=true',
  '/hsds/services?per_page=100&minimal=true',
  '/hsds/services?format=ndjson',
  '/hsds/service_at_locations?per_page=100&full=true',
  '/hsds/organizations?per_page=100&full=true',
  '/hsds/changes?per_page=100',
];

/** A page of the directory, as a role sees it. The next position of the change feed depends on time; ETags depend on the shown content. */
export async function hsdsPage({ system, masks }: World, path: string, role: Role): Promise<string> {
  const response = await fetch(`${system.url}${path}`, { headers: { authorization: `Bearer ${await system.token(role)}` } });
  const body = (await response.text()).replace(/"next":"[^"]*"/, '"next":"<place>"');
  return `${response.status}\n${masks.masked(body)}`;
}

/** A page with its headers; the system's own address does not count as a difference. */
export async function page({ system }: World, path: string): Promise<string> {
  const response = await fetch(`${system.url}${path}`);
  const body = await response.text();
  const shown = `${response.status}\n${headersOf(response.headers)}\n\n${body}`;
  return [system.url, system.url.replace('127.0.0.1', 'localhost')].reduce((text, url) => text.replaceAll(url, '<own address>'), shown);
}

/** The names of metrics and their labels. Numbers depend on time and memory, and so does which kinds of garbage were collected yet. */
export async function measures({ system }: World): Promise<string> {
  const lines = (await (await fetch(`${system.url}/metrics`)).text()).split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('nodejs_gc_duration_seconds'))
    .map((line) => line.replace(/ \S+$/, ''))
    .sort()
    .join('\n');
}

/** Whether no event waits to be published or applied. */
export async function isSettled({ system }: World): Promise<boolean> {
  const lines = (await (await fetch(`${system.url}/metrics`)).text()).split('\n');
  const waiting = lines.filter((line) => /^haven_(outbox_events|consumer_lag)\{/.test(line));
  return waiting.length > 0 && waiting.every((line) => line.endsWith(' 0'));
}

/** Formats of an export. */
export const formats = ['json', 'ndjson', 'csv'];

/** All files of an export, one after the other, with sorted lines: items entered by hand have other ids in each world. */
export async function exported({ system, directory, masks }: World, format: string): Promise<string> {
  const path = await mkdtemp(join(directory, `${format}-`));
  await system.haven('export', path, '--format', format);
  const names = (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = names.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const texts = await Promise.all(
    files.map(async (file) => `${file.slice(path.length)}\n${sorted(masks.masked(await readFile(file, 'utf8')))}`),
  );
  return texts.join('\n');
}

const sorted = (text: string): string => text.split('\n').sort().join('\n');
