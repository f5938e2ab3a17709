import type { Client } from 'urql';
import { problemOf } from '../../../app/graph/problem';
import { sentCounts, type Change, type Outcome, type Room } from '../ledger/ledger';
import { tellCounts, type ShelterNow } from '../queries';

const patienceMilliseconds = 20_000;
type Pool = Omit<ShelterNow['bedPools'][number], 'admits'>;

/** A pool of the graph as the book keeps it. */
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

/** Tells a word of staff to the record. */
export async function tell(client: Client, role: string, change: Change): Promise<Outcome> {
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

/** Only what the server has decided is an answer. */
const outcomeOf = (problem: string): Outcome =>
  problem === 'denied' || problem === 'input' ? { kind: 'refused', code: problem } : { kind: 'unknown' };

/** An answer that does not come must not keep the others waiting: with the same key the word may come again. */
const withinTime = <T>(answer: Promise<T>): Promise<T | null> =>
  Promise.race([answer, new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMilliseconds))]);
