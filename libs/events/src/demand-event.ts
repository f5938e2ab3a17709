import { enumOf, NeedCategory } from '@haven/kernel';
import { z } from 'zod';

/** Topic of demand: key is the cell. */
export const demandTopic = 'haven.matching.demand.v1';

/** CloudEvents type of {@link DemandView}. */
export const demandType = 'haven.matching.demand.recorded';

/** The people in a request, in bands that are as wide as possible but still show which kind of place is missing. */
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

/** The outcome of a need, the best first. */
export const NeedOutcome = enumOf('MET', 'MET_WITH_QUESTIONS', 'FULL', 'NOT_ADMITTED', 'OUT_OF_REACH', 'NONE');
/** {@link NeedOutcome} */
export type NeedOutcome = (typeof NeedOutcome)[keyof typeof NeedOutcome];

/** One category that a party needed, and its outcome. Nothing links it to the caller, nor to the other needs of the same party. */
export const demandSchema = z.object({
  category: z.enum(NeedCategory),
  /** H3, resolution 4: about 45 km across. */
  cell: z.string(),
  /** ISO 3166-1 alpha-2; null at sea. */
  country: z.string().nullable(),
  /** ISO 8601, the full hour in UTC of the request. */
  hour: z.string(),
  party: z.enum(PartyShape),
  /** The first language of the person with the need, ISO 639 or `und`. */
  language: z.string(),
  outcome: z.enum(NeedOutcome),
});

export type DemandView = z.infer<typeof demandSchema>;
