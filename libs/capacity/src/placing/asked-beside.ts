import { AccessibilityNeed, askAbout, reason, rulesOf, type AdmissionRule, type PlacingPool, type Reason } from '@haven/kernel';

const needs = Object.values(AccessibilityNeed);

/** Questions from the rules of rooms that the data of a hold can never answer, besides the differences between the rooms. */
export function askedBeside(rooms: readonly PlacingPool[]): Reason[] {
  const rules = rooms.map(({ admits }) => rulesOf(admits));
  const some = (test: (rule: AdmissionRule) => boolean): boolean => rules.some((both) => both.some(test));
  const asks: Reason[] = [];
  if (some(({ accessibility }) => accessibility !== null && !needs.every((need) => accessibility.includes(need))))
    asks.push(askAbout('accessibility', 'PERSON'));
  if (some(({ referralRequired }) => referralRequired === true)) asks.push(reason('REFERRAL_REQUIRED'));
  else if (rules.some((both) => both.every(({ referralRequired }) => referralRequired === null))) asks.push(reason('ASK_REFERRAL'));
  return asks;
}
