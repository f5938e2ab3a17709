import { placeOf, type AnsweredMatch, type AnsweredNeed, type AnsweredReason, type HoldAnswer, type Outcome } from './answer.js';
import { partyOf } from './question.js';
import type { Expected, Expectation, Situation } from './situation.js';
import { categoryNamed } from './words/needs.js';
import { known } from './words/phrases.js';
import { drawbacks, remedies, sayingOf, sayings } from './words/reasons.js';
import { townOf } from './world/positions.js';

/** Differences between an answer and the expectation, in plain words. */
export function differences(situation: Situation, outcome: Outcome): string[] {
  const { expect } = situation;
  if (expect.refused !== undefined) {
    const isRefused = outcome.wrongFields.some((path) => path.endsWith(expect.refused!));
    return isRefused ? [] : [`Expected: the question is refused because of ${expect.refused}. ${outcome.wrongFields.join(', ')}`];
  }
  if (!outcome.answer) return [`The question was refused because of ${outcome.wrongFields.join(', ')}.`];
  const { answer, holds } = outcome;
  const byNeed = situation.needs.flatMap((need, n) => {
    const expected = n === 0 ? { ...expect, ...expect.needs?.[need] } : (expect.needs?.[need] ?? {});
    return ofNeed(situation, expected, answer.needs[n]!).map((line) => (n === 0 ? line : `${need}: ${line}`));
  });
  const unasked = Object.keys(expect.needs ?? {}).filter((need) => !situation.needs.includes(need));
  return [
    ...byNeed,
    ...unasked.map((need) => `Nobody asks for "${need}".`),
    ...ofPlan(expect, answer.plan),
    ...Object.entries(expect.hold ?? {}).flatMap(([place, wanted]) => ofHold(place, wanted, holds[place]!)),
  ];
}

type Check = (expected: Expected, need: AnsweredNeed, situation: Situation) => readonly string[];

const checks: readonly Check[] = [
  ({ order }, need) => (order ? same('Expected in this order', order, need.matches.map(placeOf)) : []),
  ({ first }, need) => (first === undefined ? [] : same('Expected first', [first], need.matches.slice(0, 1).map(placeOf))),
  ({ found = [] }, need) => found.filter((place) => !matchAt(need, place)).map((place) => `${place} should be found.`),
  ({ never = [] }, need) => never.filter((place) => matchAt(need, place)).map((place) => `${place} should never be found.`),
  ({ says = {} }, need) => each(says, need, (match, line) => (isSaid(match, line) ? [] : [`should say: ${line}.`])),
  ({ silent = {} }, need) => each(silent, need, (match, line) => (isSaid(match, line) ? [`should not say: ${line}.`] : [])),
  ({ language = {} }, need) =>
    each(lists(language), need, ({ languageFit }, fit) =>
      languageFit === fit.toUpperCase() ? [] : [`language is ${languageFit}, not ${fit}.`],
    ),
  ({ opens = {} }, need, { where }) =>
    each(lists(opens), need, (match, when) => {
      const told = hoursOf(match, townOf(where).clock);
      return told === when ? [] : [`is ${told}, not ${when}.`];
    }),
  ({ costs = {} }, need) =>
    Object.entries(costs).flatMap(([place, parts]) =>
      each({ [place]: Object.keys(parts) }, need, (match, drawback) => {
        const km = kmOf(match, drawback);
        return Math.abs(km - parts[drawback]!) < 0.05 ? [] : [`${drawback} costs ${km} km, not ${parts[drawback]}.`];
      }),
    ),
  ({ nearly = [] }, need, situation) => nearly.flatMap((miss) => ofMiss(miss, need, situation)),
  ({ parts }, need, situation) => (parts === undefined ? [] : ofParts(parts, need, situation)),
];

const ofNeed = (situation: Situation, expected: Expected, need: AnsweredNeed): string[] =>
  checks.flatMap((check) => check(expected, need, situation));

const matchAt = ({ matches }: AnsweredNeed, place: string): AnsweredMatch | undefined => matches.find((match) => placeOf(match) === place);

const lists = (texts: Readonly<Record<string, string>>): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(texts).map(([place, text]) => [place, [text]]));

/** Checks places that must be found, line by line. */
function each(
  lines: Readonly<Record<string, readonly string[]>>,
  need: AnsweredNeed,
  problems: (match: AnsweredMatch, line: string) => readonly string[],
): string[] {
  return Object.entries(lines).flatMap(([place, all]) => {
    const match = matchAt(need, place);
    if (!match) return [`${place} should be found.`];
    return all.flatMap((line) => problems(match, line)).map((problem) => `${place}: ${problem}`);
  });
}

const says = (reasons: readonly AnsweredReason[], line: string): boolean => {
  if (!sayings.includes(line)) throw new Error(`Nothing says "${line}". What can be said: ${sayings.join('; ')}`);
  return reasons.some(({ code }) => sayingOf(code) === line);
};
const isSaid = ({ reasons }: AnsweredMatch, line: string): boolean => says(reasons, line);

function same(what: string, wanted: readonly string[], found: readonly string[]): string[] {
  if (wanted.join('\n') === found.join('\n')) return [];
  const told = (names: readonly string[]) => (names.length > 0 ? names.join(', then ') : 'nobody');
  return [`${what}: ${told(wanted)}. Found: ${told(found)}.`];
}

