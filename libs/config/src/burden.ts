import { burdenWeights, readBurdenWeights } from '@haven/kernel';
import { z } from 'zod';

/** The cost of each drawback of a match, if a deployment changes it. */
export const burden = z
  .string()
  .transform((text, context) => {
    const weights = readBurdenWeights(text);
    if (!weights.ok) context.addIssue({ code: 'custom', message: weights.error });
    return weights.ok ? weights.value : burdenWeights;
  })
  .default(burdenWeights)
  .describe('weights of docs/matching.md within their bounds, like referral=10,border=50');
