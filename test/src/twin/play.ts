import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { countsOf, importInto } from '../directories/import-report.js';
import { randomOf } from '../reference/requests/random.js';
import { roles } from '../harness/tokens.js';
import type { Role } from '../harness/tokens.js';
import { changeBeds } from './beds-script.js';
import { change, comes, scriptOf } from './changes.js';
import type { Look, Script, Thing } from './changes.js';
import { declaredFields } from './hsds-fields.js';
import { aimedMatches } from './match-questions.js';
import { exported, formats, hsdsPage, hsdsPaths, isSettled, measures, page, pagePaths } from './pages.js';
import { questionsOf } from './queries.js';
import type { Ground } from './queries.js';
import { registryScript } from './registry-script.js';
import { copiedDirectory, firstDirectory, laterDirectory, placesIn, twinIds } from './twin-directory.js';
import { compare, inBoth, note, see } from './twins.js';
import type { Asked, Seen, Twins, World } from './twins.js';
import { endAll, heardOf, told, watchAll } from './watching.js';
import type { Watching } from './watching.js';

/** How much is asked. */
export interface Play {
  readonly seed: number;
  readonly services: number;
  readonly randomMatches: number;
  /** Ends with the part after which this is so. */
  readonly isEnough?: () => boolean;
}

/**
 * Fills both worlds, changes them in every way that the graph knows, looks at everything that comes out, and notes what differs.
 * Answers which mutations it sent.
 */
export async function play(twins: Twins, how: Play): Promise<readonly string[]> {
  await fill(twins, how, 'first', firstDirectory);
  await fill(twins, how, 'copied', copiedDirectory, 'copies');
  await fill(twins, how, 'later', laterDirectory);
  const watching: (readonly Watching[])[] = [];
  const script = scriptOf(twins, (world, hold) => heardOf(watching[twins.worlds.indexOf(world)]!, hold));
  const parts = [
    () => lookAtLog(twins),
    () => settled(twins).then(() => lookAtDirectory(twins, how)),
    async () => void watching.push(...(await inBoth(twins, watchAll))),
    () => changeEntries(script, how),
    () => changeBeds(script),
    () => settled(twins).then(async () => compareHeard(twins, watching)),
    () => lookAround(twins),
    () => askEverything(script, how),
    () => sendAgain(script),
    () => lookAtLog(twins),
  ];
  for (const part of parts) if (!how.isEnough?.()) await part();
  await Promise.all(watching.map(endAll));
  return [...new Set(script.sent.map(({ name }) => name))].sort();
}

/** What was marked from the start shows nowhere at any moment. Places that an edit will close are public, and may differ. */
async function lookAtDirectory(twins: Twins, how: Play): Promise<void> {
  const { houses } = groundOf(how);
  const closed = houses.filter(({ first }) => first.secrecy !== 'EDITED');
  const asked = [
    ...closed.map(({ first }) => ({ name: 'service', variables: { id: twinIds.service(first.index) } })),
    ...closed.slice(0, 4).flatMap((house) => aimedMatches(house).map((input) => ({ name: 'match', variables: { input } }))),
  ];
  for (const { name, variables } of asked)
    await compare(
      twins,
      `${name} ${JSON.stringify(variables)}`,
      async (world) => (await answered(world, name, variables, 'COORDINATOR')).text,
    );
}

async function changeEntries(script: Script, { seed, services }: Play): Promise<void> {
  const places = placesIn({ seed, services, world: 'first' });
  const edited = places.flatMap(({ secrecy, index }) => (secrecy === 'EDITED' ? [index] : []));
  for (const index of edited) await comes(script, twinIds.service(index), lookAt(index));
  await comes(
    script,
    'review',
    reviewOf(({ id }) => id === twinIds.location(services + 1)),
  );
  await comes(
    script,
    'review of a copy',
    reviewOf(({ source }) => source === 'copies'),
  );
  await change(script, registryScript(seed, edited));
}

/** All that comes out beside the graph. */
async function lookAround(twins: Twins): Promise<void> {
  for (const path of pagePaths) await compare(twins, `the page ${path}`, (world) => page(world, path));
  for (const path of hsdsPaths)
    for (const role of ['COORDINATOR', 'HOTLINE'] as const)
      await compare(twins, `${path} as ${role}`, (world) => hsdsPage(world, path, role));
  await compare(twins, 'the measures', measures);
  for (const format of formats) await compare(twins, `the export as ${format}`, (world) => exported(world, format));
}

