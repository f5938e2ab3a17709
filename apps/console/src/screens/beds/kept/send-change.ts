import type { Client } from 'urql';
import { problemOf } from '../../../app/graph/problem';
import { sentCounts, type Change, type Outcome, type Room } from '../ledger/ledger';
import { tellCounts, type ShelterNow } from '../queries';

const patienceMilliseconds = 20_000;
type Pool = Omit<ShelterNow['bedPools'][number], 'admits'>;

/** Converts a pool of the graph to a room of the book. */
export const roomOf = (shelterId: string, pool: Pool, countedBy: string | null): Room => ({
  id: pool.id,
  shelterId,
  name: pool.name,
  counts: { total: pool.total, occupied: pool.occupied, outOfService: pool.outOfService },
  held: pool.held,
  version: pool.version,
  confirmedAt: pool.confirmedAt,
  countedBy,
});

/** Sends a change by staff to the server. */
export async function sendChange(client: Client, role: string, change: Change): Promise<Outcome> {
  const { key: idempotencyKey, roomId: poolId, base, countedAt } = change;
  const input = {
    idempotencyKey,
    poolId,
    expectedVersion: base.version!,
    ...sentCounts(change),
    ...(countedAt === null ? {} : { countedAt }),
  };
  const answer = await withinTime(client.mutation(tellCounts, { input }).toPromise());
  if (answer === null) return { kind: 'unknown' };
  if (!answer.data) return outcomeOf(problemOf(answer.error!).kind);
  const told = answer.data.setBedCounts;
  if (told.__typename === 'BedPool') return { kind: 'stored', room: roomOf(told.serviceId, told, role) };
  if (told.__typename === 'VersionConflict') return { kind: 'conflict', currentVersion: told.currentVersion };
  return { kind: 'refused', code: told.code };
}

/** Only a decision of the server counts as an answer. */
const outcomeOf = (problem: string): Outcome =>
  problem === 'denied' || problem === 'input' ? { kind: 'refused', code: problem } : { kind: 'unknown' };

/** A lost answer must not block the other changes: the retry has the same key. */
const withinTime = <T>(answer: Promise<T>): Promise<T | null> =>
  Promise.race([answer, new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMilliseconds))]);
