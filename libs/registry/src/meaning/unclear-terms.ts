import type { ServiceView } from '@haven/events';
import { categorise } from '../crosswalks/categorise.js';
import { keyOfEligibility, type TermKind } from '../crosswalks/term-key.js';
import { type GivenTerm, isOfPeople, keyOfTerm, termLines } from '../crosswalks/term-lines.js';
import { type JsonRecord, textOf } from '../reading/json-record.js';
import { readAdmission } from './admission/admission-sayings.js';
import { termsOf } from './given-terms.js';

/** An unclear term of a service. */
export interface UnclearTerm {
  readonly kind: TermKind;
  /** Equal for two terms that mean the same. */
  readonly key: string;
  readonly taxonomy: string | null;
  readonly code: string | null;
  readonly name: string;
  /** Because of it, the service has no category, or no rule about people. */
  readonly lacks: boolean;
}

/** The parts of an entry that are read here. */
export type ShownEntry = Pick<ServiceView, 'id' | 'name' | 'categories' | 'admission' | 'hsds'>;

/**
 * Terms in a published entry that Haven does not understand: terms that no crosswalk has, or only as a hint without effect; an eligibility
 * text that gave no rule; and the service itself, if it has no category and no term for one. It reads the entry, not the stored records: a
 * publisher's words could reveal a confidential place.
 */
export function unclearTermsOf(entry: ShownEntry): readonly UnclearTerm[] {
  const terms = [...unclearTerms(entry), ...unclearEligibility(entry)];
  const isSilent = entry.categories.length === 0 && !terms.some(({ kind, taxonomy }) => kind === 'TERM' && !isOfPeople(taxonomy ?? ''));
  return isSilent ? [...terms, { ...blank, kind: 'SERVICE', key: entry.id, name: entry.name, lacks: true }] : terms;
}

const blank = { taxonomy: null, code: null };

function unclearTerms(entry: ShownEntry): readonly UnclearTerm[] {
  const service = entry.hsds as JsonRecord;
  const terms = termsOf(service);
  const { because } = categorise({ name: textOf(service, 'name') ?? '', description: textOf(service, 'description'), terms });
  const used = new Set(because.map(({ matched }) => matched));
  const unclear = terms.filter((term) => isUnknown(term) || (isWeak(term) && entry.categories.length === 0 && !used.has(term.name)));
  const unique = new Map(unclear.map((term) => [keyOfTerm(term), term]));
  return [...unique].map(([key, term]) => ({
    kind: 'TERM',
    key,
    taxonomy: term.taxonomy ?? null,
    code: term.code ?? null,
    name: term.name,
    lacks: isOfPeople(term.taxonomy ?? '') ? entry.admission.persons === null : entry.categories.length === 0,
  }));
}

const isUnknown = (term: GivenTerm): boolean => termLines([term]).length === 0;

/** Counts only if a text confirms it. */
const isWeak = (term: GivenTerm): boolean =>
  termLines([term]).every(({ strength, persons }) => persons === '' && ['confirmed', 'likely', 'hint'].includes(strength));

function unclearEligibility({ hsds, admission }: ShownEntry): readonly UnclearTerm[] {
  const text = textOf(hsds as JsonRecord, 'eligibility_description');
  if (text === null || admission.persons !== null || !readAdmission(text).unclear) return [];
  return [{ ...blank, kind: 'ELIGIBILITY', key: keyOfEligibility(text), name: text, lacks: true }];
}