const kmOf = ({ burden }: AnsweredMatch, drawback: string): number =>
  Math.round((burden.parts.find(({ code }) => code === known(drawbacks, drawback))?.km ?? 0) * 100) / 100;

function hoursOf({ openNow, opensAt, intake }: AnsweredMatch, clock: number): string {
  const told = intake ?? { openNow, opensAt };
  if (told.openNow === null) return 'not known';
  if (told.openNow) return 'open';
  if (told.opensAt === null) return 'closed';
  return `closed until ${new Date(Date.parse(told.opensAt) + clock * 3_600_000).toISOString().slice(11, 16)}`;
}

function ofMiss({ place, because, who, so }: NonNullable<Expected['nearly']>[number], need: AnsweredNeed, situation: Situation): string[] {
  if (!sayings.includes(because)) throw new Error(`Nothing says "${because}". What can be said: ${sayings.join('; ')}`);
  const told = need.nearMisses.map((miss) => {
    const party = partyOf(situation);
    const member = miss.member === null || party.length === 1 ? '' : ` (${party[miss.member]!.id})`;
    const remedy = Object.entries(remedies).find(([, code]) => code === miss.remedy)?.[0] ?? miss.remedy;
    return `${placeOf(miss)} ${sayingOf(miss.failed.code)}${member}: ${remedy}`;
  });
  const wanted = `${place} ${because}${who === undefined ? '' : ` (${who})`}: ${so}`;
  known(remedies, so);
  return told.includes(wanted) ? [] : [`Nearly fits should be: ${wanted}. It is: ${told.join(' | ') || 'nothing'}.`];
}

const peopleIn = (members: readonly string[]): string => (/ people$/.test(members[0]!) ? members[0]! : `${members.length} people`);

function ofParts(parts: NonNullable<Expected['parts']>, { splits }: AnsweredNeed, situation: Situation): string[] {
  const party = partyOf(situation);
  const isCounted = parts !== 'none' && Object.values(parts).some(([who]) => /^\d+ people$/.test(who!));
  const told = (lines: readonly (readonly [string, readonly string[]])[]) =>
    lines.map(([place, members]) => `${isCounted ? peopleIn(members) : [...members].sort().join(' and ')} at ${place}`).sort();
  const [first] = splits;
  const found = first ? told(first.parts.map(({ members, match }) => [placeOf(match), members.map((n) => party[n]!.id)])) : [];
  return same('Expected in parts', parts === 'none' ? [] : told(Object.entries(parts)), found);
}

const namedNeed = ({ category, for: whom }: { readonly category: string; readonly for: string | null }) => `${category} ${whom ?? ''}`;

/** "a doctor for girl", as a plan names it; a person without a name is not compared. */
function isNeed(text: string, item: { readonly category: string; readonly for: string | null }): boolean {
  const [, name = text, whom] = /^(.+) for (.+)$/.exec(text) ?? [];
  if (name === 'an interpreter') return item.category === 'INTERPRETATION';
  return item.category === categoryNamed(name) && (whom === undefined || item.for === whom);
}

function ofPlan({ plan: wanted, 'plan lacks': lacks }: Expectation, plan: NonNullable<Outcome['answer']>['plan']): string[] {
  const items = Object.entries(wanted ?? {}).flatMap(([need, place]) => {
    const item = plan?.items.find((one) => isNeed(need, one));
    const found = item ? placeOf(item.match) : 'nobody';
    return found === place ? [] : [`The plan should have ${place} for ${need}, not ${found}.`];
  });
  const missing = plan?.missing ?? [];
  const isLacking = lacks?.length === missing.length && lacks.every((need) => missing.some((one) => isNeed(need, one)));
  if (lacks === undefined || isLacking) return items;
  return [...items, `The plan should lack: ${lacks.join(', ') || 'nothing'}. It lacks: ${missing.map(namedNeed).join(', ') || 'nothing'}.`];
}

/** "yes", "yes, but ask who cares for the child", "no: has too few beds", "no beds". */
function ofHold(place: string, wanted: string, { __typename, asks = [], reasons = [] }: HoldAnswer): string[] {
  const said = (list: readonly AnsweredReason[]) => list.map(({ code }) => sayingOf(code)).join('; ');
  const told = { Hold: `yes (${said(asks)})`, NotAdmitted: `no: ${said(reasons)}`, NoBedsLeft: 'no beds' }[__typename] ?? __typename;
  const [, answer, line] = /^(yes|no|no beds)(?:(?:, but|:) (.+))?$/.exec(wanted) ?? [];
  if (answer === undefined) throw new Error(`Not the outcome of a hold: "${wanted}"`);
  const type = { yes: 'Hold', no: 'NotAdmitted', 'no beds': 'NoBedsLeft' }[answer];
  const isSo = type === __typename && (line === undefined || says(__typename === 'Hold' ? asks : reasons, line));
  return isSo ? [] : [`A hold at ${place} should be: ${wanted}. It is: ${told}.`];
}

/** The matches in words: "Lamp House (4 km; 20 for language)". */
export function readAloud({ answer }: Outcome): string {
  const found = (answer?.needs ?? []).map(({ matches }) =>
    matches
      .slice(0, 6)
      .map((match) => `${placeOf(match)} (${match.burden.parts.map(({ code, km }) => `${Math.round(km * 10) / 10} ${code}`).join(', ')})`)
      .join('; '),
  );
  return found.map((line) => `  Found: ${line || 'nobody'}`).join('\n');
}
