import type { Party } from './carers.js';

/** Who of a party is meant, in one request: their place in it. */
export const idOf = (place: number): string => String(place);

/** Who was meant. */
export const placeOfId = (id: string): number => Number(id);

/** A party as the graph takes it, with who cares for whom. */
export const membersInput = (party: Party) =>
  party.map(({ gender, age, mayBeMinor, carer }, place) => ({
    id: idOf(place),
    ...(carer === undefined ? {} : { carerId: idOf(carer) }),
    gender,
    age,
    mayBeMinor,
  }));
