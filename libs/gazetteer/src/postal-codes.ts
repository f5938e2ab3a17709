import { readFileSync } from 'node:fs';
import type { Position } from '@haven/kernel';

/** The part of a code that data/postal-codes has; null: it is no code. */
type KeptPart = (written: string) => string | null;

/** A code of this many digits; spreadsheets take zeros from its beginning. */
const digits =
  (length: number): KeptPart =>
  (written) =>
    /^\d{3,}$/.test(written) && written.length <= length ? written.padStart(length, '0') : null;
const firstPart =
  (form: RegExp): KeptPart =>
  (written) =>
    form.exec(written)?.[1] ?? null;

/** How a code is written in each country. */
const keptParts: Readonly<Record<string, KeptPart>> = {
  AU: digits(4),
  BD: digits(4),
  CA: firstPart(/^([A-Z]\d[A-Z])-?(\d[A-Z]\d)?$/),
  DE: digits(5),
  GB: firstPart(/^([A-Z]{1,2}\d[A-Z\d]?)-?(\d[A-Z]{2})?$/),
  ID: digits(5),
  IN: digits(6),
  LK: digits(5),
  MY: digits(5),
  NZ: digits(4),
  PH: digits(4),
  PK: digits(5),
  TH: digits(5),
  US: (written) => digits(5)(written.replace(/^(\d{5})-?\d{4}$/, '$1')),
};

/** ISO 3166-1 alpha-2. */
export const countriesWithPostalCodes: readonly string[] = Object.keys(keptParts);

/** Around where the addresses with this postal code are; null: nobody knows, or they lie far apart. */
export function postalPosition(country: string, code: string): Position | null {
  const kept = keptParts[country]?.(code.normalize('NFKC').toUpperCase().replaceAll(/\s/g, '')) ?? null;
  return kept === null ? null : positionIn(linesOf(country), kept);
}

/** Lines stand in the order of their codes, below a header. */
function positionIn(lines: string, code: string): Position | null {
  let [low, high] = [lines.indexOf('\n') + 1, lines.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const from = lines.lastIndexOf('\n', middle - 1) + 1;
    const end = lines.indexOf('\n', middle);
    const [found = '', latitude, longitude] = lines.slice(from, end).split(',');
    if (found === code) return { latitude: Number(latitude), longitude: Number(longitude) };
    if (found < code) low = end + 1;
    else high = from;
  }
  return null;
}

const read = new Map<string, string>();

/** The file of a country, read when somebody first asks for it; as one text it takes a tenth of what a map of its codes would. */
function linesOf(country: string): string {
  const known = read.get(country);
  if (known !== undefined) return known;
  const lines = readFileSync(new URL(`../../../data/postal-codes/${country.toLowerCase()}.csv`, import.meta.url), 'latin1');
  read.set(country, lines);
  return lines;
}
