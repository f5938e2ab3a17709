import { matching, type SeededFault } from './seeded-fault.js';

const burden = matching('ranking/burden.ts');
const hours = (file: string) => matching(`hours/${file}`);
const ranking = matching('ranking/rank.ts');

/** What drawbacks cost, and the order that follows. */
export const burdenFaults: Readonly<Record<string, SeededFault>> = {
  'languages cost nothing': {
    file: burden,
    find: "{ code: 'LANGUAGE', km: languageKm(",
    replace: "{ code: 'LANGUAGE', km: 0 * languageKm(",
  },
  'every place in the list of languages is the first': { file: burden, find: 'fit.rank * weights', replace: '0 * fit.rank * weights' },
  'languages that are not said are none': { file: burden, find: "UNKNOWN: 'languageNotSaid'", replace: "UNKNOWN: 'languageNone'" },
  'who interprets by phone is there': { file: burden, find: 'weights.interpreterByPhone', replace: 'weights.interpreterThere' },
  'the age of a count costs nothing': { file: burden, find: 'return age === null ? 0 :', replace: 'return age !== undefined ? 0 :' },
  'a missing count is a fresh one': { file: burden, find: "beds?.freshness ?? 'UNKNOWN'", replace: "beds?.freshness ?? 'LIVE'" },
  'the last beds cost nothing': { file: burden, find: 'beds.free === beds.needed', replace: 'beds.free < beds.needed' },
  'beds for others count': { file: matching('judging/judge-beds.ts'), find: '=== 0 ? 0 : free', replace: '< 0 ? 0 : free' },
  'a referral costs nothing': { file: burden, find: 'needsReferral ? weights.referral', replace: 'needsReferral ? 0' },
  'an assessment costs nothing': { file: burden, find: 'assessment ? weights.assessment', replace: 'assessment ? 0' },
  'a border costs nothing': { file: burden, find: '? weights.border', replace: '? 0' },
  'questions cost without end': { file: burden, find: 'weights.questionsMost)', replace: 'Infinity)' },
  'what costs is asked about as well': {
    file: burden,
    find: "['ASK_CARER', 'ASK_BEDS', 'ASK_LANGUAGES', 'ASK_PAPERS', 'ASK_HOURS']",
    replace: "['']",
  },
  'hours cost nothing': {
    file: burden,
    find: 'weight === null || isAnsweredAlways ? 0',
    replace: 'weight !== undefined || isAnsweredAlways ? 0',
  },
  'a phone around the clock is no help': {
    file: hours('judge-hours.ts'),
    find: 'hours.phone !== null && isAlwaysOpen',
    replace: 'hours.phone !== null && !isAlwaysOpen',
  },
  'hours are by the clock of UTC': {
    file: hours('wall-clock.ts'),
    find: 'const local = at / minuteMilliseconds + offset',
    replace: 'const local = at / minuteMilliseconds',
  },
  'a night ends at midnight': {
    file: hours('opening-hours.ts'),
    find: 'day * dayMinutes + closes!]',
    replace: 'day * dayMinutes + Math.min(closes!, dayMinutes)]',
    rebuild: true,
  },
  'hours of intake are for visits, too': { file: hours('judge-hours.ts'), find: 'intake ?? visit', replace: 'visit ?? intake' },
  'a child apart costs nothing': { file: burden, find: '* weights.childApart', replace: '* 0' },
  'the nearest come first': { file: ranking, find: 'a.burden.meters - b.burden.meters ||', replace: '' },
};
