import { setTimeout as sleep } from 'node:timers/promises';
import type { Postgres } from '../infrastructure/postgres.js';
import type { HistoryFile } from './history-file.js';
import type { Deadline } from './history.js';

const everyMilliseconds = 350;
const holdsAtOnce = 3;

/** The holds that have the deadline, and the column that is set back so that it has passed. */
const deadlines: Readonly<Record<Deadline, { readonly which: string; readonly back: readonly string[] }>> = {
  end: { which: 'expires_at > now()', back: ['created_at', 'expires_at'] },
  acceptance: { which: 'accept_by > now()', back: ['accept_by'] },
};

/** Lets time pass for a few holds, again and again: as if they had been made, or their shelter asked, four hours earlier. */
export function startAging(postgres: Postgres, history: HistoryFile): () => Promise<void> {
  const stopping = new AbortController();
  const round = async (deadline: Deadline) => {
    const { which, back } = deadlines[deadline];
    const some = await postgres.ask<{ id: string }>(
      `SELECT id FROM capacity.hold WHERE state = 'HELD' AND ${which} ORDER BY id DESC LIMIT ${holdsAtOnce}`,
    );
    if (some.length === 0) return;
    // Written first: nobody may expire a hold that is not yet due in the history.
    history.add({ line: 'aged', holdIds: some.map(({ id }) => id), deadline, invoked: history.now() });
    const ids = some.map(({ id }) => `'${id}'`).join(', ');
    const set = back.map((time) => `${time} = ${time} - interval '4 hours'`).join(', ');
    // Skips locked rows, so that it cannot be part of a deadlock.
    const over = await postgres.ask<{ id: string }>(`UPDATE capacity.hold SET ${set} WHERE id IN (
      SELECT id FROM capacity.hold WHERE id IN (${ids}) AND state = 'HELD' AND ${which} FOR UPDATE SKIP LOCKED) RETURNING id`);
    if (over.length > 0) history.add({ line: 'over', holdIds: over.map(({ id }) => id), at: history.now() });
  };
  const rounds = [() => round('end'), () => round('acceptance'), () => round('end'), () => endWaits(postgres, history)];
  const running = (async () => {
    for (let n = 0; !stopping.signal.aborted; n++) {
      await rounds[n % rounds.length]!().catch(() => null);
      await sleep(everyMilliseconds, null, { signal: stopping.signal }).catch(() => null);
    }
  })();
  return () => (stopping.abort(), running);
}

const waitsAtOnce = 2;

/** The same for a few waitlist entries: as if they had joined a day earlier. */
async function endWaits(postgres: Postgres, history: HistoryFile): Promise<void> {
  const inTime = `state = 'WAITING' AND waits_until > now()`;
  const some = await postgres.ask<{ id: string }>(
    `SELECT id FROM capacity.waiting WHERE ${inTime} ORDER BY place DESC LIMIT ${waitsAtOnce}`,
  );
  if (some.length === 0) return;
  history.add({ line: 'agedWaits', waitingIds: some.map(({ id }) => id), invoked: history.now() });
  const ids = some.map(({ id }) => `'${id}'`).join(', ');
  const over = await postgres.ask<{ id: string }>(`UPDATE capacity.waiting SET
    joined_at = joined_at - interval '24 hours', waits_until = waits_until - interval '24 hours' WHERE id IN (
      SELECT id FROM capacity.waiting WHERE id IN (${ids}) AND ${inTime} FOR UPDATE SKIP LOCKED) RETURNING id`);
  if (over.length > 0) history.add({ line: 'overWaits', waitingIds: over.map(({ id }) => id), at: history.now() });
}
