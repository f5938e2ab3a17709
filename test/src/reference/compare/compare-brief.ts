import { briefFirst, type AnsweredMatch, type MatchAnswer } from './ask-matches.js';

/** Differences between a brief answer and the full one. */
export function briefProblems({ needs, plan, brief }: MatchAnswer): string[] {
  if (!brief) return [];
  const wrong = needs.flatMap(({ category, matches }, n) =>
    same(matches.slice(0, briefFirst), brief.needs[n]?.matches.slice(0, briefFirst) ?? [])
      ? []
      : [`has other first matches for ${category} in brief`],
  );
  return [...wrong, ...(JSON.stringify(plan) === JSON.stringify(brief.plan) ? [] : ['has another plan in brief'])];
}

const same = (matches: readonly AnsweredMatch[], others: readonly AnsweredMatch[]): boolean =>
  JSON.stringify(matches) === JSON.stringify(others);
