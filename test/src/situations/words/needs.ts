import { languageNamed } from './languages.js';
import { known } from './phrases.js';

const categories = {
  bed: 'ACCOMMODATION',
  doctor: 'MEDICAL',
  lawyer: 'LEGAL',
  counselling: 'PSYCHOSOCIAL',
  'food and clothes': 'MATERIAL_ASSISTANCE',
  interpreter: 'INTERPRETATION',
  'identity papers': 'DOCUMENTATION',
  asylum: 'INTERNATIONAL_PROTECTION',
  'child protection': 'CHILD_PROTECTION',
  'search for the family': 'FAMILY_TRACING',
  school: 'EDUCATION',
  work: 'EMPLOYMENT',
  'way home': 'REPATRIATION',
  'new start': 'REINTEGRATION',
} as const;

/** The category of help by its name, with or without "a": "a bed". */
export const categoryNamed = (name: string): string => known(categories, name.replace(/^(an?|the) /, ''));

const wishes: Readonly<Record<string, object>> = {
  'interpreted by a woman': { genders: ['WOMAN'] },
  'interpreted by a man': { genders: ['MAN'] },
  'by phone only': { byPhoneOnly: true },
  'not from the community': { notFromCommunity: true },
};

/** Reads "a bed", "3 beds", "a doctor for girl", "an interpreter for Khmer, by phone only, not of Example Line". */
export function readNeed(text: string, organizationId: (place: string) => string): Readonly<Record<string, unknown>> {
  const [what = '', ...said] = text.split(',').map((part) => part.trim());
  const [, beds] = /^(\d+) beds$/.exec(what) ?? [];
  if (beds !== undefined) return { category: 'ACCOMMODATION', beds: Number(beds) };
  const [, name = what, whom] = /^(.+) for (.+)$/.exec(what) ?? [];
  const category = categoryNamed(name);
  const through = said.flatMap((part) => /^in (.+)$/.exec(part)?.[1] ?? []);
  const language = category === 'INTERPRETATION' && whom !== undefined ? whom : through[0];
  if (language === undefined) return { category, ...(whom !== undefined && { for: whom }) };
  const excluded = said.flatMap((part) => /^not of (.+)$/.exec(part)?.[1] ?? []).map(organizationId);
  const wanted = said.filter((part) => !/^(in|not of) /.test(part)).map((part) => known(wishes, part));
  const notOrganizationIds = excluded.length > 0 ? { notOrganizationIds: excluded } : {};
  const interpreter = Object.assign({ language: languageNamed(language) }, ...wanted, notOrganizationIds) as object;
  return { category, interpreter, ...(category !== 'INTERPRETATION' && whom !== undefined && { for: whom }) };
}
