import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { WebSocket } from 'ws';
import type { MemorySample } from './flat.js';

const mebibyte = 1_048_576;

/** Inspects a Node process that was started with `--inspect`, from outside: the product has no code for this. */
export interface MemoryProbe {
  sample(): Promise<MemorySample>;
  close(): void;
}

/** Connects to the inspector whose address the process wrote. */
export async function openMemoryProbe(pid: number, output: string): Promise<MemoryProbe> {
  const address = /Debugger listening on (ws:\S+)/.exec(output)?.[1];
  if (!address) throw new Error(`The process has no inspector. It wrote:\n${output}`);
  const socket = new WebSocket(address);
  await once(socket, 'open');
  const call = callsOn(socket);
  const sample = async () => {
    await call('HeapProfiler.collectGarbage');
    const { usedSize } = (await call('Runtime.getHeapUsage')) as { usedSize: number };
    return { rss: await rssOf(pid), heap: Math.round((usedSize / mebibyte) * 10) / 10 };
  };
  return { sample, close: () => socket.terminate() };
}

function callsOn(socket: WebSocket): (method: string) => Promise<unknown> {
  const waiting = new Map<number, (result: unknown) => void>();
  socket.on('message', (text) => {
    const { id, result } = JSON.parse(String(text)) as { id?: number; result?: unknown };
    if (id !== undefined) waiting.get(id)?.(result);
  });
  let last = 0;
  return (method) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method }));
    });
}

async function rssOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  const kibibytes = status ? /VmRSS:\s+(\d+)/.exec(status)?.[1] : (await promisify(execFile)('ps', ['-o', 'rss=', '-p', `${pid}`])).stdout;
  return Math.round(Number(kibibytes) / 1024);
}
