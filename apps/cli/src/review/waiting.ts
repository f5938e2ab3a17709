/** A place that waits, as the server lists it. */
export interface WaitingPlace {
  readonly id: string;
  readonly name: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly organization: { readonly name: string };
  readonly services: readonly string[];
  readonly source: string;
}

/** An unclear term. */
export interface UnclearTerm {
  readonly kind: 'TERM' | 'ELIGIBILITY' | 'SERVICE';
  readonly source: string;
  readonly taxonomy: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly services: number;
  readonly lacking: number;
  readonly examples: readonly { readonly id: string; readonly name: string }[];
  /** It says whom a service is for, not what the service offers. */
  readonly isOfPersons: boolean;
}

/** What waits for a coordinator, and the words for an answer. */
export interface Waiting {
  readonly places: readonly WaitingPlace[];
  readonly placesInAll: number;
  readonly terms: readonly UnclearTerm[];
  readonly termsInAll: number;
  readonly categories: readonly string[];
  readonly groups: readonly string[];
}

/** A place, formatted for people. */
export const placeLine = ({ name, city, country, organization, services, source }: WaitingPlace): string =>
  `Place of ${organization.name}: ${name ?? 'without a name'}, ${[city, country].filter(Boolean).join(', ') || 'no town'}\n` +
  `  services: ${services.join('; ')}\n  source: ${source}`;

const kinds = { TERM: 'Term', ELIGIBILITY: 'Eligibility text', SERVICE: 'Service without a category' };

/** A term, formatted for people. */
export const termLine = ({ kind, name, taxonomy, source, services, lacking, examples, isOfPersons }: UnclearTerm): string =>
  `${kinds[kind]}: ${name}${taxonomy === null ? '' : ` (${taxonomy})`}\n` +
  `  source: ${source}; ${services} services, ${lacking} of them without a ${isOfPersons ? 'rule about persons' : 'category'}\n` +
  `  such as: ${examples.map((one) => one.name).join('; ')}`;
