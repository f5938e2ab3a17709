import { err, ok, type Result } from '../result.js';

/** The format of a deployment's own case references: `9` any digit, `A` any letter, everything else literally. */
export type ReferenceMask = string & { readonly __isMask: true };

/** Limits for the part that a caller chooses, so that it cannot contain a name, phone number or birth date. */
const most = { letters: 3, digitsInARow: 7, digits: 8, length: 40 } as const;

/** Reads a mask like HMIS-999999, or says what is wrong with it. */
export function readReferenceMask(text: string): Result<ReferenceMask, string> {
  const mask = text.toUpperCase();
  const problem = problemOf(mask);
  return problem === null ? ok(mask as ReferenceMask) : err(problem);
}

function problemOf(mask: string): string | null {
  if (!/^[A-Z\d-]+$/.test(mask) || mask.length > most.length) return `up to ${most.length} letters, digits and hyphens, like HMIS-999999`;
  const count = (pattern: RegExp) => (mask.match(pattern) ?? []).length;
  if (count(/[B-Z]/g) < 2) return 'with two letters or more of its own, like HMIS-999999: without them a phone number would do';
  if (count(/9/g) === 0) return 'with a 9 for each digit of the number, like HMIS-999999';
  if (count(/A/g) > most.letters) return `with at most ${most.letters} letters that a caller chooses (A): a name would do`;
  if (count(/9/g) > most.digits || new RegExp(`9{${most.digitsInARow + 1}}`).test(mask))
    return `with at most ${most.digits} digits that a caller chooses (9), ${most.digitsInARow} in a row: a phone number would do`;
  return isDate(mask) ? 'with another order of the digits: a date of birth would do' : null;
}

/** Groups of two or four digits, as in a date. */
const isDate = (mask: string): boolean => /(?<!9)(9999-?99-?99|99-?99-?9999|99-99-99)(?!9)/.test(mask);

/** Normalizes a reference, written in any case and with spaces or hyphens anywhere; null if it does not fit the mask. */
export function referenceOfMask(mask: ReferenceMask, text: string): string | null {
  const given = [...text.toUpperCase().replace(/[\s-]/g, '')];
  if (given.length !== mask.replaceAll('-', '').length) return null;
  let fits = true;
  const written = [...mask].map((form) => {
    if (form === '-') return form;
    const symbol = given.shift()!;
    fits &&= fitsForm(form, symbol);
    return symbol;
  });
  return fits ? written.join('') : null;
}

function fitsForm(form: string, symbol: string): boolean {
  if (form === '9') return /^\d$/.test(symbol);
  return form === 'A' ? /^[A-Z]$/.test(symbol) : form === symbol;
}
