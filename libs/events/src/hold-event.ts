import { enumOf } from '@haven/kernel';
import { z } from 'zod';

/** Topic of holds: key is the hold id. */
export const holdTopic = 'haven.capacity.hold.v1';

/** CloudEvents type of {@link HoldSnapshot}. */
export const holdType = 'haven.capacity.hold.changed';

/** The state of a hold. */
export const HoldState = enumOf('HELD', 'CONFIRMED', 'CHECKED_OUT', 'RELEASED', 'EXPIRED', 'DECLINED');
/** {@link HoldState} */
export type HoldState = (typeof HoldState)[keyof typeof HoldState];

/** A hold at one moment, without the people and the caller. Instants are ISO 8601 text. */
export const holdSnapshotSchema = z.object({
  id: z.string(),
  serviceId: z.string(),
  state: z.enum(HoldState),
  beds: z.array(z.object({ poolId: z.string(), beds: z.number().int() })),
  createdAt: z.string(),
  expiresAt: z.string(),
  /** Increases by one with every change of the hold. */
  version: z.number().int(),
});

export type HoldView = z.infer<typeof holdSnapshotSchema>;
