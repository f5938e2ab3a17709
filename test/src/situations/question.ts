import { readNeed } from './words/needs.js';
import { readPerson, type Person } from './words/people.js';
import type { Situation } from './situation.js';
import type { Place } from './world/place.js';
import { circleOf, instantOf, pointOf, townOf } from './world/positions.js';
import { organizationId, type Names } from './world/to-hsds.js';

const usualDistance = 60;

/** The people of a situation, in its order. "6 times a man of 25" gives six, with numbers after their name. */
export const partyOf = ({ who }: Situation): Person[] =>
  who
    .flatMap((one) => Object.entries(one))
    .flatMap(([id, text]) => {
      const [, times, each = text] = /^(\d+) times (.+)$/.exec(text) ?? [];
      if (times === undefined) return [readPerson(id, text)];
      return Array.from({ length: Number(times) }, (_, n) => readPerson(`${id} ${n + 1}`, each));
    });

/** The question that a caseworker would send. */
export function questionOf(situation: Situation, places: readonly Place[], names: Names): object {
  const [person, ...companions] = partyOf(situation);
  const { where, needs, within, border, when, avoid } = situation;
  const ownerOf = (name: string) => organizationId(names, places.find((place) => place.name === name) ?? { name });
  return {
    origin: { point: pointOf(where) },
    needs: needs.map((need) => readNeed(need, ownerOf)),
    person,
    companions,
    maxDistanceKm: within === undefined ? usualDistance : Number(/^(\d+) km$/.exec(within)?.[1]),
    first: 50,
    ...(border !== undefined && { crossBorder: true }),
    ...(when !== undefined && { at: instantOf(when, townOf(where)).toISOString() }),
    ...(avoid && { avoid: avoid.map(circleOf) }),
  };
}

const heldFields = ['id', 'carerId', 'mayBeMinor', 'gender', 'age'];

/** The same people, in the form of a hold. */
export const guestsOf = (situation: Situation): object[] =>
  partyOf(situation).map((person) => Object.fromEntries(Object.entries(person).filter(([key]) => heldFields.includes(key))));
