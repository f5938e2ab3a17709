import { bydayOf, timeOf } from '../../hours/schedule-text.js';
import type { JsonObject, JsonValue } from '../../hsds/record.js';

/**
 * Converts the hours of HSDS 2.x to HSDS 3.1: day names to `byday`, "9:30am" to `09:30`, times in the date columns `dtstart` and `until` to
 * `opens_at` and `closes_at`, "24 hours" to a whole day. Unclear values stay. Returns the names of changed properties.
 */
export function repairSchedule(properties: JsonObject): string[] {
  const before = { ...properties };
  repairDays(properties);
  repairWholeDay(properties);
  moveTime(properties, 'dtstart', 'opens_at');
  moveTime(properties, 'until', 'closes_at');
  for (const name of ['opens_at', 'closes_at']) {
    const time = textOf(properties[name]) && timeOf(textOf(properties[name]));
    if (time) properties[name] = time;
  }
  return Object.keys({ ...before, ...properties }).filter((name) => before[name] !== properties[name]);
}

function repairDays(properties: JsonObject): void {
  const text = textOf(properties.byday) || textOf(properties.weekday);
  const byday = isByday(text) ? null : bydayOf(text);
  if (!byday) return;
  properties.byday = byday;
  properties.freq ??= 'WEEKLY';
}

function isByday(text: string): boolean {
  return /^-?\d*(MO|TU|WE|TH|FR|SA|SU)(,-?\d*(MO|TU|WE|TH|FR|SA|SU))*$/.test(text);
}

function repairWholeDay(properties: JsonObject): void {
  const isWhole = (name: string): boolean => /^24\s*h(ou)?rs?$/i.test(textOf(properties[name]).trim());
  const name = ['opens_at', 'dtstart'].find(isWhole);
  if (name === undefined || ['closes_at', 'until'].some((end) => textOf(properties[end]).trim() !== '')) return;
  delete properties[name];
  Object.assign(properties, { opens_at: '00:00', closes_at: '23:59' });
}

function moveTime(properties: JsonObject, from: string, to: string): void {
  const time = timeOf(textOf(properties[from]));
  if (!time || properties[to] !== undefined) return;
  properties[to] = time;
  delete properties[from];
}

const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');
