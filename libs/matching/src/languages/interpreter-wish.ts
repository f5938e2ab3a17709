import type { AskCode, Gender } from '@haven/kernel';
import type { Interpreter } from './interpreter.js';

/** A person's wishes about the interpreter. */
export interface InterpreterWish {
  /** Canonical BCP 47. */
  readonly language: string;
  /** Null: any. */
  readonly genders: readonly Gender[] | null;
  readonly byPhoneOnly: boolean;
  readonly notOrganizationIds: readonly string[];
  /** The interpreter must not belong to the community that speaks the language: somebody there may know the person or the people they fled from. */
  readonly notFromCommunity: boolean;
}

/** A wish about an interpreter, by the question that asks about it. */
export type Wished = Extract<AskCode, `ASK_INTERPRETER_${string}`>;

/** An interpreter compared with the wishes: met, failed, and unknown ones. */
export interface Candidate {
  readonly interpreter: Interpreter;
  readonly meets: readonly Wished[];
  readonly fails: readonly Wished[];
  readonly asks: readonly Wished[];
}

/** Compares an interpreter with the wishes; without wishes, everybody suits. */
export function candidate(wish: InterpreterWish | null, interpreter: Interpreter): Candidate {
  const verdicts = wish ? wishedOf(wish).map(([wished, judge]) => [wished, judge(interpreter)] as const) : [];
  const those = (verdict: boolean | null) => verdicts.filter(([, one]) => one === verdict).map(([wished]) => wished);
  return { interpreter, meets: those(true), fails: those(false), asks: those(null) };
}

/** Null: unknown. */
type Judge = (interpreter: Interpreter) => boolean | null;

function wishedOf({ genders, byPhoneOnly, notFromCommunity }: InterpreterWish): (readonly [Wished, Judge])[] {
  return [
    ...(genders ? [['ASK_INTERPRETER_GENDER', hasGender(genders)] as const] : []),
    ...(byPhoneOnly ? [['ASK_INTERPRETER_BY_PHONE', isByPhone] as const] : []),
    ...(notFromCommunity ? [['ASK_INTERPRETER_COMMUNITY', isOutside] as const] : []),
  ];
}

/** Any of several fits. An interpreter with an undisclosed gender may fit. */
const hasGender =
  (wanted: readonly Gender[]): Judge =>
  ({ genders }) => {
    if (!genders) return null;
    if (genders.some((gender) => wanted.includes(gender))) return true;
    return genders.includes('UNDISCLOSED') ? null : false;
  };

const isByPhone: Judge = ({ by }) => (by === undefined ? null : by === 'PHONE');

const isOutside: Judge = ({ fromCommunity }) => (fromCommunity === undefined ? null : !fromCommunity);

/** The one with the fewest failures, then the fewest questions. */
export const bestOf = (candidates: readonly Candidate[]): Candidate | null =>
  [...candidates].sort((a, b) => a.fails.length - b.fails.length || a.asks.length - b.asks.length)[0] ?? null;

/** Whether the person wants nobody of the organization. */
export const isExcluded = (wish: InterpreterWish | null, { organizationId }: { readonly organizationId: string }): boolean =>
  wish?.notOrganizationIds.includes(organizationId) ?? false;
