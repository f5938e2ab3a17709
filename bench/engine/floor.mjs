// The floor: the very statements that a match sends, with their values, and nothing else, by node-postgres. In a process of its own.
import pg from 'pg';
import { burdenWeights } from '@haven/kernel';
import { openMatchingDatabase } from '@haven/matching';
import { MatchPerson } from '../../libs/matching/dist/application/match.js';
import { openReadModel } from '../../libs/matching/dist/persistence/read-model.js';
import { randomOf } from '../../test/dist/reference/random.js';
import { askInALoop } from './loop.mjs';
import { scenarios } from './scenarios.mjs';

const questions = 100;
const nobody = { considered: false, nearMisses: false, funnel: false, splits: false };

/** What each of some questions sends when it is asked for the second time. */
async function statementsOf(connection, scenario) {
  const database = await openMatchingDatabase(connection);
  const gazetteer = { byId: async () => null, search: async () => [] };
  const settings = { tieKey: 'bench', weights: burdenWeights };
  const match = new MatchPerson(openReadModel(database), gazetteer, { now: () => new Date() }, settings, { record: async () => {} });
  const { next: random } = randomOf(7);
  const inputs = Array.from({ length: questions }, () => scenarios[scenario](random));
  for (const input of inputs) await match.execute(input, nobody, 'bench');
  const { query } = pg.Client.prototype;
  let sent = [];
  pg.Client.prototype.query = function (statement, ...rest) {
    if (statement.name) sent.push({ ...statement, name: statement.name.replace(/-\d+$/, '') });
    return query.call(this, statement, ...rest);
  };
  const all = [];
  for (const input of inputs) {
    sent = [];
    await match.execute(input, nobody, 'bench');
    all.push(sent);
  }
  pg.Client.prototype.query = query;
  await database.close();
  return all;
}

process.on('message', async ({ connection, scenario, how }) => {
  const all = await statementsOf(connection, scenario);
  // As many connections as a service has.
  const pool = new pg.Pool({ ...connection, max: 4, idleTimeoutMillis: 0 });
  let next = 0;
  const asked = await askInALoop(how, async () => {
    for (const statement of all[next++ % all.length]) await pool.query(statement);
  });
  await pool.end();
  process.send({ ...asked, statements: all.reduce((sum, sent) => sum + sent.length, 0) / all.length });
});
