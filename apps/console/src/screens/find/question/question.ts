import { idOf, membersInput } from '../../../app/party/members-input.js';
import type { Someone } from '../../../app/party/party.js';
import { wantersOf } from './wanters.js';

/** The person's location: a place by its id, or a point (WGS 84 degrees). */
export type Origin = { readonly placeId: string } | { readonly point: Point };
/** WGS 84 degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}
/** An area to avoid, with the name that the user gave it. */
export interface AvoidArea {
  readonly center: Point;
  readonly radiusKm: number;
  readonly name: string;
}

/** The categories to choose from, the most requested first. */
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
/** The API's limit of needs in one query. */
export const needsMax = 8;

/** Requirements on the interpreter, if one is needed. */
export interface Interpreter {
  readonly gender: 'WOMAN' | 'MAN' | null;
  readonly byPhoneOnly: boolean;
  /** Nobody from the community that speaks the language, who may know the person. */
  readonly notFromCommunity: boolean;
}

/** The data on the screen. It is kept in memory only. */
export interface FindDraft {
  readonly origin: Origin | null;
  /** The name of the place, for the reader. */
  readonly originName: string | null;
  /** The location, for the map. */
  readonly originPoint: Point | null;
  readonly categories: readonly Category[];
  readonly party: readonly Someone[];
  /** BCP 47, the preferred one first. */
  readonly languages: readonly string[];
  readonly interpreter: Interpreter;
  readonly avoid: readonly AvoidArea[];
  readonly maxDistanceKm: number;
  readonly crossBorder: boolean;
}

/** The fields that a query still needs, in the order of the screen. */
export type Missing = 'PLACE' | 'NEED' | 'PARTY' | 'LANGUAGE';

/** An empty screen. */
export const emptyDraft: FindDraft = {
  origin: null,
  originName: null,
  originPoint: null,
  categories: ['ACCOMMODATION'],
  party: [],
  languages: [],
  interpreter: { gender: null, byPhoneOnly: false, notFromCommunity: false },
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

/** The input of `match`; null while a field is missing. If one member speaks a language, it counts for the whole party. */
export function matchInput(draft: FindDraft) {
  const [person, ...companions] = membersInput(draft.party).map((one) => ({ ...one, languages: draft.languages }));
  if (missingOf(draft).length > 0 || !person || !draft.origin) return null;
  return {
    origin: draft.origin,
    needs: draft.categories.flatMap((category) => needsOf(draft, category)).slice(0, needsMax),
    person,
    companions,
    avoid: draft.avoid.map(({ center, radiusKm }) => ({ center, radiusKm })),
    maxDistanceKm: draft.maxDistanceKm,
    crossBorder: draft.crossBorder,
    first: matchesShown,
  };
}

/** One need for each member who has it; accommodation is one need for all. */
function needsOf({ party, languages, interpreter }: FindDraft, category: Category) {
  const { gender, byPhoneOnly, notFromCommunity } = interpreter;
  const isAny = gender === null && !byPhoneOnly && !notFromCommunity;
  const wish = { language: languages[0]!, ...(gender === null ? {} : { genders: [gender] }), byPhoneOnly, notFromCommunity };
  const need = { category, ...(isAny ? {} : { interpreter: wish }) };
  return category === 'ACCOMMODATION' ? [need] : wantersOf(party, category).map((place) => ({ ...need, for: idOf(place) }));
}

/** The input of `match` for accommodation only. */
export const stayInput = (draft: FindDraft) => matchInput({ ...draft, categories: ['ACCOMMODATION'] });
