import { err, ok, referenceOfMask, type ReferenceMask, type Result } from '@haven/kernel';
import { issuedReferenceOf } from './issued-reference.js';

/**
 * Normalizes the case reference that a caller gives. It must be one that Haven issued, or have the format of the deployment's own system.
 * Anything else could identify a person, in a database that many people can read.
 */
export function readCaseReference(text: string, own: ReferenceMask | null): Result<string, string> {
  const reference = issuedReferenceOf(text) ?? (own && referenceOfMask(own, text));
  if (reference) return ok(reference);
  const other = own ? `, or one of the form ${own} (9: a digit, A: a letter)` : '';
  return err(
    `Leave it out: Haven gives the case a reference, which the answer tells. For another bed for the same case give that reference back, like K7M-4QX-7${other}. Check each symbol; never give a name, a number or a date of birth.`,
  );
}
