import type { JsonValue } from '../../hsds/record.js';
import { scrub } from '../scrub.js';
import type { ScalarType } from '../../hsds/objects.js';
import { neutraliseFormula, restoreFormula } from './formula.js';

/** Begins a cell that holds JSON, in files of ours: null, the empty text, lists, objects, and values of another type. */
const jsonMark = 'json:';

/** A number that comes back as the same number, so that text like `007` stays text. */
const plainNumber = /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/;

function isExactNumber(text: string): boolean {
  return plainNumber.test(text) && text.replace(/[-.]/g, '').length <= 15;
}

/** A number that others wrote, with as many decimals as they like. */
const plainDecimal = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/;

/** Cell of a value in a file of ours; an empty cell means that the property is not there. Number cells stay numbers. */
export function encodeCell(value: JsonValue | undefined, type: ScalarType): string {
  if (value === undefined) return '';
  if (type === 'number' && typeof value === 'number' && isExactNumber(String(value))) return String(value);
  const plain = typeof value === 'string' && value !== '' && !value.startsWith(jsonMark) && value.trim() === value;
  return plain && type !== 'number' ? neutraliseFormula(value) : jsonMark + JSON.stringify(value);
}

/** Value of a cell, or undefined when there is none. `ours`: the file carries our mark. `bad`: JSON was promised and broken. */
export function decodeCell(cell: string, type: ScalarType, ours: boolean): { value: JsonValue | undefined; bad: boolean } {
  if (cell === '') return { value: undefined, bad: false };
  if (ours && cell.startsWith(jsonMark)) return decodeJson(cell.slice(jsonMark.length), cell);
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
