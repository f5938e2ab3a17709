// The standalone product in its own process, and callers for it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { embeddedTokens } from '@haven/config';
import { openIssuer } from '@haven/security';
import { post } from '@haven/test/harness/graphql';
import { startSystem } from '@haven/test/harness/system';

/** The memory limits of `npm start`. */
async function asNpmStart() {
  const { scripts } = JSON.parse(await readFile(new URL('../../../package.json', import.meta.url), 'utf8'));
  return {
    nodeFlags: scripts.start.match(/--(?:max|heap|wasm)\S+/g),
    env: Object.fromEntries([...scripts.start.matchAll(/([A-Z_]+)=(\w+)/g)].map(([, name, value]) => [name, value])),
  };
}

/**
 * Functions to ask the system at an address, with its data directory. `tokenOf` makes a token for any subject; `ask` uses a new subject.
 */
export async function askerOf(url, dataDirectory) {
  const issuer = await openIssuer({ directory: join(dataDirectory, 'keys'), ...embeddedTokens });
  const tokenOf = (subject, role = 'COORDINATOR') => issuer.mint({ role, subject, organizationId: role === 'COORDINATOR' ? null : 'ngo' });
  const send = async (operation, subject) => post(url, JSON.stringify(operation), await tokenOf(subject));
  const ask = async (query, variables) => {
    const { data, errors, status } = await send({ query, variables }, 'bench');
    if (errors.length > 0 || !data) throw new Error(`${status} ${JSON.stringify(errors).slice(0, 500)}`);
    return data;
  };
  return { tokenOf, send, ask };
}

/** Starts it on the demo directory. */
export async function startMeasured(options = {}) {
  const system = await startSystem({ demo: true, ...(await asNpmStart()), ...options });
  return { ...system, ...(await askerOf(system.url, system.dataDirectory)) };
}

/** Waits until the process has little to do. */
export const rest = () => sleep(300);

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
