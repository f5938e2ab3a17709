import { z } from 'zod';

const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** One saying of a directory about when a service is open, in numbers and dates only: no free text. */
export const scheduleSchema = z.object({
  /** VISIT: somebody can come. INTAKE: new people are taken in. PHONE: a phone is answered. */
  kind: z.enum(['VISIT', 'INTAKE', 'PHONE']),
  /** Only there; null: at every place that has no hours of its own. */
  locationId: z.string().nullable(),
  /** Its first and last day; null: no limit. */
  from: date.nullable(),
  to: date.nullable(),
  /** Days of the week, 0 is Monday; null: those of the rule, or every day. */
  weekdays: z.array(z.number().int().min(0).max(6)).nullable(),
  /** RFC 5545 rule of its days, where days of the week are not enough. */
  rule: z.string().nullable(),
  /** The day that the rule counts from; null: any. */
  ruleStart: date.nullable(),
  /** UNCLEAR: it cannot be read, so nothing is known of its days. */
  says: z.enum(['OPEN', 'CLOSED', 'UNCLEAR']),
  /** Minutes after the midnight that its day begins with; OPEN only. `closes` is the greater one, past 1440 on the next day. */
  opens: z.number().int().min(0).max(1440).nullable(),
  closes: z.number().int().min(0).max(2880).nullable(),
  /** On its days it holds in place of all that are no exceptions, as on a holiday. */
  isException: z.boolean(),
  /** The clock of these times, an IANA name or an offset like +07:00; null: that of the place. */
  clock: z.string().nullable(),
});

/** {@link scheduleSchema} */
export type Schedule = Readonly<z.infer<typeof scheduleSchema>>;
