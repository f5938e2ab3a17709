import type { Place } from '@haven/gazetteer';
import { err, invalidInput, ok, readCarers } from '@haven/kernel';
import type { InvalidInput, LegalStatus, Person, Position, Result } from '@haven/kernel';
import { countryOf } from '../areas/country-of.js';
import type { MatchQuestion, PersonQuestion } from './match-question.js';
import { Problems } from './problems.js';
import { avoidMax, checkPosition, readAvoid } from './read-avoid.js';
import { readLanguages, readPerson, type ReadPerson } from './read-person.js';
import { readAfter, readNeeds } from './read-needs.js';
import type { Border, MatchRequest, Member } from './request.js';

/** Bounds and defaults of a question. */
export const limits = {
  companions: 20,
  distanceKm: 2_000,
  distanceKmDefault: 100,
  first: 50,
  firstDefault: 10,
  avoid: avoidMax,
} as const;

const earliest = Date.UTC(2000, 0);
const latest = Date.UTC(2100, 0);

/** Dependencies of the check. */
export interface Surroundings {
  readonly now: Date;
  placeById(id: string): Place | null;
}

/** Checks a question and fills in its defaults; a failure names every wrong field. */
export function readRequest(question: MatchQuestion, around: Surroundings): Result<MatchRequest, InvalidInput> {
  const problems = new Problems();
  const companions = question.companions ?? [];
  problems.check(companions.length <= limits.companions, 'companions', `Give at most ${limits.companions} companions.`);
  const people = [question.person, ...companions].slice(0, limits.companions + 1);
  const told = people.map((one, i) => ({
    ...readPerson(one, pathOf(i), problems),
    languages: readLanguages(one, pathOf(i), problems),
  }));
  const carers = readWhoCares(people, problems);
  const start = readOrigin(question.origin, around, problems);
  const originCountry = start && problems.fields.length === 0 ? countryOf(start) : null;
  const withCarer = ({ statusIn, ...person }: ReadPerson, i: number) => ({
    ...person,
    statusIn: statusIn ?? originCountry,
    carer: carers[i]!,
  });
  const party = told.map(withCarer) as [Member, ...Member[]];
  const request: MatchRequest = {
    origin: start ?? { latitude: 0, longitude: 0 },
    originCountry,
    needs: readAfter(question.after, readNeeds(question.needs, people, problems), problems),
    party,
    languages: told[0]!.languages,
    avoid: readAvoid(question.avoid ?? [], problems),
    maxDistanceMeters: readDistance(question.maxDistanceKm ?? limits.distanceKmDefault, problems),
    border: borderFor(question.crossBorder ?? false, party),
    at: readTime(question.at ?? around.now, problems),
    first: readFirst(question.first ?? limits.firstDefault, problems),
  };
  return problems.fields.length > 0 ? err(invalidInput(...problems.fields)) : ok(request);
}

const pathOf = (member: number): string => (member === 0 ? 'person' : `companions.${member - 1}`);

function readWhoCares(people: readonly PersonQuestion[], problems: Problems): readonly (number | null)[] {
  const { carers, problems: found } = readCarers(people, pathOf);
  for (const { path, message } of found) problems.check(false, path, message);
  return carers;
}

function readOrigin({ point, placeId }: MatchQuestion['origin'], around: Surroundings, problems: Problems): Position | null {
  if (!problems.check(Boolean(point) !== ((placeId ?? null) !== null), 'origin', 'Give exactly one of: point, placeId.')) return null;
  if (point) return checkPosition(point, 'origin.point', problems) ? { latitude: point.latitude, longitude: point.longitude } : null;
  const place = around.placeById(placeId!);
  problems.check(place !== null, 'origin.placeId', 'Give the id of a place that the query places answers.');
  return place && { latitude: place.latitude, longitude: place.longitude };
}

function readDistance(km: number, problems: Problems): number {
  problems.check(km > 0 && km <= limits.distanceKm, 'maxDistanceKm', `Give kilometres above 0 and at most ${limits.distanceKm}.`);
  return km * 1000;
}

function readTime(at: Date, problems: Problems): Date {
  problems.check(at.getTime() >= earliest && at.getTime() < latest, 'at', 'Give an instant from 2000 to 2099, or leave it out for now.');
  return at;
}

function readFirst(first: number, problems: Problems): number {
  problems.check(first >= 1 && first <= limits.first, 'first', `Give 1 to ${limits.first} matches for each need.`);
  return first;
}

/** People with these statuses may have papers, but whether those are valid in a third country is a question. */
const askedForPapers: readonly (LegalStatus | null)[] = ['ASYLUM_SEEKER', 'REFUGEE', 'UNKNOWN', null];

/** No match is across a border that a member cannot cross, and no near miss suggests that: members without papers, or stateless ones. */
function borderFor(allowed: boolean, party: readonly Person[]): Border {
  if (party.some(({ legalStatus }) => legalStatus === 'UNDOCUMENTED' || legalStatus === 'STATELESS')) return 'NO_PAPERS';
  if (!allowed) return 'CLOSED';
  return party.some(({ legalStatus }) => askedForPapers.includes(legalStatus)) ? 'ASK' : 'OPEN';
}
