import type { Schedule } from '@haven/events';
import { codeOf, havenCode } from '../hsds/haven-attributes.js';
import { type JsonRecord, listOf, textOf } from '../reading/json-record.js';

type Kind = Schedule['kind'];

const hours = '(?:\\s+(?:hours|times?))?';
/** A word that is the whole text: what says more may say that there are none. */
const words: readonly (readonly [Kind, RegExp])[] = [
  ['INTAKE', new RegExp(`^(?:new\\s+)?(?:intakes?|admissions?|arrivals)${hours}$`, 'i')],
  ['PHONE', new RegExp(`^(?:by\\s+)?(?:tele)?phone(?:\\s+(?:line|only|support))?${hours}$|^(?:hot|help)line${hours}$`, 'i')],
];

/** What a schedule's hours are for: our attribute says it, or a whole text; else somebody can come. */
export function kindOf(schedule: JsonRecord): Kind {
  const attribute = listOf(schedule, 'attributes').find((one) => codeOf(one) === havenCode.hours);
  const value = attribute && textOf(attribute, 'value')?.toUpperCase();
  if (value === 'INTAKE' || value === 'PHONE' || value === 'VISIT') return value;
  const texts = ['attending_type', 'description'].map((name) => textOf(schedule, name));
  return words.find(([, whole]) => texts.some((text) => text !== null && whole.test(text)))?.[0] ?? 'VISIT';
}
