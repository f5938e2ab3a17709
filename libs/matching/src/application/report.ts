import type { AvailabilitySnapshot, ServiceView } from '@haven/contracts';
import { freshnessOf } from '@haven/kernel';
import type { Freshness, NeedCategory, Reason } from '@haven/kernel';
import { explain } from '../domain/explain.js';
import type { Site } from '../domain/candidate.js';
import { planOf } from '../domain/plan.js';
import type { PlanOption } from '../domain/burden.js';
import type { Missed, Ranked } from '../domain/rank.js';
import type { MatchRequest } from '../domain/request.js';
import type { FoundForNeed } from './find-for-need.js';
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
  readonly reasons: readonly Reason[];
  readonly availability: MatchAvailability | null;
  /** Opening hours are not read yet. */
  readonly openNow: null;
  readonly opensAt: null;
}

/** The answer to `match`. */
export interface MatchReport {
  readonly needs: readonly {
    readonly category: NeedCategory;
    readonly considered: number;
    readonly matches: readonly FoundMatch[];
    readonly nearMisses: readonly { readonly service: ServiceView; readonly distance: MatchDistance; readonly failed: Reason }[];
  }[];
  readonly plan: {
    readonly items: readonly { readonly category: NeedCategory; readonly match: FoundMatch }[];
    readonly stops: number;
    readonly travelMeters: number;
  } | null;
  readonly asOf: Date;
}

/** Puts together what was found. */
export function reportOf(request: MatchRequest, found: readonly FoundForNeed[], entries: ReadonlyMap<string, DirectoryEntry>): MatchReport {
  const needs = found.map(({ need, considered, ranked, missed }) => ({
    category: need.category,
    considered,
    matches: ranked.map((one) => matchOf(request, one, entries)),
    nearMisses: missed.map((one) => missOf(one, entries)),
  }));
  return { needs, plan: planFor(request, found, needs), asOf: request.at };
}

const distanceOf = (site: Site): MatchDistance => ({ meters: site.meters, precision: site.cell === null ? 'EXACT' : 'AREA' });

const missOf = ({ judged, failed }: Missed, entries: ReadonlyMap<string, DirectoryEntry>) => ({
  service: entries.get(judged.site.serviceId)!.service,
  distance: distanceOf(judged.site),
  failed,
});

function matchOf(request: MatchRequest, { judged, score }: Ranked, entries: ReadonlyMap<string, DirectoryEntry>): FoundMatch {
  const { site } = judged;
  const { service, beds } = entries.get(site.serviceId)!;
  return {
    service,
    location: service.locations.find(({ id }) => id === site.locationId) ?? null,
    distance: distanceOf(site),
    score,
    reasons: explain(request, judged),
    availability: beds && availabilityAt(beds, request.at),
    openNow: null,
    opensAt: null,
  };
}

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

function planFor(request: MatchRequest, found: readonly FoundForNeed[], needs: MatchReport['needs']): MatchReport['plan'] {
  const plan = planOf(
    request.origin,
    found.map(({ need, ranked }) => ({ category: need.category, options: ranked.map(optionOf) })),
  );
  if (!plan) return null;
  const items = needs.map(({ category, matches }, i) => ({ category, match: matches[plan.choice[i]!]! }));
  return { items, stops: plan.stops, travelMeters: plan.travelMeters };
}

/** Public places at the same point are one stop; two confidential places in one cell are not. */
const optionOf = ({ judged: { site, asks } }: Ranked): PlanOption => ({
  serviceId: site.provider.serviceId,
  organizationId: site.provider.organizationId,
  stop: site.cell === null ? `${site.position.latitude},${site.position.longitude}` : site.locationId,
  position: site.position,
  asks: asks.length,
});
