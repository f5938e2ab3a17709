import { lazy } from 'react';

/** The network, as far as loading needs it. */
interface Network {
  readonly isThere: () => boolean;
  readonly untilThere: () => Promise<void>;
}

const ofBrowser: Network = {
  isThere: () => navigator.onLine,
  untilThere: () => new Promise((resolve) => addEventListener('online', () => resolve(), { once: true })),
};

/** Loads a part of the page; without network, as soon as the network is back. Fails if it cannot be loaded with network. */
export async function loadLasting<Part>(load: () => Promise<Part>, { isThere, untilThere }: Network = ofBrowser): Promise<Part> {
  let isLast = false;
  for (;;) {
    try {
      return await load();
    } catch (error) {
      if (isLast && isThere()) throw error;
      // The network may have come back since the failure: then one more try tells.
      isLast = isThere();
      if (!isLast) await untilThere();
    }
  }
}

/** Like React's `lazy`, which would keep a failure for good, also once the network is back. */
export const lazyLasting: typeof lazy = (load) => lazy(() => loadLasting(load));
