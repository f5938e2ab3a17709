import type { Schedule } from '@haven/events';
import { codeOf, havenCode } from '../hsds/haven-attributes.js';
import { type JsonRecord, listOf, textOf } from '../reading/json-record.js';

type Kind = Schedule['kind'];

const hours = '(?:\\s+(?:hours|times?))?';
/** A word counts only as the whole text: a longer text may say the opposite. */
const words: readonly (readonly [Kind, RegExp])[] = [
  ['INTAKE', new RegExp(`^(?:new\\s+)?(?:intakes?|admissions?|arrivals)${hours}$`, 'i')],
  ['PHONE', new RegExp(`^(?:by\\s+)?(?:tele)?phone(?:\\s+(?:line|only|support))?${hours}$|^(?:hot|help)line${hours}$`, 'i')],
];

/** What the hours are for: our attribute says so, or a whole text does; otherwise people can come. */
export function kindOf(schedule: JsonRecord): Kind {
  const attribute = listOf(schedule, 'attributes').find((one) => codeOf(one) === havenCode.hours);
  const value = attribute && textOf(attribute, 'value')?.toUpperCase();
  if (value === 'INTAKE' || value === 'PHONE' || value === 'VISIT') return value;
  const texts = ['attending_type', 'description'].map((name) => textOf(schedule, name));
  return words.find(([, whole]) => texts.some((text) => text !== null && whole.test(text)))?.[0] ?? 'VISIT';
}
