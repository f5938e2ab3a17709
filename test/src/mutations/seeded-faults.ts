import type { Fault } from './product-copy.js';
import { splitFaults } from './split-faults.js';

/** A fault in what decides who is in and who comes first, and whether it only shows in a read model that is built with it. */
export interface SeededFault extends Omit<Fault, 'name'> {
  readonly rebuild?: true;
}

const matching = (file: string) => `libs/matching/src/${file}`;
const spots = matching('persistence/reading/spots.ts');
const met = matching('persistence/reading/met-services.ts');
const projection = matching('persistence/projection/service-projection.ts');
const burden = matching('ranking/burden.ts');
const hours = (file: string) => matching(`hours/${file}`);
const languages = (file: string) => matching(`languages/${file}`);
const ranking = matching('ranking/rank.ts');
const plan = (file: string) => matching(`plan/${file}`);
const admits = 'libs/kernel/src/admission/admits.ts';
const clauses = 'libs/kernel/src/admission/clauses.ts';

/** Hard constraints, what drawbacks cost, and plans. */
export const seededFaults: Readonly<Record<string, SeededFault>> = {
  '< for <= at the greatest distance': { file: spots, find: 'within: meters <= ', replace: 'within: meters < ' },
  'distances in degrees': {
    file: spots,
    find: 'toMillimetres(geodesicMeters(from, position))',
    replace: 'geodesicMeters(from, from) + 111_000 * Math.hypot(from.latitude - position.latitude, from.longitude - position.longitude)',
  },
  'a service is met at one of its places only': {
    file: matching('persistence/reading/nearest.ts'),
    find: 'WHERE NOT is_only',
    replace: 'WHERE false',
  },
  'who shares no language is not met': {
    file: matching('judging/talk/speech-keys.ts'),
    find: 'weights.languageNone * 1_000',
    replace: 'weights.languageNone * 1_000_000',
  },
  'the way ends after its first page': {
    file: matching('persistence/reading/nearest.ts'),
    find: 'last && last.places === way.places ? last.reach : null',
    replace: 'last && last.places < 0 ? last.reach : null',
  },
  'who may still be among the best is not judged': {
    file: matching('walk/walk.ts'),
    find: 'this.burdenOf(this.wanted) + grainMeters',
    replace: 'this.burdenOf(this.wanted) + grainMeters - 30_000',
  },
  'a shelter with one full room is passed by': {
    file: matching('judging/is-full.ts'),
    find: 'pools.every(({ free }) => free === 0)',
    replace: 'pools.some(({ free }) => free === 0)',
    rebuild: true,
  },
  'SQL: no rule about countries': { file: spots, find: "const countryFits = '(", replace: "const countryFits = '(true OR " },
  'SQL: from the sea every country is a wrong one': { file: spots, find: 'OR $5::text IS NULL ', replace: '' },
  'no rule about service areas': { file: met, find: '!has_area || in_area', replace: '!has_area || in_area || has_area' },
  'SQL: latitude and longitude of a service area swapped': {
    file: met,
    find: 'ST_MakePoint(${longitude}::float8, ${latitude}::float8)',
    replace: 'ST_MakePoint(${latitude}::float8, ${longitude}::float8)',
  },
  'SQL: closed services count': {
    file: projection,
    find: '...{ service_id, active, version,',
    replace: '...{ service_id, active: true, version,',
    rebuild: true,
  },
  'SQL: a service has its first category only': {
    file: projection,
    find: '[...new Set(view.categories)]',
    replace: 'view.categories.slice(0, 1)',
    rebuild: true,
  },
  'no rule about areas to avoid': { file: matching('judging/judge-site.ts'), find: 'inArea ?', replace: 'inArea && request.first < 0 ?' },
  'a confidential place is avoided by its centre only': {
    file: matching('judging/avoid.ts'),
    find: 'meters > radius + cellReachMeters',
    replace: 'meters > radius + 0 * cellReachMeters',
  },
  'a cell that only touches an area is in it': {
    file: matching('judging/avoid.ts'),
    find: 'where.cell === null || holds',
    replace: 'where.position || holds',
  },
  'papers of companions do not matter': {
    file: matching('request/read-request.ts'),
    find: "party.some(({ legalStatus }) => legalStatus === 'UNDOCUMENTED'",
    replace: "party.slice(0, 1).some(({ legalStatus }) => legalStatus === 'UNDOCUMENTED'",
  },
  'a citizen of one country is one everywhere': {
    file: matching('judging/standing.ts'),
    find: 'country !== null && statusIn === country',
    replace: 'country !== null || statusIn !== null',
  },
  'refugees cross unasked': { file: matching('request/read-request.ts'), find: "'ASYLUM_SEEKER', 'REFUGEE', ", replace: '' },
  'the highest age is too old': { file: clauses, find: 'age <= maximum ?', replace: 'age < maximum ?' },
  'no rule about genders': { file: clauses, find: 'if (!genders ||', replace: 'if (!genders || gender.length > 0 ||' },
  'the rule of a pool does not matter': {
    file: 'libs/kernel/src/admission/admission.ts',
    find: '=> [service, pool]',
    replace: '=> [pool && service]',
  },
  'what a rule leaves open is sure': { file: clauses, find: "(asked ? 'UNKNOWN' : 'FITS')", replace: "(asked ? 'FITS' : 'FITS')" },
  'a carer takes nobody along': { file: admits, find: 'carer && !inCharge.includes(carer) ?', replace: 'carer && carer === person ?' },
  'no rule about closed doors': {
    file: matching('judging/judge-service.ts'),
    find: "status === 'NO_CAPACITY' &&",
    replace: "status === 'UNKNOWN' &&",
  },
  'a closed door without beds on record is asked about': {
    file: matching('judging/judge-service.ts'),
    find: '(beds.pools.length > 0 || isShut(provider))',
    replace: 'beds.pools.length > 0',
  },
  'companions are not asked at the door': {
    file: matching('judging/judge-service.ts'),
    find: '[request.party[need.member]!] : request.party;',
    replace: '[request.party[need.member]!] : request.party.slice(0, 1);',
  },
  'who may be a child is none': {
    file: 'libs/kernel/src/children.ts',
    find: 'mayBeMinor === true :',
    replace: 'mayBeMinor === undefined :',
  },
  'whoever is there cares for a child': {
    file: 'libs/kernel/src/children.ts',
    find: 'other !== member && !isInCareOf',
    replace: 'other === member && !isInCareOf',
  },
  'a child alone needs no guardian': {
    file: 'libs/kernel/src/children.ts',
    find: '(isAlone || person.age === null)',
    replace: '((isAlone && person.age === null) || person.age === null)',
  },
  'no child protection is named': {
    file: matching('answer/find-protection.ts'),
    find: 'if (first)',
    replace: 'if (first && member < 0)',
  },
  'child protection is that of the person': {
    file: matching('answer/find-protection.ts'),
    find: 'beds: null, member, for',
    replace: 'beds: null, member: 0, for',
  },
  'places for children are like all others': {
    file: burden,
    find: 'service.isForChildren === false ?',
    replace: 'service.isForChildren === undefined ?',
  },
  'every place with children is for children': {
    file: matching('request/for-children.ts'),
    find: '=> !asked && !accompaniedOnly',
    replace: '=> !asked || !accompaniedOnly',
  },
  ...splitFaults,
  'every need is of the person': {
    file: matching('judging/judge-service.ts'),
    find: '[request.party[need.member]!] : request.party;',
    replace: 'request.party.slice(0, 1) : request.party;',
  },
  'everybody speaks for the person': {
    file: matching('request/request.ts'),
    find: 'member === 0 ? request :',
    replace: 'member >= 0 ? request :',
  },
  'a need is reported for nobody': {
    file: matching('answer/report.ts'),
    find: 'for: need.for }',
    replace: 'for: null }',
  },
  'who does not fit is the person': {
    file: matching('misses/who-fails.ts'),
    find: 'party.indexOf(people[first]!)',
    replace: '0 * party.indexOf(people[first]!)',
  },
  'children may sleep apart from their adults': {
    file: 'libs/kernel/src/rooms/place-party.ts',
    find: 'age >= ageToSleepApart',
    replace: 'age >= 0 * ageToSleepApart',
  },
  'full shelters count': { file: matching('judging/judge-beds.ts'), find: "placement.kind === 'NO_ROOM' ?", replace: 'free < 0 ?' },
  'languages cost nothing': {
    file: burden,
    find: "{ code: 'LANGUAGE', km: languageKm(",
    replace: "{ code: 'LANGUAGE', km: 0 * languageKm(",
  },
  'every place in the list of languages is the first': { file: burden, find: 'fit.rank * weights', replace: '0 * fit.rank * weights' },
  'languages that are not said are none': { file: burden, find: "UNKNOWN: 'languageNotSaid'", replace: "UNKNOWN: 'languageNone'" },
  'what is understood is foreign': {
    file: languages('language-fit.ts'),
    find: 'close(wanted, spoken) ??',
    replace: 'close(wanted, spoken.slice(99)) ??',
  },
  'whom one understands understands one': {
    file: languages('understands.ts'),
    find: 'understood.has(pairOf(speechOf(speaker), speechOf(language)))',
    replace:
      '[pairOf(speechOf(speaker), speechOf(language)), pairOf(speechOf(language), speechOf(speaker))].some((pair) => understood.has(pair))',
  },
  'a code of its own is a language of its own': {
    file: languages('speech.ts'),
    find: 'sameLanguages.get(base) ?? base',
    replace: 'sameLanguages.get(base + base) ?? base',
  },
  'nobody interprets': {
    file: languages('language-fit.ts'),
    find: 'interpreted(wanted, interpreters) ?? {',
    replace: 'interpreted(wanted, interpreters.slice(99)) ?? {',
  },
  'who interprets by phone is there': { file: burden, find: 'weights.interpreterByPhone', replace: 'weights.interpreterThere' },
  'who answers the phone speaks no language': {
    file: languages('interpreter.ts'),
    find: 'phones.flatMap(({ languages }) => languages)',
    replace: 'phones.flatMap(({ languages }) => languages.slice(99))',
    rebuild: true,
  },
  'signs are heard on the phone': {
    file: languages('interpreter.ts'),
    find: "&& by === 'PHONE'",
    replace: '&& by === wanted',
  },
  'whoever speaks a language interprets another': {
    file: matching('judging/talk/judge-talk.ts'),
    find: 'isSilent ? [{ language: null }] : perhaps',
    replace: 'isSilent || perhaps.length >= 0 ? [{ language: null }] : perhaps',
  },
  'an interpreter of any language is one of this': {
    file: matching('judging/talk/judge-talk.ts'),
    find: 'one.language !== null && interprets',
    replace: 'interprets',
  },
  'an interpreter for the second language will do': {
    file: matching('judging/talk/judge-talk.ts'),
    find: 'wish?.language ?? languages[0]!',
    replace: 'wish?.language ?? languages.at(-1)!',
  },
  'the gender of interpreters does not matter': {
    file: languages('interpreter-wish.ts'),
    find: "genders.includes('UNDISCLOSED') ? null : false",
    replace: "genders.includes('UNDISCLOSED') ? null : true",
  },
  'a gender that is not said shuts out': {
    file: languages('interpreter-wish.ts'),
    find: 'if (!genders) return null',
    replace: 'if (!genders) return false',
  },
  'interpreters may be there': { file: languages('interpreter-wish.ts'), find: "by === 'PHONE'", replace: 'by.length > 0' },
  'interpreters may be of the community': {
    file: languages('interpreter-wish.ts'),
    find: '!fromCommunity)',
    replace: 'fromCommunity || true)',
  },
  'any organization will do': {
    file: languages('interpreter-wish.ts'),
    find: '.includes(organizationId)',
    replace: '.includes(`not ${organizationId}`)',
  },
  'a wish for something else is none': {
    file: matching('judging/talk/judge-talk.ts'),
    find: 'wish ? suitable.map',
    replace: 'wish && !wanted ? suitable.map',
  },
  'some sign language is every sign language': {
    file: languages('language-fit.ts'),
    find: 'isSaid(tag) && there.has',
    replace: 'there.has',
  },
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
  'the rooms are those of nobody': {
    file: matching('judging/judge-beds.ts'),
    find: 'pool: Number(poolId)',
    replace: 'pool: rooms.length - 1 - Number(poolId)',
  },
  'a service asks what its rooms answer': {
    file: matching('judging/judge-service.ts'),
    find: '(placed?.open ?? verdicts)',
    replace: '[...verdicts, ...(placed?.open ?? [])]',
  },
  'an age that changes nothing is asked': { file: clauses, find: 'return next > last', replace: 'return next > last + 1_000' },
  'a part of the rules that decided is not named': {
    file: matching('answer/explain.ts'),
    find: '...whyAdmitted(service.ruled, service.party)',
    replace: '...whyAdmitted(service.ruled, request.party).slice(1)',
  },
  'the rule of a room says nothing in a reason': {
    file: matching('judging/judge-beds.ts'),
    find: 'rooms[Number(id)]!.admits',
    replace: 'rooms[Number(id)]!.admits.slice(0, 1)',
  },
  'a clause names more people than it takes': {
    file: 'libs/kernel/src/reasons/why-admitted.ts',
    find: 'return best ? [best] :',
    replace: 'return best ? clauses :',
  },
  'four questions at once': { file: matching('judging/questions.ts'), find: 'questionsMost = 3', replace: 'questionsMost = 4' },
  'what is left to ask is lost': {
    file: matching('judging/questions.ts'),
    find: 'rest.length > 0 ?',
    replace: 'rest.length > 99 ?',
  },
  'near misses are the nearest': {
    file: matching('misses/choose-misses.ts'),
    find: 'rankOf(a.remedy) - rankOf(b.remedy)',
    replace: '0 * rankOf(a.remedy) - 0 * rankOf(b.remedy)',
  },
  'nothing beyond the distance nearly fits': {
    file: matching('misses/find-misses.ts'),
    find: '[...inside, ...beyond]',
    replace: '[...inside, ...beyond.slice(0, 0)]',
  },
  'every full shelter is worth the wait': {
    file: matching('misses/remedy-of.ts'),
    find: 'free + held)',
    replace: 'free + held + 100)',
  },
  'somebody else does not fit': {
    file: matching('misses/who-fails.ts'),
    find: 'return { member, failed };',
    replace: 'return { member: people.length - 1 - member, failed };',
  },
  'who remains need not fit': {
    file: matching('misses/without.ts'),
    find: 'judgeWithout(member)?.(provider, [spot])[0]!.failed.length === 0',
    replace: 'judgeWithout(member)?.(provider, [spot])[0]!.failed.length !== 1',
  },
  'the funnel counts places': {
    file: matching('judging/funnel.ts'),
    find: 'new Set(judged.map(({ site }) => site.serviceId)).size',
    replace: 'judged.map(({ site }) => site.locationId).length',
  },
  'every page is the first': {
    file: matching('answer/page.ts'),
    find: 'place === -1 ? after.seen : place + 1',
    replace: '0 * place',
  },
  'a page repeats the last match': {
    file: matching('answer/page.ts'),
    find: 'after.seen : place + 1',
    replace: 'after.seen : place',
  },
  'a plan knows no way': { file: plan('search.ts'), find: 'lengthOf(from, to) * stopTie', replace: '0 * lengthOf(from, to)' },
  'a plan counts distances beside the way': {
    file: matching('answer/report-plan.ts'),
    find: 'burden.meters - meters',
    replace: 'burden.meters',
  },
  'a plan goes to the bed last': { file: plan('find-plan.ts'), find: 'bed === -1 ? null : bed', replace: 'bed === -2 ? bed : null' },
  'a need without a match empties the plan': {
    file: plan('find-plan.ts'),
    find: 'if (served.length === 0)',
    replace: 'if (served.length < needs.length)',
  },
  'a plan is that of the first matches': {
    file: matching('answer/report-plan.ts'),
    find: 'options: candidates.map(optionOf)',
    replace: 'options: candidates.slice(0, 1).map(optionOf)',
  },
};
