import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { readSettings, type Settings } from '@haven/config';
import { openControlServer, type ControlServer } from '@haven/server/process';
import { parseCommand, type Command } from './parse-command.js';
import { runCommand } from './run-command.js';

type Runnable = Exclude<Command, { name: 'help' }>;

/** A terminal, and the server that its commands ask. */
export interface TestTerminal {
  readonly settings: Settings;
  /** What was written to it so far. */
  readonly written: { stdout: string; stderr: string };
  parse(...words: string[]): Runnable;
  run(...words: string[]): Promise<number>;
  close(): Promise<void>;
}

/** Opens it on its own directory. */
export async function openTestTerminal(serve: Parameters<ControlServer['serve']>[0]): Promise<TestTerminal> {
  const directory = await mkdtemp(join(tmpdir(), 'haven-cli-'));
  const server = await openControlServer(directory);
  server.serve(serve);
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    jest.spyOn(process[name], 'write').mockImplementation((text) => ((written[name] += String(text)), true));
  const settings = readSettings({ HAVEN_DATA: directory });
  const parse = (...words: string[]) => parseCommand(words, directory) as Runnable;
  return {
    settings,
    written,
    parse,
    run: (...words) => runCommand(parse(...words), settings),
    close: async () => {
      jest.restoreAllMocks();
      await server.close();
      await rm(directory, { recursive: true });
    },
  };
}
