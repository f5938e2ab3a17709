import type { AskedArea, AskedPerson, Clause, ListedService, MatchRequest, Point, Rule } from '../contract-types.js';
import { isSign } from '../matcher/heard.js';
import { randomPerson, withCarers } from './random-person.js';
import { isPlaced } from '../matcher/place.js';
import type { Random } from './random.js';
import { takesYoungParents, youngParent } from './young-parent.js';

/** Kinds of services that are rare in a directory, each by its special trait. */
const special: readonly ((service: ListedService) => boolean)[] = [
  ({ admission }) => admission.legalStatuses !== null,
  ({ admission }) => admission.nationalities !== null,
  ({ admission }) => admission.exploitation !== null,
  ({ admission }) => admission.pregnancy === false,
  ({ admission }) => admission.accessibility !== null,
  ({ pools }) => pools.length > 1,
  ({ admission, pools }) => admission.persons !== null && pools.some(({ admits }) => admits.persons !== null),
  ({ admission }) => admission.persons?.some(({ accompaniedOnly }) => accompaniedOnly) ?? false,
  ({ admission }) => admission.persons?.some(({ asked }) => asked) ?? false,
  ({ pools }) => pools.length > 1 && pools.some((pool) => pool.free < 2),
  ({ pools }) => pools.some(({ admits, free }) => free === 1 && admits.persons !== null),
  takesStateless,
  takesYoungParents,
  ({ open }) => !open,
  signs,
  signsByPhone,
  interprets,
  interprets,
  ({ locations }) => locations.some((location) => location.precision !== 'EXACT'),
];

/** The most beds of a request. */
const mostBeds = 100;

/** Services where somebody signs, which are few. */
function signs({ languages }: ListedService): boolean {
  return languages.some(isSign);
}

/** Services for which a directory names a sign language on the phone, which is impossible. */
function signsByPhone({ phones }: ListedService): boolean {
  return phones.some((phone) => phone.languages.some(isSign));
}

function takesStateless({ admission }: ListedService): boolean {
  return admission.legalStatuses?.includes('STATELESS') ?? false;
}

/** Some say where they are stateless, although they are so everywhere. */
const statelessElsewhere = { legalStatus: 'STATELESS', legalStatusIn: 'UG' };

/** Services with interpreters, for people who speak the language. */
function interprets({ categories, languages }: ListedService): boolean {
  return categories.includes('INTERPRETATION') && languages.length > 0;
}

function spokenAt(random: Random, kind: (service: ListedService) => boolean, { languages, phones }: ListedService): string[] {
  if (kind === signs) return [random.pick(['sgn', 'tsq', 'th'])];
  if (kind === signsByPhone) return phones.flatMap((phone) => phone.languages).filter(isSign);
  return kind === interprets ? [random.pick(languages)] : [];
}

/** A request at a service with a special rule, for somebody who just or nearly fits it. */
export function aimedRequest(random: Random, services: readonly ListedService[]): MatchRequest | null {
  const kind = random.pick(special);
  const candidates = services.filter((service) => service.status === 'ACTIVE' && isPlaced(service) && kind(service));
  if (candidates.length === 0) return null;
  const service = random.pick(candidates);
  const { admission, locations, categories } = service;
  const { latitude, longitude, precision } = random.pick(locations);
  const anybody = () => {
    const others = Array.from({ length: random.pick([0, 0, 1, 2, 3]) }, () => fitting(random, admission));
    return withCarers(random, fitting(random, admission), others);
  };
  const [told, companions] = kind === takesYoungParents && random.chance(0.8) ? youngParent(random, service) : anybody();
  const status = kind === takesStateless && random.chance(0.6) ? statelessElsewhere : {};
  const person = { ...told, ...status, languages: [...new Set([...spokenAt(random, kind, service), ...told.languages])] };
  const category = random.pick(categories);
  const beds = allBeds(random, service, category);
  return {
    origin: { point: { latitude, longitude } },
    needs: [{ category, ...(beds && { beds }) }],
    person,
    companions,
    ...(precision !== 'EXACT' && random.chance(0.7) && { avoid: [besideCentre(random, { latitude, longitude })] }),
    maxDistanceKm: random.pick([10, 30]),
    first: 50,
  };
}

/** A circle that often touches the cell around a centre, and rarely the centre. */
function besideCentre(random: Random, { latitude, longitude }: Point): AskedArea {
  const angle = random.next() * 2 * Math.PI;
  const center = { latitude: latitude + 0.08 * Math.sin(angle), longitude: longitude + 0.08 * Math.cos(angle) };
  return { center, radiusKm: random.pick([0.5, 2, 4, 6]) };
}

/** All free beds of several pools together: often too many for a single pool. */
function allBeds(random: Random, { pools }: ListedService, category: string): number | null {
  const free = pools.reduce((sum, pool) => sum + pool.free, 0);
  return category === 'ACCOMMODATION' && pools.length > 1 && free > 0 && free <= mostBeds && random.chance(0.4) ? free : null;
}

/** Mostly what the rule admits, part by part. */
function fitting(random: Random, rule: Rule): AskedPerson {
  const person = randomPerson(random);
  const clause = rule.persons?.length ? random.pick(rule.persons) : null;
  const among = <T>(listed: readonly T[] | null | undefined, otherwise: T): T =>
    listed?.length && random.chance(0.85) ? random.pick(listed) : otherwise;
  return {
    ...person,
    gender: among(clause?.genders, person.gender),
    age: ageFor(random, clause),
    legalStatus: among(rule.legalStatuses, person.legalStatus),
    nationality: among(rule.nationalities, person.nationality),
    pregnant: rule.pregnancy === false && random.chance(0.5) ? true : person.pregnant,
    exploitation: random.chance(0.8) ? exploitationFor(random, rule, person) : person.exploitation,
    accessibility: random.chance(0.7) ? random.some(rule.accessibility ?? [], 1) : person.accessibility,
  };
}

/** One form that the rule lists, and often another that it may not list: one that is listed is enough. */
function exploitationFor(random: Random, rule: Rule, person: AskedPerson): readonly string[] {
  const listed = random.some(rule.exploitation ?? [], 1);
  const further = random.chance(0.5) ? (person.exploitation ?? []) : [];
  return [...new Set([...listed, ...further])];
}

/** At a bound of the clause, or just beyond it. */
function ageFor(random: Random, clause: Clause | null): number {
  const lowest = clause?.minimumAge ?? 0;
  const highest = clause?.maximumAge ?? 60;
  return Math.max(0, random.pick([lowest, lowest + 1, highest, lowest - 1, highest + 1]));
}
