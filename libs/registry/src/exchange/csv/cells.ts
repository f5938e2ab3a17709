import type { JsonValue } from '../../hsds/record.js';
import { scrub } from '../scrub.js';
import type { ScalarType } from '../../hsds/objects.js';
import { neutraliseFormula, restoreFormula } from './formula.js';

/** Prefix of a cell that contains JSON, in Haven's own files: null, the empty text, lists, objects, and values of another type. */
const jsonPrefix = 'json:';

/** A number that survives a round trip, so that text like `007` stays text. */
const plainNumber = /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/;

function isExactNumber(text: string): boolean {
  return plainNumber.test(text) && text.replace(/[-.]/g, '').length <= 15;
}

/** A number written by others, with any number of decimals. */
const plainDecimal = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/;

/** Cell of a value in a Haven file. An empty cell means that the property is absent. Numbers stay numbers. */
export function encodeCell(value: JsonValue | undefined, type: ScalarType): string {
  if (value === undefined) return '';
  if (type === 'number' && typeof value === 'number' && isExactNumber(String(value))) return String(value);
  const plain = typeof value === 'string' && value !== '' && !value.startsWith(jsonPrefix) && value.trim() === value;
  return plain && type !== 'number' ? neutraliseFormula(value) : jsonPrefix + JSON.stringify(value);
}

/** Value of a cell, or undefined if there is none. `ours`: Haven wrote the file. `bad`: the cell claims to be JSON and is not. */
export function decodeCell(cell: string, type: ScalarType, ours: boolean): { value: JsonValue | undefined; bad: boolean } {
  if (cell === '') return { value: undefined, bad: false };
  if (ours && cell.startsWith(jsonPrefix)) return decodeJson(cell.slice(jsonPrefix.length), cell);
  if (type === 'number' && (isExactNumber(cell) || (!ours && plainDecimal.test(cell)))) return { value: Number(cell), bad: false };
  return { value: ours ? restoreFormula(cell) : cell, bad: false };
}

function decodeJson(json: string, cell: string): { value: JsonValue; bad: boolean } {
  try {
    if (depthOf(json) > deepestCell) return { value: cell, bad: true };
    const { value, forbidden } = scrub(JSON.parse(json) as JsonValue);
    return { value, bad: forbidden.length > 0 };
  } catch {
    return { value: cell, bad: true };
  }
}

const deepestCell = 64;

/** Brackets inside texts do not count. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token.startsWith('"')) continue;
    depth += token === '[' || token === '{' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
