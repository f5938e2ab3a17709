// Callers over HTTP, on connections that stay open; in a process of their own.
import { Agent, request } from 'node:http';
import { randomOf } from '../../test/dist/reference/random.js';
import { askInALoop } from './loop.mjs';
import { document, scenarios } from './scenarios.mjs';

function post(url, agent, token, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'content-length': Buffer.byteLength(body) };
    const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve(Buffer.concat(parts).toString()));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

process.on('message', async ({ url, token, scenario, how }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: how.clients });
  const { next: random } = randomOf(7);
  const found = { questions: 0, matches: 0 };
  const asked = await askInALoop(how, async () => {
    const body = JSON.stringify({ query: document, variables: { input: scenarios[scenario](random) } });
    const answer = JSON.parse(await post(url, agent, token, body));
    if (answer.errors) throw new Error(JSON.stringify(answer.errors).slice(0, 500));
    found.questions += 1;
    found.matches += answer.data.match.needs[0].matches.length;
  });
  process.send({ ...asked, matches: found.matches / found.questions });
});
