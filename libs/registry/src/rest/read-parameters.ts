import { BadRequestException } from '@nestjs/common';
import type { Detail } from '../listing/hsds-pages.js';
import type { Slice } from '../listing/published-listing.js';

/** Parameters of a request; one that is given twice is a list. */
export type Parameters = Readonly<Record<string, unknown>>;

const perPageUsual = 20;
const perPageMaximum = 100;
const lastPage = 100_000;
const lengthMaximum = 200;

/** JSON, or one document on each line without pages. */
export type Format = 'json' | 'ndjson';

/** A page, with its number from 1. */
export interface PageAsked extends Slice {
  readonly number: number;
}

/** The requested page. Throws BadRequestException with advice, as all functions here do. */
export function pageAsked(parameters: Parameters): PageAsked {
  const number = wholeOf(parameters, 'page', 1, lastPage);
  const limit = wholeOf(parameters, 'per_page', perPageUsual, perPageMaximum);
  return { number, limit, offset: (number - 1) * limit };
}

/** The requested amount of detail. */
export function detailAsked(parameters: Parameters): Detail {
  if (flagOf(parameters, 'minimal')) return 'MINIMAL';
  return flagOf(parameters, 'full') ? 'FULL' : 'ONE_TO_ONE';
}

/** The requested format of lists. */
export function formatAsked(parameters: Parameters): Format {
  const format = textOf(parameters, 'format') ?? 'json';
  if (format !== 'json' && format !== 'ndjson') throw refused('format', 'Ask for json or ndjson.');
  return format;
}

/** A text; null if it is missing or empty. */
export function textOf(parameters: Parameters, name: string): string | null {
  const value = parameters[name];
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string') throw refused(name, 'Give it once.');
  if (value.length > lengthMaximum || value.includes('\0')) throw refused(name, `Give at most ${lengthMaximum} characters.`);
  return value;
}

/** True only if the request plainly says so. */
export function flagOf(parameters: Parameters, name: string): boolean {
  const text = textOf(parameters, name)?.toLowerCase() ?? 'false';
  if (text !== 'true' && text !== 'false') throw refused(name, 'Give true or false.');
  return text === 'true';
}

/** A date or instant in ISO 8601, as an instant; a date begins at midnight UTC. */
export function instantOf(parameters: Parameters, name: string): string | null {
  const text = textOf(parameters, name);
  if (text === null) return null;
  // A plus sign that was not encoded arrives as a space.
  const read = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[ +-]\d{2}:?\d{2})?)?$/.test(text) ? new Date(iso(text)) : null;
  if (read === null || Number.isNaN(read.getTime()))
    throw refused(name, 'Give a date like 2026-11-30, or with its time, 2026-11-30T18:00:00Z.');
  return read.toISOString();
}

const iso = (text: string): string => {
  const written = text.replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T').replace(/ (\d{2}:?\d{2})$/, '+$1');
  return /T.*(Z|[+-]\d{2}:?\d{2})$/.test(written) || !written.includes('T') ? written : `${written}Z`;
};

function wholeOf(parameters: Parameters, name: string, usual: number, most: number): number {
  const text = textOf(parameters, name);
  if (text === null) return usual;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > most) throw refused(name, `Give a whole number from 1 to ${most}.`);
  return number;
}

/** Answers 400, with the name of the parameter and advice. */
export const refused = (name: string, what: string): BadRequestException =>
  new BadRequestException({ code: 'BAD_USER_INPUT', message: `${name}: ${what}`, parameter: name });
