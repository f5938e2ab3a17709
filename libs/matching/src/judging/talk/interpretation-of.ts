import { reason, type Reason } from '@haven/kernel';
import type { TalkJudgement } from './judge-talk.js';
import { wayOf } from '../../languages/interpreter.js';

/** Reasons for an interpreter at the place, or on the phone. */
const interpreterReason = { THERE: 'INTERPRETER_THERE', PHONE: 'INTERPRETER_BY_PHONE' } as const;

/** The sentence about interpretation. Null: none is needed. */
export function interpretationOf({ fit, said }: TalkJudgement): Reason | null {
  const does = said.find(({ code }) => code === 'INTERPRETS');
  if (does) return does;
  if (fit.grade === 'INTERPRETER') return reason(interpreterReason[wayOf(fit.interpreter)], { language: fit.language });
  if (fit.grade === 'NONE') return reason('LANGUAGE_NOT_SPOKEN');
  return fit.grade === 'UNKNOWN' ? reason('ASK_LANGUAGES') : null;
}
