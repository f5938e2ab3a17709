import { createServer } from 'node:net';
import { ClusterProblem } from './problem.js';

/** Linux gives ports from here on to outgoing connections: one of those could take the port of a process that is being restarted. */
const ephemeral = 32_768;

/** Free ports on this machine, the first ones after `after`, so that they are the same at the next start. */
export async function choosePorts(after: number, count: number): Promise<number[]> {
  const chosen: number[] = [];
  for (const candidate of candidates(after)) {
    if (chosen.length === count) return chosen;
    if (await isFree(candidate)) chosen.push(candidate);
  }
  throw new ClusterProblem('No free ports are left on 127.0.0.1.');
}

/** Every usable port once, beginning near `after` and staying below the ephemeral ones. */
export function* candidates(after: number): Generator<number> {
  const lowest = 1_024;
  const size = ephemeral - lowest;
  const start = (after + 1 - lowest + size) % size;
  for (let step = 0; step < size; step++) yield lowest + ((start + step) % size);
}

/** Called before anything is made. */
export async function failIfTaken(port: number, host: string): Promise<void> {
  if (!(await isFree(port, host)))
    throw new ClusterProblem(`Port ${port} is taken. Stop what uses it, or choose another: --port ${port + 1}`);
}

function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
