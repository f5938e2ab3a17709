import { chanceFor, idOf } from './random.mjs';
import { languageNames, roles } from './words.mjs';

/** First sentence of every description: nobody may mistake a demo record for a real place. */
export const synthetic = 'Synthetic demonstration record.';

const terms = {
  'haven:category': ['Need category', 'What a person may need.'],
  'haven:admission.person': ['Admits person', 'One clause of who is admitted, as JSON.'],
  'haven:admission.legal-status': ['Admits legal status', 'A legal status that is admitted.'],
  'haven:admission.nationality': ['Admits nationality', 'A nationality that is admitted.'],
  'haven:admission.exploitation': ['Admits exploitation', 'A form of exploitation that is admitted.'],
  'haven:admission.accessibility': ['Can accommodate', 'A need that the place can meet; NONE: none.'],
  'haven:admission.pregnancy': ['Admits pregnancy', 'Whether a pregnant person is admitted.'],
  'haven:admission.referral-required': ['Referral required', 'Whether a referral is required.'],
  'haven:interpreter.gender': ['Gender of interpreters', 'A gender that some of them have.'],
  'haven:interpreter.by': ['Ways of interpreting', 'THERE or PHONE.'],
  'haven:interpreter.from-community': ['Interpreters from the community', 'Whether they belong to the people who speak the language.'],
  'haven:visibility': ['Visibility', 'Who may see where the place is.'],
};

/** Attribute of Haven's own taxonomy: one for each value. */
export function attribute(entity, link, code, value) {
  const [name, description] = terms[code];
  return {
    id: idOf('attribute', link, code, value),
    link_entity: entity,
    link_id: link,
    value,
    taxonomy_term: { id: idOf('taxonomy_term', code), code, name, description, taxonomy: 'haven' },
  };
}

/** Attributes of an admission rule; a part that the rule leaves out has none. */
export function admissionAttributes(entity, link, rule) {
  const each = (part, values) => (values ?? []).map((value) => attribute(entity, link, `haven:admission.${part}`, String(value)));
  const clause = ([genders, minimumAge, maximumAge, accompaniedOnly = false]) =>
    JSON.stringify({ genders, minimumAge, maximumAge, accompaniedOnly });
  return [
    ...each('person', rule.persons?.map(clause)),
    ...each('legal-status', rule.legalStatuses),
    ...each('nationality', rule.nationalities),
    ...each('exploitation', rule.exploitation),
    ...each('accessibility', rule.accessibility?.length === 0 ? ['NONE'] : rule.accessibility),
    ...each('pregnancy', rule.pregnancy === undefined ? [] : [rule.pregnancy]),
    ...each('referral-required', rule.referralRequired === undefined ? [] : [rule.referralRequired]),
  ];
}

/** Language records of a service, location or phone (`owner` is its key, `service_id` and so on). */
export const languages = (owner, link, codes, note) =>
  codes.map((code) => ({ id: idOf('language', link, code), [owner]: link, name: languageNames[code], code, ...(note && { note }) }));

/** A number that cannot be dialled: no plan has subscribers behind 000. */
export function phone(owner, link, dial, type, codes) {
  const digits = String(chanceFor('phone', link, type).integer(0, 9_999_999)).padStart(7, '0');
  const id = idOf('phone', link, type);
  const number = `${dial} 000 ${digits.slice(0, 3)} ${digits.slice(3)}`;
  return { id, [owner]: link, number, type, ...(codes.length > 0 && { languages: languages('phone_id', id, codes) }) };
}

/** Contact by role only. */
export function contact(owner, link, domain) {
  const [title, department] = chanceFor('contact', link).pick(roles);
  return { id: idOf('contact', link), [owner]: link, title, department, email: `intake@${domain}` };
}
