import { enumOf } from '@haven/kernel';

/**
 * States of a waitlist entry. OFFERED: beds are held for it until it takes them or the offer ends. EXPIRED: {@link waitHours} have passed.
 */
export const WaitingState = enumOf('WAITING', 'OFFERED', 'TAKEN', 'MISSED', 'LEFT', 'EXPIRED');
/** {@link WaitingState} */
export type WaitingState = (typeof WaitingState)[keyof typeof WaitingState];

/** Waitlist entries expire after this many hours. A list must not offer beds to people who have long been elsewhere. */
export const waitHours = 24;

/** Minutes in which an offer has to be taken: long enough for a call back, short enough for the next in line. */
export const offerMinutes = 20;