/** Which lines there are, in whatever order and however often: that is up to the machine. */
const lookAtLog = (twins: Twins): Promise<void> =>
  compare(twins, 'the log', async ({ system, masks }) => {
    const output = system
      .output()
      .replaceAll(/(localhost|127\.0\.0\.1):\d+\//g, '$1:<port>/')
      .replaceAll(/\/link\/\S+/g, '/link/<token>');
    const lines = masks.masked(output).split('\n');
    return [...new Set(lines)].sort().join('\n');
  });

/** A service of the directory as it is before it is edited. */
const lookAt =
  (index: number): Look =>
  async (_known, world) => {
    const { body } = await see(world, { kind: 'query', name: 'service', variables: { id: twinIds.service(index) } });
    return (JSON.parse(body) as { data: { service: Thing } }).data.service;
  };

/** The first such place that waits for a person. */
const reviewOf =
  (isWanted: (review: Waiting) => boolean): Look =>
  async (_known, world) => {
    const { body } = await see(world, { kind: 'query', name: 'reviewQueue', variables: {} });
    const { edges } = (JSON.parse(body) as { data: { reviewQueue: { edges: readonly { node: Waiting }[] } } }).data.reviewQueue;
    return edges.map(({ node }) => node).find(isWanted) ?? null;
  };

type Waiting = Thing & { readonly source: string };

async function fill(twins: Twins, { seed, services }: Play, name: string, write: typeof firstDirectory, source?: string): Promise<void> {
  const declarations = await declaredFields();
  await compare(twins, `the report of the ${name} directory`, async (world) => {
    const file = join(world.directory, `${name}.ndjson`);
    await writeFile(file, write({ declarations, seed, services, world: world.name }));
    const report = await importInto(world.system, file, source);
    const skipped = Object.values(report.summary).reduce((sum, counts) => sum + counts.skipped, 0);
    if (skipped > 0 || countsOf(report, 'service').read === 0) throw new Error(`Not all of it was read: ${JSON.stringify(report)}`);
    return JSON.stringify(report, null, 1);
  });
}

/** Until every event is where it leads to. */
async function settled(twins: Twins): Promise<void> {
  await inBoth(twins, async (world) => {
    for (const deadline = Date.now() + 60_000; !(await isSettled(world)); await sleep(50))
      if (Date.now() > deadline) throw new Error(`Events of the ${world.name} world wait on:\n${await measures(world)}`);
  });
}

async function askEverything({ twins, things }: Script, how: Play): Promise<void> {
  const known = (world: World) => (label: string) => things.get(world)!.get(label)!;
  const asked = new Map(twins.worlds.map((world) => [world, questions({ ...groundOf(how), known: known(world) })]));
  const [first] = twins.worlds;
  for (const [index, { name }] of asked.get(first)!.entries()) {
    const role = roles[index % roles.length]!;
    await compare(twins, `${name} ${JSON.stringify(asked.get(first)![index]!.variables)} as ${role}`, async (world) => {
      const { variables } = asked.get(world)![index]!;
      return (await answered(world, name, variables, role)).text;
    });
  }
}

async function answered(world: World, name: string, variables: Asked['variables'], role: Role): Promise<Seen> {
  const seen = await see(world, { kind: 'query', name, variables, role, without: name === 'match' ? entryOnly : [] });
  if (seen.isError && !seen.text.includes('FORBIDDEN'))
    throw new Error(`${name} ${JSON.stringify(variables)} was not answered: ${seen.text}`);
  return seen;
}

/** `service` and `services` ask for these of every entry. */
const entryOnly = ['hsds', 'admission'];

const questions = (ground: Ground) =>
  Object.entries(questionsOf).flatMap(([name, variables]) => variables(ground).map((own) => ({ name, variables: own })));

function groundOf({ seed, services, randomMatches }: Play): Omit<Ground, 'known'> {
  const [first, second] = (['first', 'second'] as const).map((world) => placesIn({ seed, services, world }));
  const houses = first!
    .map((place, index) => ({ first: place, second: second![index]! }))
    .filter((house) => house.first.secrecy !== 'PUBLIC');
  return { random: randomOf(seed), services, houses, randomMatches };
}

/** What is kept of an answer must not tell what was public when it was given. */
async function sendAgain({ twins, sent }: Script): Promise<void> {
  for (const { name, asked } of sent) await compare(twins, `${name} again`, async (world) => (await see(world, asked.get(world)!)).text);
}

/** The same things must be told in the same words to the same subscriber. */
function compareHeard(twins: Twins, watching: readonly (readonly Watching[])[]): void {
  for (const [index, { what }] of watching[0]!.entries()) {
    if (watching[0]![index]!.heard.received.length === 0 && !what.endsWith('PROVIDER')) throw new Error(`Nothing was told: ${what}`);
    const [first, second] = twins.worlds.map((world, which) => told(watching[which]![index]!, world.masks.masked));
    for (const [key, text] of first!) {
      const other = second!.get(key);
      if (other === undefined ? key.endsWith('at last') : other !== text) note(twins, `${what}: ${key}`, text, other ?? 'nothing');
    }
  }
}
