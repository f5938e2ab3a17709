import type { AnsweredNeed } from './ask-matches.js';
import type { ListedService } from '../contract-types.js';
import type { NeedVerdict, Rules } from '../matcher/reference-matcher.js';

/** Problems of the funnel's counts. */
export function funnelProblems(
  { category, funnel, considered }: AnsweredNeed,
  services: readonly ListedService[],
  { judgements }: NeedVerdict,
  rules: Rules,
): string[] {
  const listed = services.filter((service) => service.categories.includes(category) && service.locations.length > 0);
  const active = listed.filter((service) => rules.active(service));
  const fitting = [...judgements.values()].filter(({ fits }) => fits === 'YES').length;
  const perhaps = [...judgements.values()].filter(({ fits }) => fits === 'EITHER').length;
  const [first] = funnel;
  const all = first!.left + first!.removed;
  const isStepwise = funnel.every(({ removed, left }, i) => removed >= 0 && (i === 0 ? all : funnel[i - 1]!.left) === left + removed);
  const leftBy = (code: string) => funnel.find((step) => step.code === code)?.left;
  const last = funnel.at(-1)!.left;
  const isRight =
    isStepwise &&
    // Withdrawn services are still listed, but no longer matched.
    all <= listed.length &&
    leftBy('NOT_ACTIVE') === active.length &&
    leftBy('TOO_FAR') === considered &&
    last >= fitting &&
    last <= fitting + perhaps;
  return isRight
    ? []
    : [`removes ${JSON.stringify(funnel)}, by the reference of ${listed.length}, ${active.length}, ${considered} ${fitting} fit`];
}
