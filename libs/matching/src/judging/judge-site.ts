import { reason } from '@haven/kernel';
import type { Reason } from '@haven/kernel';
import type { Avoided } from './avoid.js';
import { judgeHours, type HoursJudgement } from '../hours/judge-hours.js';
import { hoursAt } from '../hours/place-hours.js';
import type { ServiceJudgement } from './judge-service.js';
import type { Site } from './candidate.js';
import type { MatchRequest } from '../request/request.js';

/** One place of a service, judged. */
export interface Judged {
  readonly site: Site;
  readonly service: ServiceJudgement;
  readonly failed: readonly Reason[];
  readonly asks: readonly Reason[];
  readonly hours: HoursJudgement;
}

/** Kilometres for a text: one decimal is what a person can use. */
export const kilometres = (meters: number): string => (meters / 1000).toFixed(1);

/** Adds the part that depends on the place: distance, country, areas to avoid, hours. */
export function judgeSite(request: MatchRequest, service: ServiceJudgement, site: Site, avoided: Avoided): Judged {
  const inArea = site.position && avoided({ position: site.position, cell: site.cell });
  const failed = [
    ...service.failed,
    ...(site.active ? [] : [reason('NOT_ACTIVE', { status: site.provider.status })]),
    ...(site.within ? [] : [reason('TOO_FAR', { km: kilometres(site.meters) })]),
    ...(site.countryFits ? [] : [wrongCountry(request, site.country)]),
    ...(inArea ? [reason(inArea)] : []),
  ];
  const hours = judgeHours(hoursAt(site.provider.hours, site.locationId), request.at);
  const asks = [...service.asks, ...asksAbout(request, site), ...asksAboutHours(hours)];
  return { site, service, failed, asks, hours };
}

const wrongCountry = ({ border }: MatchRequest, country: string | null): Reason =>
  reason(border === 'NO_PAPERS' ? 'NO_PAPERS_TO_CROSS' : 'OTHER_COUNTRY', country === null ? {} : { country });

/** Whether the place is in another country than the origin, as far as both are known. */
export const crossesBorder = (request: MatchRequest, site: Site): boolean =>
  request.originCountry !== null && site.country !== null && site.country !== request.originCountry;

function asksAbout(request: MatchRequest, site: Site): Reason[] {
  const countryOpen = site.country === null || request.originCountry === null;
  return [
    ...(countryOpen ? [reason('ASK_COUNTRY')] : []),
    ...(request.border === 'ASK' && crossesBorder(request, site) ? [reason('ASK_PAPERS')] : []),
  ];
}

/** If somebody answers the phone at any hour, they can say when it is open. */
const asksAboutHours = ({ standing, isAnsweredAlways }: HoursJudgement): Reason[] =>
  standing === 'UNKNOWN' && !isAnsweredAlways ? [reason('ASK_HOURS')] : [];
