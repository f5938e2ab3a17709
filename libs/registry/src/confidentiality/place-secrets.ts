import { folded, type Position } from '@haven/kernel';
import type { JsonObject, JsonValue } from '../hsds/record.js';
import { positionOf } from '../hsds/position.js';
import { listOf, textOf } from '../reading/json-record.js';

/** Whether a field repeats what a confidential place keeps secret. */
export type IsSecret = (value: JsonValue) => boolean;

/** For records without a confidential place. */
export const nothingSecret: IsSecret = () => false;

/** Shorter lines may be words that also stand elsewhere. */
const shortestLine = 6;
/** Degrees: about 200 metres. */
const nearDegrees = 0.002;
/** A number with fewer decimals is rather a phone number, a price or a version. */
const decimals = /-?\d{1,3}[.,]\d{3,}/g;

/**
 * Finds the street or the position of these places in a text: in a name, an address of a web page, a drawn area. Publishers often name a
 * place by its street.
 */
export function repeating(places: readonly JsonObject[]): IsSecret {
  const lines = new Set(places.flatMap(linesOf));
  const positions = places.flatMap((place) => positionOf(place) ?? []);
  if (lines.size + positions.length === 0) return nothingSecret;
  return (value) => {
    if (typeof value === 'number') return false;
    const text = String(value);
    const plain = ` ${folded(decoded(text))} `;
    return [...lines].some((line) => plain.includes(` ${line} `)) || (positions.length > 0 && isNear(text, positions));
  };
}

/** A line of several words, or with the number of a house. */
function linesOf(place: JsonObject): readonly string[] {
  const lines = listOf(place, 'addresses').flatMap((address) => ['address_1', 'address_2'].map((line) => textOf(address, line) ?? ''));
  return lines.map(folded).filter((line) => line.length >= shortestLine && /\d| /.test(line));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function isNear(text: string, positions: readonly Position[]): boolean {
  const numbers = [...text.matchAll(decimals)].map(([number]) => Number(number.replace(',', '.')));
  const has = (degrees: number): boolean => numbers.some((number) => Math.abs(number - degrees) < nearDegrees);
  return positions.some(({ latitude, longitude }) => has(latitude) && has(longitude));
}
