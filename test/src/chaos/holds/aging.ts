import { setTimeout as sleep } from 'node:timers/promises';
import type { Postgres } from '../infrastructure/postgres.js';
import type { HistoryFile } from './history-file.js';

const everyMilliseconds = 700;
const holdsAtOnce = 4;

/** Lets time pass for a few holds, again and again: as if they had been made four hours earlier. */
export function startAging(postgres: Postgres, history: HistoryFile): () => Promise<void> {
  const stopping = new AbortController();
  const round = async () => {
    const some = await postgres.ask<{ id: string }>(
      `SELECT id FROM capacity.hold WHERE state = 'HELD' ORDER BY id DESC LIMIT ${holdsAtOnce}`,
    );
    if (some.length === 0) return;
    // Written first: nobody may expire a hold that the history does not know to be due.
    history.add({ line: 'aged', holdIds: some.map(({ id }) => id), invoked: history.now() });
    const ids = some.map(({ id }) => `'${id}'`).join(', ');
    const back = (time: string) => `${time} = ${time} - interval '4 hours'`;
    // It waits for nobody, so that it is in no ring of those who wait for each other.
    await postgres.ask(`UPDATE capacity.hold SET ${back('created_at')}, ${back('expires_at')} WHERE id IN (
      SELECT id FROM capacity.hold WHERE id IN (${ids}) AND state = 'HELD' AND expires_at > now() FOR UPDATE SKIP LOCKED)`);
  };
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await round().catch(() => null);
      await sleep(everyMilliseconds, null, { signal: stopping.signal }).catch(() => null);
    }
  })();
  return () => (stopping.abort(), running);
}
