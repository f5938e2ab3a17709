import type { Counts, Party } from '../history.js';
import { everyGender, type Evidence, type JudgedPool } from './evidence.js';
import type { Operation } from './operations.js';

/** Counts as text, to compare them. */
export const countsOf = ({ total, occupied, held, outOfService }: Counts): string => [total, occupied, held, outOfService].join();

/** Beds that are free to take. */
export const free = ({ total, occupied, held, outOfService }: Counts): number => total - occupied - held - outOfService;

/** Whether no more beds are given than there are, and no count is negative. */
export const fits = (counts: Counts): boolean =>
  free(counts) >= 0 && Math.min(counts.total, counts.occupied, counts.held, counts.outOfService) >= 0;

/** Whether each member of the party can have a bed of their own. */
export function hasRoom(party: Party, pools: readonly JudgedPool[], freeIn: (poolId: string) => number): boolean {
  const freeFor = (...genders: string[]) =>
    pools.filter(({ admits }) => admits.join() === genders.join()).reduce((sum, { id }) => sum + Math.max(0, freeIn(id)), 0);
  const lacking = everyGender.map((gender) => Math.max(0, party.filter((one) => one.gender === gender).length - freeFor(gender)));
  return lacking.reduce((sum, one) => sum + one, 0) <= freeFor(...everyGender);
}

/** Whether each member of the party could have a bed if all were free. A shelter without pools excludes nobody. */
export const isAdmitted = (party: Party, pools: readonly JudgedPool[]): boolean =>
  pools.length === 0 || party.every(({ gender }) => pools.some(({ admits }) => admits.includes(gender)));

/** The hold that an operation is about; null if there is none. */
export function holdMeant({ holds, waiting }: Evidence, { operation, input }: Operation) {
  const holdId = operation === 'leaveWaitlist' ? waiting.get(input.waitingId!)?.holdId : input.holdId;
  return holds.get(holdId ?? '') ?? null;
}
