// Measures matches over HTTP, their statements alone, and PostGraphile, on directories of each size.
import { filled } from './databases.mjs';
import { askPostGraphile, isInstalled } from './postgraphile.mjs';
import { alone, ask, crowd, serve, warmUp } from './processes.mjs';
import { ofAnyDirectory } from './scenarios.mjs';
import { matchesTable } from './table.mjs';

async function measureScenario(connection, at, size, scenario) {
  const one = await ask('clients.mjs', { ...at, scenario, how: alone });
  const many = await ask('clients.mjs', { ...at, scenario, how: crowd });
  const statements = await ask('statements.mjs', { connection, scenario });
  const floor = await ask('floor.mjs', { connection, statements, how: crowd });
  const postgraphile = isInstalled ? await askPostGraphile(connection, statements, crowd) : null;
  return { at: new Date().toISOString(), size, scenario, one, many, floor, postgraphile };
}

async function measureSize(connection, keys, size, names) {
  const { answer: at, end } = await serve(connection, keys);
  await ask('clients.mjs', { ...at, scenario: names[0], how: warmUp });
  const figures = [];
  for (const scenario of names) {
    figures.push(await measureScenario(connection, at, size, scenario));
    console.error(matchesTable(figures.slice(-1)).split('\n').at(-1));
  }
  await end();
  return figures;
}

/** A wait of 2 ms before each question must add at least this to the median. */
const mustShow = 1;

async function control(connection, keys) {
  const median = async (delay) => {
    const { answer: at, end } = await serve(connection, keys, delay);
    await ask('clients.mjs', { ...at, scenario: 'easy language', how: warmUp });
    const { p50 } = await ask('clients.mjs', { ...at, scenario: 'easy language', how: alone });
    await end();
    return p50;
  };
  const seen = { without: await median(0), with: await median(2) };
  if (seen.with - seen.without < mustShow) throw new Error(`A wait of 2 ms does not show, so no figure counts: ${JSON.stringify(seen)}`);
  return seen;
}

/** `before`: figures of other sizes and scenarios, which stay. */
export async function matches({ server, keys, sizes, names = ofAnyDirectory, before }) {
  const shown = await control(await filled(server, sizes[0]), keys);
  const figures = [];
  for (const size of sizes) figures.push(...(await measureSize(await filled(server, size), keys, size, names)));
  const isNew = ({ size, scenario }) => figures.some((one) => one.size === size && one.scenario === scenario);
  const kept = (before?.figures ?? []).filter((one) => !isNew(one));
  const placeOf = ({ scenario }) => ofAnyDirectory.indexOf(scenario);
  return { control: shown, figures: [...kept, ...figures].sort((a, b) => a.size - b.size || placeOf(a) - placeOf(b)) };
}
