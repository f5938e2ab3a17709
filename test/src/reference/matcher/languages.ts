import type { AskedNeed, ListedService, MatchRequest } from '../contract-types.js';
import { heard, isSign, someSign } from './heard.js';
import { asksAbout, interpretation, interpreterRules, mayDo, voicesOf, type InterpreterRules, type Voice } from './interpreters.js';
import { cldrData, ownData, type LanguageLine } from './language-data.js';
import type { PeopleRules } from './party.js';
import { partyOf } from './party.js';

/**
 * Rules about how people talk with each other. Each is a function, so that a test can replace one by a wrong one. Languages are in the form
 * of `heard`.
 */
export interface LanguageRules extends InterpreterRules {
  /** The cost of talking there, and the questions about it. */
  talk(service: Speaking, request: MatchRequest, need: AskedNeed, rules: LanguageRules & Pick<PeopleRules, 'speaks'>): Talk;
  isShared(one: string, other: string): boolean;
  understands(speaker: string, language: string): boolean;
  voiceKm(by: Voice['by']): number;
}

interface Talk {
  readonly km: number;
  readonly asks: readonly string[];
}

type Speaking = Pick<ListedService, 'languages' | 'phones' | 'hsds' | 'categories' | 'organization'>;

const isPair = (lines: readonly LanguageLine[], one: string, other: string): boolean =>
  lines.some(({ speaker, understands }) => heard(speaker) === one && heard(understands) === other);

const askLanguages = ['ASK_LANGUAGES'];

/** The languages of the person with the need, the preferred one first. */
export const wantedBy = (request: MatchRequest, need: AskedNeed, rules: Pick<PeopleRules, 'speaks'>): string[] =>
  rules.speaks(need, partyOf(request)).languages.map(heard);

/** The language for which a person needs an interpreter. */
export const interpretedFor = (request: MatchRequest, need: AskedNeed, rules: Pick<PeopleRules, 'speaks'>): string =>
  need.interpreter ? heard(need.interpreter.language) : wantedBy(request, need, rules)[0]!;

/** By docs/matching.md and data/languages. */
export const languageRules: LanguageRules = {
  ...interpreterRules,
  isShared: (one, other) => one === other && one !== someSign,
  understands: (speaker, language) =>
    !isPair(ownData.notUnderstood, speaker, language) &&
    (isPair(ownData.understood, speaker, language) || isPair(cldrData, speaker, language)),
  voiceKm: (by) => (by === 'THERE' ? 8 : 10),
  talk: (service, request, need, rules) => {
    const told = wantedBy(request, need, rules);
    if (need.category === 'INTERPRETATION') {
      const found = interpretation(service, interpretedFor(request, need, rules), need.interpreter, rules);
      return found?.isNamed ? { km: 0, asks: found.asks } : { km: 12, asks: found?.asks ?? askLanguages };
    }
    const wish = need.interpreter ?? null;
    const here = wish && !told.includes(heard(wish.language)) ? [...told, heard(wish.language)] : told;
    const there = service.languages.map(heard);
    const place = here.findIndex((wanted) => there.some((spoken) => rules.isShared(wanted, spoken)));
    if (place >= 0) return { km: Math.min(place, 3), asks: [] };
    if (here.some((wanted) => there.some((spoken) => rules.understands(wanted, spoken)))) return { km: 4, asks: [] };
    return interpreted(service, here, need, rules) ?? unknownOrNone(service, here);
  },
};

/** The best suitable interpreter: at the place rather than by phone, with the fewest questions. */
function interpreted(service: Speaking, here: readonly string[], { interpreter: wish }: AskedNeed, rules: LanguageRules): Talk | null {
  if (wish && !rules.isWanted(service.organization.id, wish)) return null;
  const wanted = wish ? [heard(wish.language)] : here;
  const ways = voicesOf(service).flatMap((one) => {
    const does = wanted.some((language) => rules.interprets(one, language) || (one.language === null && mayDo(one, language)));
    const asks = does ? asksAbout(one, wish, rules) : null;
    return asks ? [{ km: rules.voiceKm(one.by ?? (isSign(one.language ?? '') ? 'THERE' : 'PHONE')), asks }] : [];
  });
  const [best] = ways.sort((a, b) => a.km - b.km || a.asks.length - b.asks.length);
  return best ?? null;
}

function unknownOrNone(service: Speaking, here: readonly string[]): Talk {
  const signs = [here.filter(isSign), service.languages.map(heard).filter(isSign)] as const;
  const maySign = signs.every(({ length }) => length > 0) && signs.flat().includes(someSign);
  return service.languages.length === 0 || maySign ? { km: 12, asks: askLanguages } : { km: 20, asks: [] };
}
