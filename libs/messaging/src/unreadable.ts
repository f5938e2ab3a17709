/** Type of an event that stands for an unreadable message. */
export const unreadableType = 'haven.unreadable';

/** The message behind the event is unreadable, and no retry can help. */
export class UnreadableEvent extends Error {
  override name = 'UnreadableEvent';
}
