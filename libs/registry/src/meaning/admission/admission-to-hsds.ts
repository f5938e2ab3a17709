import type { AdmissionRule, PersonClause } from '@haven/kernel';
import { emptyListValue, havenCode } from '../../hsds/haven-attributes.js';
import type { JsonObject } from '../../hsds/record.js';

/** Codes and values of the attributes that state an admission rule: the reverse of `admissionFromHsds`. */
export function admissionValues(rule: AdmissionRule): readonly { readonly code: string; readonly value: string }[] {
  const list = (code: string, values: readonly string[] | null) =>
    (values === null ? [] : values.length === 0 ? [emptyListValue] : [...new Set(values)]).map((value) => ({ code, value }));
  const truth = (code: string, said: boolean | null) => (said === null ? [] : [{ code, value: String(said) }]);
  return [
    ...list(havenCode.person, rule.persons && rule.persons.map(clauseText)),
    ...list(havenCode.legalStatus, rule.legalStatuses),
    ...list(havenCode.nationality, rule.nationalities),
    ...list(havenCode.exploitation, rule.exploitation),
    ...truth(havenCode.pregnancy, rule.pregnancy),
    ...list(havenCode.accessibility, rule.accessibility),
    ...truth(havenCode.referralRequired, rule.referralRequired),
  ];
}

const clauseText = (clause: PersonClause): string => {
  const { genders, accompaniedOnly, asked, terms } = clause;
  const ages = { minimumAge: exactAge(clause, 'minimum'), maximumAge: exactAge(clause, 'maximum') };
  return JSON.stringify({ genders, ...ages, accompaniedOnly, ...(asked && { asked }), ...(terms && { terms }) });
};

const exactAge = (clause: PersonClause, end: 'minimum' | 'maximum'): number | null =>
  end === 'minimum' ? (clause.exactMinimumAge ?? clause.minimumAge) : (clause.exactMaximumAge ?? clause.maximumAge);

/** HSDS's own age limits, for other systems. Only if all clauses agree; otherwise the limits would be wrong for some people. */
export function agesOf({ persons }: AdmissionRule): JsonObject {
  const [first, ...others] = persons ?? [];
  if (!first) return {};
  const agreed = (end: 'minimum' | 'maximum') =>
    others.every((clause) => exactAge(clause, end) === exactAge(first, end)) ? exactAge(first, end) : null;
  const [minimum, maximum] = [agreed('minimum'), agreed('maximum')];
  return { ...(minimum !== null && { minimum_age: minimum }), ...(maximum !== null && { maximum_age: maximum }) };
}
