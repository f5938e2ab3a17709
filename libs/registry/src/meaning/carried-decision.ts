import { canonicalJson, NeedCategory } from '@haven/kernel';
import { isRecord, textOf } from '../reading/json-record.js';
import { TermKind } from '../crosswalks/term-key.js';

/** A decision that an export has on a service. If it is about an eligibility text, it means that service's own text. */
export interface CarriedDecision {
  readonly kind: TermKind;
  readonly taxonomy: string | null;
  readonly name: string | null;
  /** It is about this service alone. */
  readonly isOfService: boolean;
  readonly categories: readonly NeedCategory[] | null;
  readonly persons: readonly string[] | null;
}

/** The decision as the value of an attribute. */
export const carriedText = (decision: CarriedDecision): string => canonicalJson(decision);

/** Reads the value of that attribute; null if it is not a decision. */
export function readCarried(text: string): CarriedDecision | null {
  const value = parsed(text);
  if (!isRecord(value)) return null;
  const kind = Object.values(TermKind).find((one) => one === value['kind']);
  const categories = listIn(value['categories'], (one): one is NeedCategory => Object.hasOwn(NeedCategory, one));
  const persons = listIn(value['persons'], (one): one is string => personWord.test(one));
  const name = textOf(value, 'name');
  const isSilent = categories === null && persons === null;
  if (kind === undefined || categories === undefined || persons === undefined || isSilent) return null;
  if (kind === 'TERM' ? name === null : name !== null) return null;
  return { kind, taxonomy: textOf(value, 'taxonomy'), name, isOfService: value['isOfService'] === true, categories, persons };
}

const personWord = /^(women|men|trans-women|trans|children|families|condition|anyone|(ages|limit):\d{1,3}-\d{0,3})$/;

/** Undefined if a part of it is unknown. */
function listIn<T extends string>(value: unknown, isKnown: (one: string) => one is T): readonly T[] | null | undefined {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) && value.every((one): one is T => typeof one === 'string' && isKnown(one)) ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
