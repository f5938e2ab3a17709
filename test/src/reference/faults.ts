import { burdenRules } from './matcher/burden.js';
import type { Rules } from './matcher/reference-matcher.js';
import { rightRules } from './matcher/reference-matcher.js';
import { hoursRules } from './matcher/hours.js';
import { languageRules } from './matcher/languages.js';
import { pointIn } from './geometry/shapes.js';

/** Each replaces one rule by a wrong one. The comparison must notice every one; otherwise it proves nothing about that rule. */
export const faults: Readonly<Record<string, Partial<Rules>>> = {
  'closed services count': { active: () => true },
  'at the greatest distance is too far': { near: (meters, kilometres) => Math.round(meters * 1000) < Math.round(kilometres * 1_000_000) },
  'distance does not matter': { near: () => true },
  'borders are open': { country: () => true },
  'borders are always closed': { country: (location, origin) => location.country === origin },
  'people without papers cross borders': {
    country: (location, origin, request) => location.country === origin || request.crossBorder === true,
  },
  'papers of companions do not matter': {
    country: (location, origin, request, party) => rightRules.country(location, origin, request, party.slice(0, 1)),
  },
  'areas to avoid do not matter': { avoided: () => 'OUT' },
  'a cell is avoided by its centre only': {
    avoided: (location, { avoid = [] }) => (avoid.some((a) => pointIn(a, location) === 'IN') ? 'IN' : 'OUT'),
  },
  'service areas do not matter': { covers: () => 'IN' },
  'age does not matter': { age: () => true },
  'an unknown age shuts out': { age: (clause, person) => person.age !== null && rightRules.age(clause, person) },
  'the lowest age is too young': {
    age: (clause, person) =>
      person.age === null || (person.age > (clause.minimumAge ?? -1) && person.age <= (clause.maximumAge ?? Infinity)),
  },
  'the highest age is too old': {
    age: (clause, person) =>
      person.age === null || (person.age >= (clause.minimumAge ?? 0) && person.age < (clause.maximumAge ?? Infinity)),
  },
  'gender does not matter': { gender: () => true },
  'an undisclosed gender shuts out': { gender: (clause, { gender }) => !clause.genders || clause.genders.includes(gender) },
  'what a rule leaves open is sure': { isSure: () => true },
  'what a rule says is never sure': { isSure: () => false },
  'nobody needs company': { accompanied: () => true },
  'a carer does not help': { carer: () => null },
  'company does not help': { accompanied: () => false },
  'what is not told is never asked': { whoever: () => [] },
  'a legal status holds in every country': { statusHolds: () => true },
  'nobody is stateless abroad': {
    statusHolds: (person, country, origin) => country !== null && country === (person.legalStatusIn ?? origin),
  },
  'legal status does not matter': { legalStatus: () => true },
  'nationality does not matter': { nationality: () => true },
  'exploitation does not matter': { exploitation: () => true },
  'every form of exploitation must be listed': {
    exploitation: (rule, { exploitation }) => !rule.exploitation || (exploitation ?? []).every((type) => rule.exploitation!.includes(type)),
  },
  'pregnancy does not matter': { pregnancy: () => true },
  'accessibility does not matter': { accessibility: () => true },
  'companions are not asked at the door': { mustFit: (_need, party) => party.slice(0, 1) },
  'every need is of the person': { mustFit: (need, party) => rightRules.mustFit({ ...need, for: null }, party) },
  'everybody speaks for the person': { speaks: (_need, party) => party[0]! },
  'who may be a child is none': { mayBeChild: ({ age }) => age !== null && age < 18 },
  'somebody of 18 is a child': { mayBeChild: (person) => rightRules.mayBeChild(person) || person.age === 18 },
  'whoever is there cares for a child': { couldCare: () => false },
  'a child asks who of those in its care cares for it': { couldCare: (child, other) => child !== other },
  'who comes with an adult needs no guardian': {
    needsGuardian: (person, party, rules) => rightRules.needsGuardian(person, party, rules) && party.every(({ age }) => (age ?? 0) < 18),
  },
  'a child alone needs no guardian': {
    needsGuardian: (person, party, rules) => person.age === null && rightRules.needsGuardian(person, party, rules),
  },
  'places for children are like all others': { notForChildrenKm: 0 },
  'a child alone may stay among adults': { staysAlone: () => false },
  'whoever a child cares for stays alone': { staysAlone: (child, party, rules) => rules.needsGuardian(child, party, rules) },
  'only a place for nobody else is for a child': { isAboutChildren: ({ maximumAge }) => (maximumAge ?? Infinity) < 18 },
  'companions are asked everywhere': { mustFit: (_need, party) => party },
  'a closed door does not matter': { door: () => true },
  'a closed door shuts out everybody': { active: (service) => rightRules.active(service) && service.open },
  'the rule of a pool does not matter': { ofPool: (service) => [service] },
  'beds do not matter': { beds: () => true },
  'children may sleep anywhere': { keeps: () => false },
  'any companion keeps a child': { keeps: () => true },
  'free beds are added up': {
    beds: (pools, _party, beds) => pools.length === 0 || pools.reduce((sum, pool) => sum + pool.free, 0) >= beds,
  },
  'languages cost nothing': { talk: (...asked) => ({ ...languageRules.talk(...asked), km: 0 }) },
  'the place in the list of languages does not matter': {
    talk: (...asked) => {
      const { km, asks } = languageRules.talk(...asked);
      return { km: km < 4 ? 0 : km, asks };
    },
  },
  'what is understood is foreign': { understands: () => false },
  'whom one understands understands one': {
    understands: (one, other) => languageRules.understands(one, other) || languageRules.understands(other, one),
  },
  'who signs hears the language of the country': {
    isShared: (one, other) => languageRules.isShared(one, other) || (one === 'tsq' && other === 'th'),
  },
  'who interprets by phone is there': { voiceKm: () => 8 },
  'nobody interprets by name': { interprets: () => false },
  'signs are heard on the phone': { interprets: ({ language }, wanted) => language === wanted && wanted !== 'sgn' },
  'the gender of interpreters does not matter': { hasGender: () => true },
  'a gender that is not said shuts out': { hasGender: (...asked) => languageRules.hasGender(...asked) ?? false },
  'interpreters may be there': { isByPhone: () => true },
  'interpreters may be of the community': { isOutside: () => true },
  'any organization will do': { isWanted: () => true },
  'some sign language is every sign language': { isShared: (one, other) => one === other },
  'languages that are not said are none': {
    talk: (service, ...asked) =>
      languageRules.talk({ ...service, languages: service.languages.length > 0 ? service.languages : ['fo'] }, ...asked),
  },
  'the age of a count costs nothing': { freshnessKm: () => 0 },
  'what was never counted is as good as an old count': { freshnessKm: (...asked) => Math.min(burdenRules.freshnessKm(...asked), 10) },
  'the last beds cost nothing': { lastBedsKm: () => 0 },
  'beds for others count': { usable: () => true },
  'a referral costs nothing': { referralKm: () => 0 },
  'an assessment costs nothing': { assessmentKm: () => 0 },
  'a border costs nothing': { borderKm: () => 0 },
  'questions cost nothing': { questionsKm: () => 0 },
  'questions cost without end': { questionsKm: (count) => 2 * count },
  'whoever asks to be called comes first': { remedies: ['CALL_AND_ASK', ...rightRules.remedies] },
  'what is too far stays too far': { farthestKm: 1 },
  'four questions are shown': { mostQuestions: () => 4 },
  'no admission is explicit': { speaksFor: () => [] },
  'whatever is said speaks for everybody': { speaksFor: (admission) => rightRules.speaksFor(admission, new Set()) },
  'hours cost nothing': { hoursKm: () => 0 },
  'hours that are not said are closed ones': {
    hoursKm: (service, ...asked) => (service.hsds.schedules ? hoursRules.hoursKm(service, ...asked) : 10),
  },
  'who opens soon is closed': { hoursKm: (...asked) => (hoursRules.hoursKm(...asked) === 2 ? 10 : hoursRules.hoursKm(...asked)) },
  'hours are by the clock of UTC': { clock: () => 0 },
  'a night ends at midnight': { closes: (opens, closes) => Math.min(hoursRules.closes(opens, closes), 1440) },
  'hours of intake are as all others': { decisive: (schedules) => schedules },
  'hours of the phone are for visits': { decisive: (schedules) => schedules.filter((one) => one.description !== 'Intake') },
  'a phone around the clock is no help': { isAnsweredAlways: () => false },
  'a child apart costs nothing': { apartKm: () => 0 },
};
