import { effectiveRule, reason, rulesOf, whomTheyTake, type Reason } from '@haven/kernel';
import type { Provider } from './candidate.js';

/** Parts of a rule that list the people whom it takes, with the reason for each. */
const sayings = {
  persons: 'ADMITTED_PERSONS',
  legalStatuses: 'ADMITTED_LEGAL_STATUS',
  nationalities: 'ADMITTED_NATIONALITY',
  exploitation: 'ADMITTED_EXPLOITATION',
  accessibility: 'ADMITTED_ACCESSIBILITY',
} as const;

/**
 * Whom a service takes, by its rule and the rules of its rooms; the same for every question. Parts that the directory leaves out are left
 * out.
 */
export function eligibilityOf({ admission, beds }: Pick<Provider, 'admission' | 'beds'>, stays: boolean): Reason[] {
  const rooms = stays ? (beds?.pools ?? []) : [];
  const rules = rooms.length > 0 ? rooms.map(({ admits }) => effectiveRule(admission, admits)) : [admission];
  return Object.entries(sayings).flatMap(([name, code]) => {
    const part = name as keyof typeof sayings;
    const isSaid = rules.every((rule) => rulesOf(rule).some((one) => one[part] !== null));
    const data = isSaid ? whomTheyTake(part, rules) : {};
    const taken = data[part];
    // Terms alone do not say who is taken: a match asks.
    return Array.isArray(taken) && taken.length > 0 ? [reason(code, data)] : [];
  });
}
