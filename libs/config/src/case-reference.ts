import { readReferenceMask } from '@haven/kernel';
import { z } from 'zod';

/** The form of the case references of the deployment's own system. */
export const caseReference = z
  .string()
  .refine((text) => readReferenceMask(text).ok)
  .optional()
  .describe(
    'a form of case references like HMIS-999999 (9: any digit, A: any letter; two letters of its own, at most 8 digits and 3 letters to choose, no date)',
  );
