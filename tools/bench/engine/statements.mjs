// Records the statements of a match: for each of some questions, those of the second call. Runs in its own process.
import pg from 'pg';
import { burdenWeights, systemClock } from '@haven/kernel';
import { openMatchingDatabase } from '@haven/matching';
import { matchPerson } from '../../../libs/matching/dist/answer/match.js';
import { matchingOn } from '../../../libs/matching/dist/persistence/matching-database.js';
import { randomOf } from '@haven/test/reference/requests/random';
import { scenarios } from './scenarios.mjs';

const questions = 100;
const nothingElse = { considered: false, nearMisses: false, funnel: false, splits: false };

process.on('message', async ({ connection, scenario }) => {
  const database = await openMatchingDatabase(connection);
  const gazetteer = { byId: async () => null, search: async () => [] };
  const settings = { tieKey: 'bench', weights: burdenWeights };
  const matching = matchingOn(database, { gazetteer, clock: systemClock, settings, onError: console.error });
  const ask = (question) => matchPerson(matching, { subject: 'bench' }, { question, asked: nothingElse });
  const { next: random } = randomOf(7);
  const inputs = Array.from({ length: questions }, () => scenarios[scenario](random));
  for (const input of inputs) await ask(input);
  const { query } = pg.Client.prototype;
  const all = [];
  pg.Client.prototype.query = function (statement, ...rest) {
    const { name, text, values } = statement;
    if (name) all.at(-1).push({ name: name.replace(/-\d+$/, ''), text, values });
    return query.call(this, statement, ...rest);
  };
  for (const input of inputs) {
    all.push([]);
    await ask(input);
  }
  await database.close();
  process.send(all);
});
