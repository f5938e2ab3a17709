import { ClusterProblem } from '../problem.js';
import { startChild, type ChildSpec } from './child.js';
import { lastLine } from './log-file.js';

/** Runs a program to its end. Rejects with {@link ClusterProblem} if it fails; if the signal aborts, it is killed. */
export async function runJob(spec: ChildSpec, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const child = startChild(spec);
  const kill = () => child.kill();
  signal.addEventListener('abort', kill, { once: true });
  const how = await child.ended;
  signal.removeEventListener('abort', kill);
  signal.throwIfAborted();
  if (how === 0) return;
  throw new ClusterProblem(`${spec.name} failed (${how}): ${await lastLine(spec.log)}\n  Log: ${spec.log}`);
}
