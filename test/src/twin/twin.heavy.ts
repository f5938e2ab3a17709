import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countsOf, importInto } from '../directories/import-report.js';
import { ask } from '../harness/graphql.js';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';
import { randomOf } from '../reference/random.js';
import { maskedBody, maskedHeaders } from './masked.js';
import { confidentialPlaces, twinDirectory } from './twin-directory.js';
import type { World } from './twin-directory.js';
import { twinQuestion } from './twin-questions.js';
import type { TwinQuestion } from './twin-questions.js';

const questionCount = Number(process.env['HAVEN_TWIN_QUESTIONS'] ?? 1_000);
// The control: worlds that differ by cells must not look the same, or the comparison sees nothing.
const control = process.env['HAVEN_TWIN_CONTROL'] === 'true';
const otherWorld: World = control ? 'moved to another cell' : 'moved within the cell';
const describeOwn = ownProcesses ? describe : describe.skip;

const worlds: OwnSystem[] = [];
let directory: string;

async function fill(system: OwnSystem, world: World): Promise<void> {
  const file = join(directory, 'services.ndjson');
  await writeFile(file, twinDirectory(world));
  expect(countsOf(await importInto(system, file), 'service')).toMatchObject({ read: 60, stored: 60 });
}

beforeAll(async () => {
  if (!ownProcesses) return;
  directory = await mkdtemp(join(tmpdir(), 'haven-twin-'));
  // Both begin with the same keys, so that whatever hangs on a key (the order of equals, a cursor) is the same.
  worlds.push(await startSystem(), await startSystem());
  await fill(worlds[0]!, 'first');
  await fill(worlds[1]!, otherWorld);
}, 300_000);

afterAll(async () => {
  await Promise.all(worlds.map((system) => system.remove()));
  await rm(directory, { recursive: true, force: true });
}, 60_000);

async function seen(system: OwnSystem, { role, query, variables }: TwinQuestion) {
  const answer = await ask<object>(system.url, { query, variables, token: await system.token(role) });
  return { status: answer.status, headers: maskedHeaders(answer.headers), body: maskedBody(answer.body) };
}

async function differing(): Promise<string[]> {
  const random = randomOf(77);
  const found: string[] = [];
  for (let index = 0; index < questionCount; index += 1) {
    const question = twinQuestion(random);
    const [first, second] = await Promise.all(worlds.map((system) => seen(system, question)));
    if (JSON.stringify(first) !== JSON.stringify(second)) found.push(JSON.stringify({ question, first, second }));
  }
  return found;
}

/** All files of an export, one after the other. */
async function exported(system: OwnSystem, format: string): Promise<string> {
  const path = await mkdtemp(join(directory, `${format}-`));
  await system.haven('export', path, '--format', format);
  const files = (await readdir(path)).sort();
  const contents = await Promise.all(files.map((file) => readFile(join(path, file), 'utf8')));
  return files.map((file, index) => `${file}\n${maskedBody(contents[index]!)}`).join('\n');
}

describeOwn(control ? 'worlds that differ by cells' : 'worlds that differ only within cells', () => {
  it(
    `answer ${questionCount} random questions of all roles ${control ? 'differently' : 'with the same bytes'}`,
    async () => {
      const found = await differing();
      if (control) expect(found.length).toBeGreaterThan(0);
      else if (found.length > 0) throw new Error(`${found.length} of ${questionCount} answers differ, the first:\n${found[0]}`);
    },
    120_000 + questionCount * 200,
  );

  it.each(['json', 'ndjson', 'csv'])(
    `export ${control ? 'different' : 'the same'} %s`,
    async (format) => {
      const [first, second] = [await exported(worlds[0]!, format), await exported(worlds[1]!, format)];
      expect(first.length).toBeGreaterThan(10_000);
      if (control) expect(second).not.toBe(first);
      else expect(second).toBe(first);
    },
    60_000,
  );

  it('show no exact confidential place to anybody', async () => {
    const random = randomOf(78);
    const places = confidentialPlaces('first');
    expect(places.length).toBeGreaterThan(15);
    const bodies = [await exported(worlds[0]!, 'ndjson'), worlds[0]!.output()];
    for (let index = 0; index < 40; index += 1)
      bodies.push((await seen(worlds[0]!, { ...twinQuestion(random), role: 'COORDINATOR' })).body);
    const all = bodies.join('\n');
    const shown = places.filter(({ latitude, longitude, address }) =>
      [address, String(latitude), String(longitude)].some((text) => all.includes(`${text}`)),
    );
    expect(shown).toEqual([]);
  }, 60_000);
});
