import type { Party } from './carers.js';

/** The id of a member in one request: their index. */
export const idOf = (place: number): string => String(place);

/** The index for an id. */
export const placeOfId = (id: string): number => Number(id);

/** A party as GraphQL input, with the carers. */
export const membersInput = (party: Party) =>
  party.map(({ gender, age, mayBeMinor, carer }, place) => ({
    id: idOf(place),
    ...(carer === undefined ? {} : { carerId: idOf(carer) }),
    gender,
    age,
    mayBeMinor,
  }));
