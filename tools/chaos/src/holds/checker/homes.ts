import type { HoldLine, Party } from '../history.js';
import { hasRoom } from './beds.js';
import type { Evidence } from './evidence.js';

/** Faults in who was placed where. */
export interface HomeVerdict {
  /** Claims with beds in pools that do not admit their party. */
  readonly wrongHomes: number;
}

/** Checks the beds of each hold against its party: both the shelter and the pool have to admit them. */
export function judgeHomes({ holdsBySubject, bySubject, poolsOf }: Evidence): HomeVerdict {
  let wrongHomes = 0;
  for (const [subject, holds] of holdsBySubject) {
    const input = bySubject.get(subject)?.input;
    for (const [serviceId, ofShelter] of Map.groupBy(holds, (hold) => hold.serviceId)) {
      const party = input?.holds?.filter((one) => one.serviceId === serviceId).flatMap((one) => one.party) ?? input?.party ?? [];
      wrongHomes += isHome(party, ofShelter) ? 0 : 1;
    }
  }
  return { wrongHomes };

  function isHome(party: Party, holds: readonly HoldLine[]): boolean {
    const beds = holds.flatMap((hold) => hold.beds);
    const held = (id: string) => beds.filter(({ poolId }) => poolId === id).reduce((sum, part) => sum + part.beds, 0);
    return hasRoom(party, poolsOf.get(holds[0]!.serviceId) ?? [], held);
  }
}
