import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Settings } from '@haven/config';
import { openControlServer, type ControlServer, type ReverseStack } from '@haven/server/process';
import { makeDataDirectory, openDataDirectory, type DataDirectory } from './data-directory.js';

/** The place of the system, which nobody else has. */
export interface Place {
  readonly directory: DataDirectory;
  readonly control: ControlServer;
}

/** Takes the data directory, and checks the port. Rejects if another process has one of them, or the directory is unusable. */
export async function takePlace(settings: Settings, headless: boolean, opened: ReverseStack): Promise<Place> {
  if (!headless) await failIfTaken(settings.port, settings.host);
  const path = await makeDataDirectory(settings.dataDirectory);
  const control = await openControlServer(path);
  opened.push(() => control.close());
  return { directory: await openDataDirectory(path), control };
}

/** The port is checked first, because making a database only to find the port taken would waste a minute. */
async function failIfTaken(port: number, host: string): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, 'listening');
  await new Promise((resolve) => probe.close(resolve));
}
