import type { JsonValue } from '../hsds/record.js';

/** Status of a service, as the public API names it. */
export type ServiceStatusName = 'ACTIVE' | 'INACTIVE' | 'DEFUNCT' | 'TEMPORARILY_CLOSED';

/** Words that directories use for each status, in the languages of sheets too. */
const words: readonly (readonly [meaning: string, words: string])[] = [
  ['active', '1|active|verified|published|open|true|yes|activo|activa|abierto|sí|actif|ouvert|oui|ativo|aberto|sim|aktif|ya'],
  [
    'inactive',
    '0|inactive|not active|unpublished|closed|deactivated|disabled|suspended|archived|deleted|false|no|inactivo|inactiva|cerrado|inactif|fermé|non|inativo|fechado|não|tidak aktif|tutup',
  ],
  ['defunct', 'defunct|permanently closed|closed permanently'],
  ['temporarily closed', 'temporarily closed|closed temporarily'],
];

const meanings: ReadonlyMap<string, string> = new Map(
  words.flatMap(([meaning, names]) => names.split('|').map((name): [string, string] => [name, meaning])),
);

/** The HSDS status for a publisher's word; null if we do not know the word. */
export function statusMeaning(value: JsonValue | undefined): string | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  return meanings.get(String(value).trim().toLowerCase().replaceAll(/[_-]+/g, ' ')) ?? null;
}

/** Status of a stored service. It is active unless its record plainly says otherwise. */
export function serviceStatusOf(properties: { readonly [name: string]: JsonValue }): ServiceStatusName {
  const meaning = statusMeaning(properties.status) ?? 'active';
  return meaning.toUpperCase().replace(' ', '_') as ServiceStatusName;
}
