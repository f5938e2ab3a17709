import type { JsonValue } from '../hsds/record.js';

/** Status of a service, as the public API names it. */
export type ServiceStatusName = 'ACTIVE' | 'INACTIVE' | 'DEFUNCT' | 'TEMPORARILY_CLOSED';

const meanings: ReadonlyMap<string, string> = new Map([
  ...['1', 'active', 'verified', 'published', 'open', 'true', 'yes'].map((text): [string, string] => [text, 'active']),
  ...['0', 'inactive', 'unpublished', 'false', 'no'].map((text): [string, string] => [text, 'inactive']),
  ...['defunct', 'permanently closed', 'closed permanently'].map((text): [string, string] => [text, 'defunct']),
  ...['temporarily closed', 'closed temporarily'].map((text): [string, string] => [text, 'temporarily closed']),
]);

/** The HSDS value that a publisher's status means; null when it is none that we know. */
export function statusMeaning(value: JsonValue | undefined): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  return meanings.get(String(value).trim().toLowerCase().replaceAll(/[_-]+/g, ' ')) ?? null;
}

/** Status of a stored service. Unknown is not no: what the record does not say plainly is active. */
export function serviceStatusOf(properties: { readonly [name: string]: JsonValue }): ServiceStatusName {
  const meaning = statusMeaning(properties.status) ?? 'active';
  return meaning.toUpperCase().replace(' ', '_') as ServiceStatusName;
}
