/** How a hold ended, as the screen shows it. */
export type End = 'released' | 'expired' | 'declined' | 'arrived';

const ends: Readonly<Record<string, End>> = {
  RELEASED: 'released',
  EXPIRED: 'expired',
  DECLINED: 'declined',
  CONFIRMED: 'arrived',
  CHECKED_OUT: 'arrived',
};

/** How a hold in this state has ended; null: it has not ended. */
export const endOf = (state: string): End | null => ends[state] ?? null;
