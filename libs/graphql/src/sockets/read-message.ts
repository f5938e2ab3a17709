/** The parts of a client's message that decide its kind. */
export type ClientMessage =
  | { readonly type: 'connection_init'; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly type: 'subscribe' | 'complete'; readonly id: string };

/** Reads a message of `graphql-transport-ws`; null for any other message, which graphql-ws handles. */
export function readMessage(text: string): ClientMessage | null {
  try {
    const { type, id, payload } = JSON.parse(text) as Record<string, unknown>;
    if (type === 'connection_init')
      return { type, payload: typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {} };
    return (type === 'subscribe' || type === 'complete') && typeof id === 'string' ? { type, id } : null;
  } catch {
    return null;
  }
}
