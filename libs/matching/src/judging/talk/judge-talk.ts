import { reason, type Reason } from '@haven/kernel';
import type { Provider } from '../candidate.js';
import { once } from '../../once.js';
import type { MatchRequest, Need } from '../../request/request.js';
import { bestOf, candidate, isExcluded, type Candidate, type InterpreterWish, type Wished } from '../../languages/interpreter-wish.js';
import { interprets, mayInterpret, type Interpreter } from '../../languages/interpreter.js';
import { languageFit, type LanguageFit } from '../../languages/language-fit.js';
import { speechOf } from '../../languages/speech.js';

/** How people can talk at a service, or who interprets for them. */
export interface TalkJudgement {
  readonly fit: LanguageFit;
  readonly failed: readonly Reason[];
  readonly asks: readonly Reason[];
  /** Further reasons for it. */
  readonly said: readonly Reason[];
}

type People = Pick<Provider, 'organizationId' | 'languages' | 'interpreters'>;

/** Judges the languages of a service against a need. Languages and interpreters that several services share are judged once. */
export function talkJudge({ languages }: Pick<MatchRequest, 'languages'>, need: Need): (people: People) => TalkJudgement {
  const { category, interpreter: wish } = need;
  const wanted = wantedOf({ languages }, need);
  const judge = (people: People): TalkJudgement =>
    category === 'INTERPRETATION' ? judgeInterpretation(wish?.language ?? languages[0]!, wish, people) : judgeTalk(wanted, wish, people);
  // A wish may exclude an organization, so the results depend on it.
  if (wish) return judge;
  const judgedOnce = once((spoken: People['languages']) =>
    once((interpreters: People['interpreters']) => judge({ organizationId: '', languages: spoken, interpreters })),
  );
  return ({ languages: spoken, interpreters }) => judgedOnce(spoken)(interpreters);
}

/** Languages in which somebody can talk, the interpreter's last. */
export const wantedOf = ({ languages }: Pick<MatchRequest, 'languages'>, { interpreter: wish }: Need): readonly string[] =>
  wish && !languages.includes(wish.language) ? [...languages, wish.language] : languages;

/** Here the interpreter is only a means: without a suitable one, the service is still a match. */
function judgeTalk(wanted: readonly string[], wish: InterpreterWish | null, people: People): TalkJudgement {
  const suitable = wish ? suitableFor(wish, people) : [];
  const interpreters = wish ? suitable.map(({ interpreter }) => interpreter) : people.interpreters;
  const fit = languageFit(wanted, { languages: people.languages, interpreters });
  const asks = fit.grade === 'UNKNOWN' ? [reason('ASK_LANGUAGES')] : [];
  const chosen = fit.grade === 'INTERPRETER' ? suitable.find(({ interpreter }) => interpreter === fit.interpreter) : undefined;
  return { fit, failed: [], asks: [...asks, ...asksAbout(chosen)], said: saidOf(chosen) };
}

/** Suitable interpreters, those with the fewest questions first. */
function suitableFor(wish: InterpreterWish, people: People): Candidate[] {
  if (isExcluded(wish, people)) return [];
  const those = people.interpreters.filter((one) => interprets(one, wish.language)).map((one) => candidate(wish, one));
  return those.filter(({ fails }) => fails.length === 0).sort((a, b) => a.asks.length - b.asks.length);
}

/** Here interpretation is the need: a service that does not interpret the language is no match. */
function judgeInterpretation(language: string, wish: InterpreterWish | null, people: People): TalkJudgement {
  const excluded = isExcluded(wish, people) ? [reason('EXCLUDED_ORGANIZATION')] : [];
  const all = interpretersAt(people);
  const named = all.filter((one) => one.language !== null && interprets(one, language));
  const perhaps = all.filter((one) => mayInterpret(one, language));
  const isSilent = all.length === 0;
  const best = bestOf((named.length > 0 ? named : isSilent ? [{ language: null }] : perhaps).map((one) => candidate(wish, one)));
  if (!best) return { fit: { grade: 'NONE' }, failed: [...excluded, reason('NOT_INTERPRETED', { language })], asks: [], said: [] };
  const isNamed = named.length > 0;
  return {
    fit: isNamed ? { grade: 'DIRECT', language, rank: 0 } : { grade: 'UNKNOWN' },
    failed: [...excluded, ...(best.fails.length > 0 ? [reason('INTERPRETER_UNSUITABLE', { wishes: best.fails.map(topicOf) })] : [])],
    asks: [...(isNamed ? [] : [reason('ASK_LANGUAGES')]), ...asksAbout(best)],
    said: [...(isNamed ? [reason('INTERPRETS', { language })] : []), ...saidOf(best)],
  };
}

/** A service that offers interpretation interprets every language that it speaks; how it does is unknown unless it says so. */
function interpretersAt({ languages, interpreters }: People): Interpreter[] {
  const told = new Set(interpreters.flatMap(({ language }) => (language === null ? [] : [speechOf(language)])));
  return [...interpreters, ...languages.filter((tag) => !told.has(speechOf(tag))).map((language): Interpreter => ({ language }))];
}

const topicOf = (wished: Wished): string => wished.replace('ASK_', '');

const asksAbout = (chosen: Candidate | undefined): Reason[] => (chosen?.asks ?? []).map((code) => reason(code));

const saidOf = (chosen: Candidate | undefined): Reason[] =>
  chosen && chosen.meets.length > 0 ? [reason('INTERPRETER_SUITABLE', { wishes: chosen.meets.map(topicOf) })] : [];
