import { membersInput } from '../../../app/party/members-input.js';
import type { Someone } from '../../../app/party/party.js';

/** Where the person is: a place by its id, or a point (WGS 84 degrees). */
export type Origin = { readonly placeId: string } | { readonly point: Point };
/** WGS 84 degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}
/** Where nobody may be sent, and what the person at the screen called it. */
export interface AvoidArea {
  readonly center: Point;
  readonly radiusKm: number;
  readonly name: string;
}

/** What can be asked for, the most asked for first. */
export const categories = [
  'ACCOMMODATION',
  'MEDICAL',
  'PSYCHOSOCIAL',
  'LEGAL',
  'INTERPRETATION',
  'CHILD_PROTECTION',
  'INTERNATIONAL_PROTECTION',
  'DOCUMENTATION',
  'FAMILY_TRACING',
  'REPATRIATION',
  'REINTEGRATION',
  'EDUCATION',
  'EMPLOYMENT',
  'MATERIAL_ASSISTANCE',
] as const;
/** {@link categories} */
export type Category = (typeof categories)[number];

/** Kilometres to choose from. */
export const distances = [25, 100, 300, 1_000] as const;
/** The API takes so many needs at once. */
export const needsMax = 8;

/** What stands on the screen. It is kept in memory only. */
export interface FindDraft {
  readonly origin: Origin | null;
  /** What the place is called, for the reader. */
  readonly originName: string | null;
  /** Where it is, for the map. */
  readonly originPoint: Point | null;
  readonly categories: readonly Category[];
  readonly party: readonly Someone[];
  /** BCP 47, the preferred one first. */
  readonly languages: readonly string[];
  readonly avoid: readonly AvoidArea[];
  readonly maxDistanceKm: number;
  readonly crossBorder: boolean;
}

/** What is still missing before anything can be asked, in the order of the screen. */
export type Missing = 'PLACE' | 'NEED' | 'PARTY' | 'LANGUAGE';

/** An empty screen. */
export const emptyDraft: FindDraft = {
  origin: null,
  originName: null,
  originPoint: null,
  categories: ['ACCOMMODATION'],
  party: [],
  languages: [],
  avoid: [],
  maxDistanceKm: 100,
  crossBorder: false,
};

const matchesShown = 10;

/** What is missing, in the order of the screen. */
export const missingOf = ({ origin, categories, party, languages }: FindDraft): Missing[] => [
  ...(origin === null ? (['PLACE'] as const) : []),
  ...(categories.length === 0 ? (['NEED'] as const) : []),
  ...(party.length === 0 ? (['PARTY'] as const) : []),
  ...(languages.length === 0 ? (['LANGUAGE'] as const) : []),
];

/** The input of `match`; null while something is missing. All of the party speak what one of them speaks. */
export function matchInput(draft: FindDraft) {
  const [person, ...companions] = membersInput(draft.party).map((one) => ({ ...one, languages: draft.languages }));
  if (missingOf(draft).length > 0 || !person || !draft.origin) return null;
  return {
    origin: draft.origin,
    needs: draft.categories.slice(0, needsMax).map((category) => ({ category })),
    person,
    companions,
    avoid: draft.avoid.map(({ center, radiusKm }) => ({ center, radiusKm })),
    maxDistanceKm: draft.maxDistanceKm,
    crossBorder: draft.crossBorder,
    first: matchesShown,
  };
}
