import { enumOf, NeedCategory } from '@haven/kernel';
import { z } from 'zod';

/** Topic of demand: key is the cell. */
export const demandTopic = 'haven.matching.demand.v1';

/** CloudEvents type of {@link DemandView}. */
export const demandType = 'haven.matching.demand.recorded';

/** Who asks together, in bands that are as wide as they can be and still say what kind of place is missing. */
export const PartyShape = enumOf(
  'WOMAN',
  'MAN',
  'GIRL',
  'BOY',
  'PERSON',
  'WOMAN_WITH_CHILDREN',
  'ADULT_WITH_CHILDREN',
  'CHILDREN',
  'COUPLE',
  'FAMILY',
  'GROUP',
);
/** {@link PartyShape} */
export type PartyShape = (typeof PartyShape)[keyof typeof PartyShape];

/** What became of a need, the best first. */
export const NeedOutcome = enumOf('MET', 'MET_WITH_QUESTIONS', 'FULL', 'NOT_ADMITTED', 'OUT_OF_REACH', 'NONE');
/** {@link NeedOutcome} */
export type NeedOutcome = (typeof NeedOutcome)[keyof typeof NeedOutcome];

/**
 * One category that a party needed, and whether there was something. Nothing links it to whoever asked, nor to what else the same
 * party needed.
 */
export const demandSchema = z.object({
  category: z.enum(NeedCategory),
  /** H3, resolution 4: about 45 km across. */
  cell: z.string(),
  /** ISO 3166-1 alpha-2; null at sea. */
  country: z.string().nullable(),
  /** ISO 8601, the full hour in UTC in which it was asked. */
  hour: z.string(),
  party: z.enum(PartyShape),
  /** The first language of who needs it, ISO 639 or `und`. */
  language: z.string(),
  outcome: z.enum(NeedOutcome),
});

export type DemandView = z.infer<typeof demandSchema>;
