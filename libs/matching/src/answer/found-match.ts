import type { AvailabilitySnapshot, LocationPrecision, ServiceView } from '@haven/events';
import { freshnessOf, lazily, reason } from '@haven/kernel';
import type { Freshness, Reason } from '@haven/kernel';
import type { Provider, Site } from '../judging/candidate.js';
import { explain } from './explain.js';
import { openingAt, unknownOpening } from '../hours/opening-at.js';
import type { OpeningHours } from '../hours/opening-hours.js';
import { hoursAt } from '../hours/place-hours.js';
import type { Judged } from '../judging/judge-site.js';
import type { TalkJudgement } from '../judging/talk/judge-talk.js';
import type { LanguageGrade } from '../languages/language-fit.js';
import { scoreOf } from '../ranking/burden.js';
import type { BurdenPart } from '../ranking/burden.js';
import type { Ranked } from '../ranking/rank.js';
import { askedFor, type MatchRequest, type Need } from '../request/request.js';
import type { DirectoryEntry } from '../ports.js';

/** Metres; AREA: to the centre of a public cell; CITY: to the middle of a town or postal code. */
export interface MatchDistance {
  readonly meters: number;
  readonly precision: LocationPrecision;
}

/** Counts with their freshness at the time of the question. */
export type MatchAvailability = Pick<
  AvailabilitySnapshot,
  'serviceId' | 'free' | 'total' | 'status' | 'confirmedAt' | 'sequence' | 'pools'
> & {
  readonly freshness: Freshness;
};

/** A number to call. */
export type FoundPhone = ServiceView['phones'][number] & FoundHours;

/** A service that fits. */
export interface FoundMatch {
  readonly service: ServiceView;
  readonly location: ServiceView['locations'][number] | null;
  /** Null: the directory does not give its position. */
  readonly distance: MatchDistance | null;
  readonly score: number;
  readonly burden: { readonly km: number; readonly parts: readonly BurdenPart[] };
  readonly languageFit: LanguageGrade;
  readonly reasons: readonly Reason[];
  readonly phones: readonly FoundPhone[];
  readonly availability: MatchAvailability | null;
  /** Beds that the party would take; null if no beds are known or needed. */
  readonly rooms: readonly { readonly poolId: string; readonly beds: number }[] | null;
  /** When people can come. */
  readonly openNow: boolean | null;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  /** When new people are admitted; null: the directory has no separate hours for that. */
  readonly intake: FoundHours | null;
  /** The hours from which texts are written. */
  readonly hours: OpeningHours | null;
  readonly at: Date;
  /** The data from which texts about people are written. */
  readonly provider: Pick<Provider, 'admission' | 'beds'>;
  readonly talk: TalkJudgement;
  readonly stays: boolean;
}

/** Hours at the instant of the question. */
export type FoundHours = Pick<FoundMatch, 'openNow' | 'opensAt' | 'closesAt' | 'hours' | 'at'>;

/** The distance from the origin; of a confidential place only that of its public cell. */
export const distanceOf = ({ position, meters, precision }: Site): MatchDistance | null => position && { meters, precision };

/** The location in the entry at that place. */
export const locationOf = (service: ServiceView, site: Site): FoundMatch['location'] =>
  service.locations.find(({ id }) => id === site.locationId) ?? null;

/** A match as an answer shows it. `peopleReasons`: reasons about the people who come. */
export function matchOf(
  asked: MatchRequest,
  need: Need,
  { judged, burden }: Ranked,
  { service, beds }: DirectoryEntry,
  peopleReasons: readonly Reason[],
): FoundMatch {
  const request = askedFor(asked, need);
  const { site } = judged;
  const { visit, intake } = hoursAt(site.provider.hours, site.locationId);
  const open = lazily(() => foundHours(visit, request.at));
  // Getters compute the slow parts only if somebody reads them.
  return {
    service,
    location: locationOf(service, site),
    distance: distanceOf(site),
    score: scoreOf(burden),
    burden: { km: burden.meters / 1000, parts: burden.parts },
    languageFit: judged.service.talk.fit.grade,
    get reasons() {
      return [...explain(request, judged), ...aboutEntry(service), ...peopleReasons];
    },
    get phones() {
      return phonesOf(service, site, request.at);
    },
    availability: beds && availabilityAt(beds, request.at),
    rooms: beds && roomsOf(judged, beds),
    ...{ provider: site.provider, talk: judged.service.talk, stays: need.beds !== null },
    get openNow() {
      return open().openNow;
    },
    get opensAt() {
      return open().opensAt;
    },
    get closesAt() {
      return open().closesAt;
    },
    ...{ hours: visit, at: request.at },
    get intake() {
      return intake && foundHours(intake, request.at);
    },
  };
}

/** Reasons about the entry, for every caller. */
const aboutEntry = ({ missingSince }: ServiceView): Reason[] => (missingSince ? [reason('GONE_FROM_DIRECTORY')] : []);

/** The phones of a service, with the hours in which they are answered. */
export const phonesOf = ({ phones }: ServiceView, { provider, locationId }: Site, at: Date): FoundPhone[] =>
  phones.map((phone) => ({ ...phone, ...foundHours(hoursAt(provider.hours, locationId).phone, at) }));

function foundHours(hours: OpeningHours | null, at: Date): FoundHours {
  const { isOpen, opensAt, closesAt } = hours ? openingAt(hours, at) : unknownOpening;
  return { openNow: isOpen, opensAt, closesAt, hours, at };
}

/** The judged pools and the entry are of one moment, so they have the same pools in the same order. */
const roomsOf = ({ service }: Judged, { pools }: AvailabilitySnapshot): FoundMatch['rooms'] =>
  service.beds && service.beds.taken.map(({ pool, beds }) => ({ poolId: pools[pool]!.id, beds }));

/** Counts with their age at that moment. */
export function availabilityAt(beds: AvailabilitySnapshot, at: Date): MatchAvailability {
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
