/** What a board needs to know of a hold. */
export interface BoardHold {
  readonly id: string;
  readonly version: number;
  readonly state: 'HELD' | 'CONFIRMED' | 'CHECKED_OUT' | 'RELEASED' | 'EXPIRED' | 'DECLINED';
  readonly party: readonly unknown[] | null;
}

/** The holds of the screen by id: those that have not ended, and those that ended while somebody looked. */
export type Board<Hold extends BoardHold> = ReadonlyMap<string, Hold>;

/** Whether beds are still held or slept in. */
export const isOpen = ({ state }: Pick<BoardHold, 'state'>): boolean => state === 'HELD' || state === 'CONFIRMED';

/**
 * Takes what was told of some holds, in whatever order it comes: what is older than what is known is no news. A hold that ended before
 * anybody here knew of it is not shown. Of one that has ended the server no longer tells for whom it was; the screen still knows.
 */
export function withNews<Hold extends BoardHold>(board: Board<Hold>, news: readonly Hold[]): Board<Hold> {
  // The same version once more may be told in another language.
  const isNews = ({ id, version }: Hold) => version >= (board.get(id)?.version ?? 0);
  const fresh = news.filter((hold) => isNews(hold) && (isOpen(hold) || board.has(hold.id)));
  if (fresh.length === 0) return board;
  const next = new Map(board);
  for (const hold of fresh) next.set(hold.id, { ...hold, party: hold.party ?? board.get(hold.id)?.party ?? null });
  return next;
}

/** Holds that are open here and not in the whole list: how they ended has to be asked. */
export const missingFrom = <Hold extends BoardHold>(board: Board<Hold>, list: readonly Pick<Hold, 'id'>[]): string[] => {
  const listed = new Set(list.map(({ id }) => id));
  return [...board.values()].filter((hold) => isOpen(hold) && !listed.has(hold.id)).map(({ id }) => id);
};

/** Without one that is not there any more, or that somebody has seen the end of. */
export function without<Hold extends BoardHold>(board: Board<Hold>, id: string): Board<Hold> {
  if (!board.has(id)) return board;
  const next = new Map(board);
  next.delete(id);
  return next;
}
