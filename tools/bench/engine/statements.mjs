// Which statements a match sends: each of some questions, when it is asked for the second time. In a process of its own.
import pg from 'pg';
import { burdenWeights } from '@haven/kernel';
import { openMatchingDatabase } from '@haven/matching';
import { MatchPerson } from '../../../libs/matching/dist/answer/match.js';
import { openReadModel } from '../../../libs/matching/dist/persistence/reading/read-model.js';
import { randomOf } from '@haven/test/reference/requests/random';
import { scenarios } from './scenarios.mjs';

const questions = 100;
const nothingElse = { considered: false, nearMisses: false, funnel: false, splits: false };

process.on('message', async ({ connection, scenario }) => {
  const database = await openMatchingDatabase(connection);
  const gazetteer = { byId: async () => null, search: async () => [] };
  const settings = { tieKey: 'bench', weights: burdenWeights };
  const match = new MatchPerson(openReadModel(database), gazetteer, { now: () => new Date() }, settings, { record: async () => {} });
  const { next: random } = randomOf(7);
  const inputs = Array.from({ length: questions }, () => scenarios[scenario](random));
  for (const input of inputs) await match.execute(input, nothingElse, 'bench');
  const { query } = pg.Client.prototype;
  const all = [];
  pg.Client.prototype.query = function (statement, ...rest) {
    const { name, text, values } = statement;
    if (name) all.at(-1).push({ name: name.replace(/-\d+$/, ''), text, values });
    return query.call(this, statement, ...rest);
  };
  for (const input of inputs) {
    all.push([]);
    await match.execute(input, nothingElse, 'bench');
  }
  await database.close();
  process.send(all);
});
