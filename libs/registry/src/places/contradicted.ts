import { iso1A2Codes } from '@rapideditor/country-coder';
import { centreOfCell, type Position } from '@haven/kernel';
import { countryCode } from './countries.js';
import { positionOf } from '../hsds/position.js';
import type { JsonObject } from '../hsds/record.js';
import { type JsonRecord, listOf, textOf } from '../reading/json-record.js';
import { placesOf } from './places-of-service.js';

/** Borders are drawn coarsely: a position this close to one may well be in the other country. */
const borderDegrees = [0.03] as const;
/** A confidential place may be anywhere in its cell, and its country must not reveal where. */
const cellDegrees = [0.1, 0.2] as const;

/** A place, and its position. */
export interface Contradicted {
  readonly id: string;
  readonly place: JsonRecord;
  readonly at: Position;
}

/**
 * Places whose position is in none of the countries that their addresses name. Of a confidential place, only the cell and the published
 * part of its address count.
 */
export const contradictedPlaces = (service: JsonRecord, cells: ReadonlyMap<string, string | null>): readonly Contradicted[] =>
  placesOf(service).flatMap((place) => {
    const id = textOf(place, 'id') ?? '';
    const cell = cells.get(id);
    const at = cell === undefined ? positionOf(place as JsonObject) : cell === null ? null : centreOfCell(cell);
    const told = cell === undefined ? place : shownOf(place);
    return at !== null && isElsewhere(told, at, cell === undefined ? borderDegrees : cellDegrees) ? [{ id, place: told, at }] : [];
  });

/** Of a confidential place, hidden parts must have no influence. */
export const shownOf = (place: JsonRecord): JsonRecord => ({
  addresses: listOf(place, 'addresses').map(({ city, state_province, country }) => ({ city, state_province, country })),
});

/** Countries that the addresses of a place name. */
export const countriesNamedAt = (place: JsonRecord): readonly string[] =>
  listOf(place, 'addresses').flatMap((address) => countryCode(textOf(address, 'country')) ?? []);

function isElsewhere(place: JsonRecord, at: Position, degrees: readonly number[]): boolean {
  const countries = countriesNamedAt(place);
  return countries.length > 0 && !countries.some((country) => isIn(country, at, degrees));
}

/** Whether a position is in a country, or this close to it. */
export function isIn(country: string, { latitude, longitude }: Position, degrees: readonly number[] = borderDegrees): boolean {
  const steps = [0, ...degrees.flatMap((by) => [-by, by])];
  return steps.some((north) => steps.some((east) => iso1A2Codes([longitude + east, latitude + north]).includes(country)));
}
