import { err, ok, referenceOfMask, type ReferenceMask, type Result } from '@haven/kernel';
import { issuedReferenceOf } from './issued-reference.js';

/**
 * The case reference that a caller gives, in its one spelling: one that Haven has issued, or one of the form that the deployment's own
 * system gives. Whatever else it is may tell who somebody is, in a database that many can reach.
 */
export function readCaseReference(text: string, own: ReferenceMask | null): Result<string, string> {
  const reference = issuedReferenceOf(text) ?? (own && referenceOfMask(own, text));
  if (reference) return ok(reference);
  const other = own ? `, or one of the form ${own} (9: a digit, A: a letter)` : '';
  return err(
    `Leave it out: Haven gives the case a reference, which the answer tells. For another bed for the same case give that reference back, like K7M-4QX-7${other}. Check each symbol; never give a name, a number or a date of birth.`,
  );
}
