import { matching, type SeededFault } from './seeded-fault.js';

const burden = matching('ranking/burden.ts');
const admits = 'libs/kernel/src/admission/admits.ts';
const clauses = 'libs/kernel/src/admission/clauses.ts';

/** Whom a service takes: its rules, standing, children, doors and beds. */
export const peopleFaults: Readonly<Record<string, SeededFault>> = {
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
  'a child alone may stay among adults': {
    file: matching('request/for-children.ts'),
    find: 'beds === null ? []',
    replace: 'beds !== undefined ? []',
  },
  'every place with children is for children': {
    file: matching('request/for-children.ts'),
    find: '=> !asked && !accompaniedOnly',
    replace: '=> !asked || !accompaniedOnly',
  },
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
    find: 'place: party.indexOf(person)',
    replace: 'place: 0 * party.indexOf(person)',
  },
  'children may sleep apart from their adults': {
    file: 'libs/kernel/src/rooms/place-party.ts',
    find: 'age >= ageToSleepApart',
    replace: 'age >= 0 * ageToSleepApart',
  },
  'full shelters count': { file: matching('judging/judge-beds.ts'), find: "placement.kind === 'NO_ROOM' ?", replace: 'free < 0 ?' },
};
