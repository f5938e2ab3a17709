import { iso1A2Codes } from '@rapideditor/country-coder';
import { postalPosition } from '@haven/gazetteer';
import { centreOfCell, geodesicMeters, type Position } from '@haven/kernel';
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
  /** What contradicts it. */
  readonly by: 'COUNTRY' | 'POSTAL_CODE';
}

/**
 * Places whose position is in none of the countries that their addresses name, or far from all of their postal codes. Of a confidential
 * place, only the cell and the published part of its address count.
 */
export const contradictedPlaces = (service: JsonRecord, cells: ReadonlyMap<string, string | null>): readonly Contradicted[] =>
  placesOf(service).flatMap((place) => {
    const id = textOf(place, 'id') ?? '';
    const cell = cells.get(id);
    const at = cell === undefined ? positionOf(place as JsonObject) : cell === null ? null : centreOfCell(cell);
    const told = cell === undefined ? place : shownOf(place);
    const by = at && contradictionOf(told, at, cell === undefined ? borderDegrees : cellDegrees);
    return at && by ? [{ id, place: told, at, by }] : [];
  });

function contradictionOf(place: JsonRecord, at: Position, degrees: readonly number[]): Contradicted['by'] | null {
  if (isElsewhere(place, at, degrees)) return 'COUNTRY';
  return isFarFromCodes(place, at) ? 'POSTAL_CODE' : null;
}

/** No postal code that we know is as wide. */
export const farMeters = 100_000;

function isFarFromCodes(place: JsonRecord, at: Position): boolean {
  const codes = listOf(place, 'addresses').flatMap((address) => {
    const country = countryCode(textOf(address, 'country'));
    return (country !== null && postalPosition(country, textOf(address, 'postal_code') ?? '')) || [];
  });
  return codes.length > 0 && codes.every((code) => geodesicMeters(code, at) > farMeters);
}

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
