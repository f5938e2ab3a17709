import type { ServiceSnapshot } from '@haven/events';
import { isSignLanguage, someSignLanguage } from '@haven/kernel';
import { speechOf } from './speech.js';

/** An interpreter of a service. `language`: BCP 47; null: other, unnamed languages. `by` and the rest are missing if the directory does not say. */
export type Interpreter = NonNullable<ServiceSnapshot['interpreters']>[number];

/** Interpreters that a service names, and the languages of its phones. */
export const interpretersOf = ({ interpreters = [], service: { phones } }: ServiceSnapshot): Interpreter[] => [
  ...interpreters,
  ...phones.flatMap(({ languages }) => languages).map((language): Interpreter => ({ language, by: 'PHONE' })),
];

/** How they interpret. If unknown, perhaps on the phone; for signs, at the place. */
export const wayOf = ({ language, by }: Interpreter): 'THERE' | 'PHONE' =>
  by ?? (language !== null && isSigned(language) ? 'THERE' : 'PHONE');

/** Whether they interpret the wanted language. Signs need a visible interpreter, and "any language" means spoken ones. */
export function interprets({ language, by }: Interpreter, wanted: string): boolean {
  if (isSigned(wanted) && by === 'PHONE') return false;
  return language === null ? !isSigned(wanted) : speechOf(wanted) === speechOf(language) && speechOf(wanted) !== someSignLanguage;
}

/** Whether they may interpret it: their languages are not fully known. */
export function mayInterpret(interpreter: Interpreter, wanted: string): boolean {
  const { language, by } = interpreter;
  if (language === null) return interprets(interpreter, wanted);
  const isOpen = [wanted, language].some((tag) => speechOf(tag) === someSignLanguage);
  return isOpen && isSigned(wanted) && isSigned(language) && by !== 'PHONE';
}

const isSigned = (tag: string): boolean => isSignLanguage(speechOf(tag));
