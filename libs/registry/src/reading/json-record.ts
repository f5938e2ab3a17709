import { readNumber } from './read-number.js';

/** One HSDS record, nested or flat. It contains whatever a publisher wrote, so every read checks the type. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether the value is a JSON object. */
export const isRecord = (value: unknown): value is JsonRecord => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Trimmed text, or null if there is none. Numbers count as text: phone extensions come as both. */
export function textOf(record: JsonRecord, property: string): string | null {
  const value = record[property];
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

/** A finite number, even if written as text; null if there is none. */
export function numberOf(record: JsonRecord, property: string): number | null {
  const text = textOf(record, property);
  return text === null ? null : readNumber(text);
}

/** The objects of a nested list. Other values count as an empty list. */
export function listOf(record: JsonRecord, property: string): readonly JsonRecord[] {
  const value = record[property];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** A nested object, or null. */
export function childOf(record: JsonRecord, property: string): JsonRecord | null {
  const value = record[property];
  return isRecord(value) ? value : null;
}
