/** The fields of a hold that the board needs. */
export interface BoardHold {
  readonly id: string;
  readonly version: number;
  readonly state: 'HELD' | 'CONFIRMED' | 'CHECKED_OUT' | 'RELEASED' | 'EXPIRED' | 'DECLINED';
  readonly party: readonly unknown[] | null;
}

/** The holds of the screen by id: those that have not ended, and those that ended while the user was looking. */
export type Board<Hold extends BoardHold> = ReadonlyMap<string, Hold>;

/** Whether the hold still takes beds. */
export const isOpen = ({ state }: Pick<BoardHold, 'state'>): boolean => state === 'HELD' || state === 'CONFIRMED';

/**
 * Applies updates of holds, in any order: an older version than the known one is ignored. A hold that ended before the screen knew it is
 * not shown. The server no longer returns the party of a hold that ended; the screen keeps it.
 */
export function withUpdates<Hold extends BoardHold>(board: Board<Hold>, news: readonly Hold[]): Board<Hold> {
  // The same version may arrive again in another language.
  const isNewer = ({ id, version }: Hold) => version >= (board.get(id)?.version ?? 0);
  const fresh = news.filter((hold) => isNewer(hold) && (isOpen(hold) || board.has(hold.id)));
  if (fresh.length === 0) return board;
  const next = new Map(board);
  for (const hold of fresh) next.set(hold.id, { ...hold, party: hold.party ?? board.get(hold.id)?.party ?? null });
  return next;
}

/** Holds that are open here and missing from the full list: the screen has to ask how they ended. */
export const missingFrom = <Hold extends BoardHold>(board: Board<Hold>, list: readonly Pick<Hold, 'id'>[]): string[] => {
  const listed = new Set(list.map(({ id }) => id));
  return [...board.values()].filter((hold) => isOpen(hold) && !listed.has(hold.id)).map(({ id }) => id);
};

/** Removes a hold that no longer exists, or whose end the user has seen. */
export function without<Hold extends BoardHold>(board: Board<Hold>, id: string): Board<Hold> {
  if (!board.has(id)) return board;
  const next = new Map(board);
  next.delete(id);
  return next;
}
