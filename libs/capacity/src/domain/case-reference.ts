import { couldBeUuid } from './storable.js';

/**
 * What a case reference must not be. Text that tells who somebody is stays where the operator works: Haven refuses it, for
 * it would be in a database that many can reach. Four letters with a vowel among them could be a name in any script and case,
 * so that a code is refused rather than a name stored; the words of case work are not. Shorter names cannot be told from a code.
 */
const refusals: readonly { readonly looksLike: string; readonly test: (text: string) => boolean }[] = [
  { looksLike: 'an email address', test: (text) => text.includes('@') },
  { looksLike: 'a date of birth', test: (text) => /(?<!\d)(19|20)\d{2}[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])(?!\d)/.test(text) },
  { looksLike: 'a date of birth', test: (text) => /(?<!\d)(0?[1-9]|[12]\d|3[01])[-/.](0?[1-9]|1[0-2])[-/.](19|20)\d{2}(?!\d)/.test(text) },
  { looksLike: 'a phone number', test: (text) => /^\+/.test(text) || (!/\p{L}/u.test(text) && digitsIn(text) >= 7) },
  { looksLike: 'the number of a document', test: (text) => /\d{7}/.test(text) || /(?<!\p{L})\p{L}{1,3}[ -]?\d{6}/u.test(text) },
  { looksLike: 'a name', test: (text) => !/\d/.test(text) || /\p{Lu}\p{Ll}{2}/u.test(text) || /[^\x21-\x7e]/.test(text) || hasWord(text) },
];

const wordsOfCaseWork = new Set(['call', 'case', 'client', 'code', 'file', 'hotline', 'intake', 'number', 'referral', 'shelter', 'ticket']);

const hasWord = (text: string): boolean =>
  (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).some((run) => /[aeiouy]/.test(run) && !wordsOfCaseWork.has(run));
const digitsIn = (text: string): number => text.replace(/\D/g, '').length;
const longest = 40;

/** What is wrong with the reference, as something to do; null: nothing. A random UUID is always fine. */
export function caseReferenceProblem(reference: string): string | null {
  if (couldBeUuid(reference)) return null;
  const advice = 'Give a code that only your own records explain, like HTL-2026-041, or leave it out.';
  if (reference.length === 0 || reference.length > longest) return `Give 1 to ${longest} characters. ${advice}`;
  const refused = refusals.find(({ test }) => test(reference));
  return refused ? `This looks like ${refused.looksLike}, which must not be stored here. ${advice}` : null;
}
