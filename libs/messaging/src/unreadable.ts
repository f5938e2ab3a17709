/** Type of an event that stands for a message which could not be read. */
export const unreadableType = 'haven.unreadable';

/** The message behind the event could not be read, and no retry can help. */
export class UnreadableEvent extends Error {
  override name = 'UnreadableEvent';
}
