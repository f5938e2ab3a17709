// So many callers who ask one question after another over connections that stay open; in a process of its own.
import { Agent, request } from 'node:http';
import { randomOf } from '../../test/dist/reference/random.js';
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

async function askAll({ url, token, scenario, clients, seconds, warmUp }) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const { next: random } = randomOf(7);
  const times = [];
  let [matches, began] = [0, performance.now()];
  const begin = began + warmUp * 1_000;
  const end = begin + seconds * 1_000;
  const one = async () => {
    while (performance.now() < end) {
      const body = JSON.stringify({ query: document, variables: { input: scenarios[scenario](random) } });
      const start = performance.now();
      const answer = JSON.parse(await post(url, agent, token, body));
      if (answer.errors) throw new Error(JSON.stringify(answer.errors).slice(0, 500));
      if (start < begin) continue;
      times.push(performance.now() - start);
      matches += answer.data.match.needs[0].matches.length;
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99), matches: matches / times.length };
}

process.on('message', async (how) => process.send(await askAll(how)));
