/** The part of a kafkajs client that this file needs. */
interface Client {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
}

/** A client that connects when it is first needed. After an error it is thrown away, and the next call gets a new one. */
export interface Renewable<C extends Client> {
  use<T>(work: (client: C) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** `make` returns a client that is not connected yet. */
export function renewable<C extends Client>(make: () => C): Renewable<C> {
  let current: Promise<C> | null = null;
  const discard = async (gone: Promise<C> | null) => {
    if (current === gone) current = null;
    await (await gone?.catch(() => null))?.disconnect().catch(() => undefined);
  };
  return {
    use: async (work) => {
      const used = (current ??= connected(make()));
      try {
        return await work(await used);
      } catch (error) {
        await discard(used);
        throw error;
      }
    },
    close: () => discard(current),
  };
}

async function connected<C extends Client>(client: C): Promise<C> {
  await client.connect();
  return client;
}
