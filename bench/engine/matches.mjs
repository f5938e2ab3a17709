// Matches over HTTP, beside their statements alone and PostGraphile, on directories of each size.
import { filled } from './databases.mjs';
import { askPostGraphile, isInstalled } from './postgraphile.mjs';
import { alone, ask, crowd, serve } from './processes.mjs';
import { scenarios } from './scenarios.mjs';
import { matchesTable } from './table.mjs';

async function measureScenario(connection, at, size, scenario) {
  const one = await ask('clients.mjs', { ...at, scenario, how: alone });
  const many = await ask('clients.mjs', { ...at, scenario, how: crowd });
  const statements = await ask('statements.mjs', { connection, scenario });
  const floor = await ask('floor.mjs', { connection, statements, how: crowd });
  const postgraphile = isInstalled ? await askPostGraphile(connection, statements, crowd) : null;
  return { size, scenario, one, many, floor, postgraphile };
}

async function measureSize(connection, keys, size, names) {
  const { answer: at, end } = await serve(connection, keys);
  const figures = [];
  for (const scenario of names) {
    figures.push(await measureScenario(connection, at, size, scenario));
    console.error(matchesTable(figures.slice(-1)).split('\n').at(-1));
  }
  await end();
  return figures;
}

/** A wait of 2 ms before each question must show. */
async function control(connection, keys) {
  const median = async (delay) => {
    const { answer: at, end } = await serve(connection, keys, delay);
    const { p50 } = await ask('clients.mjs', { ...at, scenario: 'easy language', how: alone });
    await end();
    return p50;
  };
  return { without: await median(0), with: await median(2) };
}

/** `before`: what was measured of other sizes and scenarios, which stays. */
export async function matches({ server, keys, sizes, names = Object.keys(scenarios), before }) {
  const figures = [];
  for (const size of sizes) figures.push(...(await measureSize(await filled(server, size), keys, size, names)));
  const isNew = ({ size, scenario }) => figures.some((one) => one.size === size && one.scenario === scenario);
  const kept = (before?.figures ?? []).filter((one) => !isNew(one));
  const order = Object.keys(scenarios);
  const all = [...kept, ...figures].sort((a, b) => a.size - b.size || order.indexOf(a.scenario) - order.indexOf(b.scenario));
  return { control: await control(await filled(server, sizes[0]), keys), figures: all };
}
