import { enumOf } from '@haven/kernel';

/** How far somebody on a waiting list has come. OFFERED: beds are held for them, until they take them or the time is over. EXPIRED: waited for {@link waitHours}. */
export const WaitingState = enumOf('WAITING', 'OFFERED', 'TAKEN', 'MISSED', 'LEFT', 'EXPIRED');
/** {@link WaitingState} */
export type WaitingState = (typeof WaitingState)[keyof typeof WaitingState];

/** Waitlist entries expire after this many hours. A list must not offer beds to people who have long been elsewhere. */
export const waitHours = 24;

/** Minutes in which an offer has to be taken: long enough for a call back, short enough for the next in line. */
export const offerMinutes = 20;
