import { z } from 'zod';

const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** One statement of a directory about opening times, in numbers and dates only: no free text. */
export const scheduleSchema = z.object({
  /** VISIT: people can come. INTAKE: new people are admitted. PHONE: somebody answers the phone. */
  kind: z.enum(['VISIT', 'INTAKE', 'PHONE']),
  /** Applies to this place only; null: to every place without its own hours. */
  locationId: z.string().nullable(),
  /** Its first and last day; null: no limit. */
  from: date.nullable(),
  to: date.nullable(),
  /** Days of the week, 0 is Monday; null: those of the rule, or every day. */
  weekdays: z.array(z.number().int().min(0).max(6)).nullable(),
  /** RFC 5545 rule of its days, if days of the week are not enough. */
  rule: z.string().nullable(),
  /** The day from which the rule counts; null: any. */
  ruleStart: date.nullable(),
  /** UNCLEAR: the schedule cannot be read, so its days are unknown. */
  says: z.enum(['OPEN', 'CLOSED', 'UNCLEAR']),
  /** Minutes after midnight of its day; OPEN only. `closes` is greater, and past 1440 on the next day. */
  opens: z.number().int().min(0).max(1440).nullable(),
  closes: z.number().int().min(0).max(2880).nullable(),
  /** On its days it replaces all schedules that are not exceptions, as on a holiday. */
  isException: z.boolean(),
  /** The clock of these times, an IANA name or an offset like +07:00; null: that of the place. */
  clock: z.string().nullable(),
});

/** {@link scheduleSchema} */
export type Schedule = Readonly<z.infer<typeof scheduleSchema>>;
