// The process of the hostile clients: a hundred, each with its own subject, until it is told to stop.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { embeddedTokens } from '@haven/config';
import { openIssuer } from '@haven/security';
import { attackers } from './attackers.mjs';

const hour = 3_600_000;
let stopped = false;
const seen = {};

process.on('message', async (what) => {
  if (what === 'stop') {
    stopped = true;
    return process.send(seen);
  }
  const { url, dataDirectory, world } = what;
  const issuer = await openIssuer({ directory: join(dataDirectory, 'keys'), ...embeddedTokens });
  const tokens = new Map();
  const tokenOf = (subject) => {
    const token = tokens.get(subject) ?? issuer.mint({ role: 'CASEWORKER', subject, organizationId: 'ngo' });
    tokens.set(subject, token);
    return token;
  };
  const all = attackers({ url, tokenOf }, { ...world, hour: (n) => new Date(Date.now() + n * hour).toISOString() });
  for (const [name, [count, doing]] of Object.entries(all))
    for (let n = 0; n < count; n += 1) void goOn(name, `hostile ${name} ${n}`, doing);
  process.send('begun');
});

async function goOn(name, subject, doing) {
  const counts = (seen[name] ??= {});
  while (!stopped) {
    const how = await doing(subject).catch((error) => error.cause?.code ?? error.code ?? error.message);
    counts[how] = (counts[how] ?? 0) + 1;
    // A refused client comes again at once, but not endlessly within one tick.
    await sleep(10);
  }
}
