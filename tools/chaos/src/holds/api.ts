import type { ChildProcess } from 'node:child_process';
import { inRepository } from '@haven/test/harness/repository';
import { endOf, keepRunning, spawnLogged, type KeptProcess } from '../infrastructure/kept-process.js';
import type { ApiRequest, ApiSettings, FromApi } from './workers/protocol.js';

/** A process that serves holds; it is started again whenever it ends. */
export interface Api extends KeptProcess {
  /** Whether it takes requests. */
  isReady(): boolean;
  /** Rejects if no answer came: the process is gone, takes too long, or could not tell whether the work was done. */
  ask(request: Omit<ApiRequest, 'id'>): Promise<unknown>;
}

type Answering = { resolve(answer: unknown): void; reject(error: Error): void };

/** After so long without an answer, a client gives up. */
const patienceMilliseconds = 20_000;

const spawnApi = (program: 'serve' | 'prepare', settings: ApiSettings, log: string): ChildProcess => {
  const file = inRepository('tools/chaos/dist/holds/workers', `${program}.js`);
  const flags = ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];
  // A process that is killed every few seconds must not spend them on compiling itself.
  const env = { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: inRepository('tools/chaos/results/compile-cache') };
  const options = { cwd: inRepository(), env, ipc: true };
  return spawnLogged(process.execPath, [...flags, file, JSON.stringify(settings)], log, options);
};

/** Makes the tables and the shelters. */
export async function prepare(settings: ApiSettings, log: string): Promise<void> {
  const child = spawnApi('prepare', settings, log);
  const isDone = await Promise.race([new Promise<true>((resolve) => child.once('message', () => resolve(true))), endOf(child)]);
  child.kill('SIGTERM');
  await endOf(child);
  if (!isDone) throw new Error(`The shelters could not be made. See ${log}`);
}

/** Starts a process and keeps it running. */
export function keepApi(name: string, settings: ApiSettings, log: string): Api {
  let ready: ChildProcess | null = null;
  let ids = 0;
  const waiting = new Map<number, Answering>();
  const kept = keepRunning(name, () => {
    const child = spawnApi('serve', settings, log);
    child.on('message', (message: FromApi) => {
      if ('ready' in message) return void (ready = child);
      if ('answer' in message) waiting.get(message.id)?.resolve(message.answer);
      else waiting.get(message.id)?.reject(new Error(message.problem));
    });
    child.once('exit', () => {
      ready = null;
      for (const { reject } of waiting.values()) reject(new Error('The process is gone.'));
    });
    return child;
  });
  return {
    ...kept,
    isReady: () => ready !== null,
    ask: async (request) => {
      const child = ready;
      if (!child?.connected) throw new Error('The process is not there.');
      const id = ++ids;
      const patience = new AbortController();
      try {
        return await new Promise((resolve, reject) => {
          waiting.set(id, { resolve, reject });
          const timer = setTimeout(() => reject(new Error('The answer took too long.')), patienceMilliseconds);
          patience.signal.addEventListener('abort', () => clearTimeout(timer));
          child.send({ ...request, id }, (error) => error && reject(error));
        });
      } finally {
        patience.abort();
        waiting.delete(id);
      }
    },
  };
}
