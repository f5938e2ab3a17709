import type { FieldProblem } from '@haven/kernel';

/** Longest name: people read names in lists. */
export const nameLengthMax = 200;
/** Longest free text of an entry. */
export const textLengthMax = 10_000;

const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/** Problems of a required text. */
export function checkName(path: string, text: string): FieldProblem[] {
  if (text.trim() === '') return [{ path, message: 'Give a name; it must not be blank.' }];
  return checkText(path, text, nameLengthMax);
}

/** Problems of an optional text. */
export function checkText(path: string, text: string | null, lengthMax = textLengthMax): FieldProblem[] {
  if (text === null) return [];
  if (text.length > lengthMax) return [{ path, message: `Give at most ${lengthMax} characters.` }];
  return control.test(text) ? [{ path, message: 'Leave out control characters.' }] : [];
}

/** Only addresses that are safe to open in a browser: others could run code. */
export function checkUrl(path: string, text: string | null): FieldProblem[] {
  if (text === null) return [];
  const good = text.length <= 2000 && URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
  return good ? [] : [{ path, message: 'Give a web address that begins with https:// or http://.' }];
}

/** Checks the form only: nobody can tell whether it exists. */
export function checkEmail(path: string, text: string | null): FieldProblem[] {
  if (text === null) return [];
  return text.length <= 254 && /^[^\s@<>"]+@[^\s@<>".]+(\.[^\s@<>".]+)+$/.test(text)
    ? []
    : [{ path, message: 'Give an email address like name@example.org.' }];
}

/** A number that can be dialled, short codes included. */
export function checkPhone(path: string, text: string): FieldProblem[] {
  const digits = text.replace(/\D/g, '').length;
  const good = /^\+?[\d\s().\-/]+$/.test(text) && digits >= 2 && digits <= 20 && text.length <= 40;
  return good ? [] : [{ path, message: 'Give a phone number like +62 61 555 0100, digits and separators only.' }];
}
