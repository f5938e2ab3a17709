import type { HoldState } from '@haven/events';

/** The steps of a hold. */
export type HoldVerb = 'confirm' | 'release' | 'decline' | 'checkOut' | 'expire';

/** A move of a hold from one state to another, and what it does with each bed. */
export interface HoldMove {
  readonly from: HoldState;
  readonly to: HoldState;
  /** Where the bed is afterwards. */
  readonly beds: 'FREE' | 'OCCUPIED';
}

/** All possible moves. A hold that has ended never changes again. */
export const holdMoves: Readonly<Record<HoldVerb, HoldMove>> = {
  confirm: { from: 'HELD', to: 'CONFIRMED', beds: 'OCCUPIED' },
  release: { from: 'HELD', to: 'RELEASED', beds: 'FREE' },
  decline: { from: 'HELD', to: 'DECLINED', beds: 'FREE' },
  expire: { from: 'HELD', to: 'EXPIRED', beds: 'FREE' },
  checkOut: { from: 'CONFIRMED', to: 'CHECKED_OUT', beds: 'FREE' },
};

/** Minutes that a hold may last. */
export const holdMinutes = { least: 15, most: 240, usual: 90 } as const;

/** The most people in one party: the person and 20 companions. */
export const mostInParty = 21;
