import type { Running } from './run-process.js';

type Close = () => Promise<unknown>;

/** Closes everything that was opened, the last first, and each even if another fails. */
export class ReverseStack {
  private readonly closers: Close[] = [];

  push(close: Close): void {
    this.closers.push(close);
  }

  /** Rejects with the first problem once all are closed. */
  async closeAll(): Promise<void> {
    const problems: unknown[] = [];
    for (const close of this.closers.splice(0).reverse()) await close().catch((error: unknown) => problems.push(error));
    if (problems.length > 0) throw problems[0];
  }
}

/** Runs `start`, which pushes what it opens. Everything is closed if it fails, or when the running system is stopped. */
export async function opening(start: (opened: ReverseStack) => Promise<void>): Promise<Running> {
  const opened = new ReverseStack();
  try {
    await start(opened);
    return { stop: () => opened.closeAll() };
  } catch (error) {
    await opened.closeAll();
    throw error;
  }
}
