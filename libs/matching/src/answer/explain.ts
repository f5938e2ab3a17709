import { reason, whyAdmitted } from '@haven/kernel';
import type { Reason } from '@haven/kernel';
import type { Spot } from '../judging/candidate.js';
import { explainHours } from '../hours/judge-hours.js';
import { hoursAt } from '../hours/place-hours.js';
import type { Judged } from '../judging/judge-site.js';
import { crossesBorder, kilometres } from '../judging/judge-site.js';
import { interpretationOf } from '../judging/talk/interpretation-of.js';
import type { TalkJudgement } from '../judging/talk/judge-talk.js';
import { chosenQuestions } from '../judging/questions.js';
import type { MatchRequest } from '../request/request.js';

/** Places up to this distance are called near. */
const nearbyMeters = 25_000;

/** The reasons of a match: for it, against it, and questions. */
export function explain(request: MatchRequest, judged: Judged): Reason[] {
  const { site, service } = judged;
  return [
    ...(service.admitted ? [reason('ADMITTED')] : []),
    ...whyAdmitted(service.ruled, service.party),
    ...(site.position && site.meters <= nearbyMeters ? [reason('NEARBY', { km: kilometres(site.meters) })] : []),
    ...aboutBeds(judged),
    ...aboutLanguage(judged),
    ...explainHours(hoursAt(site.provider.hours, site.locationId), judged.hours, request.at),
    ...(service.assessment ? [reason('ASSESSMENT_REQUIRED')] : []),
    ...(service.needsReferral ? [reason('REFERRAL_REQUIRED')] : []),
    ...(crossesBorder(request, site) ? [reason('CROSSES_BORDER', { country: site.country! })] : []),
    ...aboutPosition(site),
    ...chosenQuestions(request, judged),
  ];
}

function aboutPosition({ position, precision }: Spot): Reason[] {
  if (position === null) return [reason('POSITION_UNKNOWN')];
  if (precision === 'CITY') return [reason('POSITION_BY_CITY')];
  return precision === 'AREA' ? [reason('PLACE_CONFIDENTIAL')] : [];
}

function aboutBeds({ service: { beds } }: Judged): Reason[] {
  if (!beds) return [];
  const { free, needed, apart, freshness, confirmedAt } = beds;
  const old = freshness === 'STALE' || freshness === 'UNKNOWN';
  return [
    reason('BEDS_FREE', { free, needed }),
    ...(free === needed ? [reason('LAST_BEDS')] : []),
    ...apart.map((member) => reason('CHILD_APART', { member })),
    ...(old ? [reason('BED_COUNT_OLD', confirmedAt === null ? {} : { confirmedAt })] : []),
  ];
}

function aboutLanguage({ service: { talk } }: Judged): Reason[] {
  const { said } = talk;
  // An interpretation service interprets the language; the reason does not say that its staff speak it.
  return said.some(({ code }) => code === 'INTERPRETS') ? [...said] : [...sayFit(talk), ...said];
}

function sayFit(talk: TalkJudgement): Reason[] {
  const { fit } = talk;
  if (fit.grade === 'DIRECT') return [reason('LANGUAGE_SPOKEN', { language: fit.language })];
  if (fit.grade === 'CLOSE') return [reason('LANGUAGE_CLOSE', { language: fit.language, understoodBy: fit.understoodBy })];
  // An unknown fit is a question, which is among the questions already.
  const told = fit.grade === 'UNKNOWN' ? null : interpretationOf(talk);
  return told ? [told] : [];
}
