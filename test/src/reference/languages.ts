import { readFileSync } from 'node:fs';
import { iso6393 } from 'iso-639-3';
import { inRepository } from '../harness/repository.js';
import type { AskedNeed, ListedService, MatchRequest } from './contract-types.js';
import type { PeopleRules } from './party.js';

/** How people talk with each other, each its own function so that a control can replace one by a wrong one. Languages are those that {@link heard} answers. */
export interface LanguageRules {
  languageKm(service: Pick<ListedService, 'languages'>, request: MatchRequest, rules: LanguageRules): number;
  isShared(one: string, other: string): boolean;
  understands(speaker: string, language: string): boolean;
}

/** The question of who needs it: they speak their own languages. */
export const askedFor = (request: MatchRequest, need: AskedNeed, rules: Pick<PeopleRules, 'speaks'>): MatchRequest => ({
  ...request,
  person: rules.speaks(need, [request.person, ...(request.companions ?? [])]),
});

interface Line {
  readonly speaker: string;
  readonly understands: string;
}
interface OwnData {
  readonly same: readonly { readonly language: string; readonly is: string }[];
  readonly understood: readonly Line[];
  readonly notUnderstood: readonly Line[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(inRepository('data', 'languages', name), 'utf8'));
const own = read('haven.json') as OwnData;
const { understoodBy } = read('cldr.json') as { understoodBy: Record<string, string> };

/** By any of its codes, with nothing about how it is written. */
function heard(tag: string): string {
  const { language } = new Intl.Locale(tag);
  return own.same.find((line) => line.language === language)?.is ?? language;
}

const isPair = (lines: readonly Line[], one: string, other: string): boolean =>
  lines.some(({ speaker, understands }) => heard(speaker) === one && heard(understands) === other);

const cldr = Object.entries(understoodBy).flatMap(([understands, speakers]) =>
  speakers.split(' ').map((speaker) => ({ speaker, understands })),
);

const someSign = 'sgn';
const isSign = (language: string): boolean =>
  language === someSign || (iso6393.find((one) => one.iso6393 === language)?.name.includes('Sign') ?? false);

/** By docs/matching.md and data/languages. */
export const languageRules: LanguageRules = {
  isShared: (one, other) => one === other && one !== someSign,
  understands: (speaker, language) =>
    !isPair(own.notUnderstood, speaker, language) && (isPair(own.understood, speaker, language) || isPair(cldr, speaker, language)),
  languageKm: (service, { person }, rules) => {
    const [here, there] = [person.languages.map(heard), service.languages.map(heard)];
    const place = here.findIndex((wanted) => there.some((spoken) => rules.isShared(wanted, spoken)));
    if (place >= 0) return Math.min(place, 3);
    if (here.some((wanted) => there.some((spoken) => rules.understands(wanted, spoken)))) return 4;
    const signs = [here.filter(isSign), there.filter(isSign)] as const;
    const maySign = signs.every(({ length }) => length > 0) && signs.flat().includes(someSign);
    return there.length === 0 || maySign ? 12 : 20;
  },
};
