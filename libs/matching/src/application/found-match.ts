import type { AvailabilitySnapshot, ServiceView } from '@haven/contracts';
import { freshnessOf } from '@haven/kernel';
import type { Freshness, Reason } from '@haven/kernel';
import type { Site } from '../domain/candidate.js';
import { explain } from '../domain/explain.js';
import type { Judged } from '../domain/judge-site.js';
import { gradeOf } from '../domain/languages.js';
import type { LanguageGrade } from '../domain/languages.js';
import { scoreOf } from '../domain/ranking/burden.js';
import type { BurdenPart } from '../domain/ranking/burden.js';
import type { Ranked } from '../domain/ranking/rank.js';
import type { MatchRequest } from '../domain/request.js';
import type { DirectoryEntry } from './ports.js';

/** Metres; AREA: to the centre of a public cell. */
export interface MatchDistance {
  readonly meters: number;
  readonly precision: 'EXACT' | 'AREA';
}

/** Counts with their freshness at the time of the question. */
export type MatchAvailability = Pick<
  AvailabilitySnapshot,
  'serviceId' | 'free' | 'total' | 'status' | 'confirmedAt' | 'sequence' | 'pools'
> & {
  readonly freshness: Freshness;
};

/** A service that fits. */
export interface FoundMatch {
  readonly service: ServiceView;
  readonly location: ServiceView['locations'][number] | null;
  readonly distance: MatchDistance;
  readonly score: number;
  readonly burden: { readonly km: number; readonly parts: readonly BurdenPart[] };
  readonly languageFit: LanguageGrade;
  readonly reasons: readonly Reason[];
  readonly availability: MatchAvailability | null;
  /** Beds that the party would take; null where no beds are known or needed. */
  readonly rooms: readonly { readonly poolId: string; readonly beds: number }[] | null;
  /** Opening hours are not read yet. */
  readonly openNow: null;
  readonly opensAt: null;
}

/** The place where somebody would go, as far as everybody may know it. */
export const distanceOf = (site: Site): MatchDistance => ({ meters: site.meters, precision: site.cell === null ? 'EXACT' : 'AREA' });

/** What an answer says of a match. */
export function matchOf(request: MatchRequest, { judged, burden }: Ranked, { service, beds }: DirectoryEntry): FoundMatch {
  const { site } = judged;
  return {
    service,
    location: service.locations.find(({ id }) => id === site.locationId) ?? null,
    distance: distanceOf(site),
    score: scoreOf(burden),
    burden: { km: burden.meters / 1000, parts: burden.parts },
    languageFit: gradeOf(request.languages, site.provider.languages),
    reasons: explain(request, judged),
    availability: beds && availabilityAt(beds, request.at),
    rooms: beds && roomsOf(judged, beds),
    openNow: null,
    opensAt: null,
  };
}

/** What was weighed and the entry are of one moment, so their pools are the same and in the same order. */
const roomsOf = ({ service }: Judged, { pools }: AvailabilitySnapshot): FoundMatch['rooms'] =>
  service.beds && service.beds.taken.map(({ pool, beds }) => ({ poolId: pools[pool]!.id, beds }));

function availabilityAt(beds: AvailabilitySnapshot, at: Date): MatchAvailability {
  const { serviceId, free, total, status, confirmedAt, sequence, pools } = beds;
  return {
    serviceId,
    free,
    total,
    status,
    confirmedAt,
    sequence,
    pools,
    freshness: freshnessOf(confirmedAt === null ? null : new Date(confirmedAt), at),
  };
}
