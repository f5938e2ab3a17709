import type { ControlMessage } from '@haven/config';
import type { LoadProgress } from '../import/load-directory.js';

/** Sends one line of the answer. Resolves when there is room for the next. */
export type Tell = (message: ControlMessage) => Promise<void>;

/** Lines of an import that the terminal has not taken yet. */
export class PendingLines {
  private waiting: ControlMessage[] = [];

  constructor(private readonly tell: Tell) {}

  add(line: unknown): void {
    this.waiting.push({ report: line });
  }

  progress(progress: LoadProgress): void {
    if (progress.phase === 'reading')
      this.waiting.push({ progress: { done: progress.bytes, total: progress.totalBytes, what: `read, ${progress.file}` } });
    else void this.tell({ progress: { done: progress.services, total: null, what: 'services published' } });
  }

  async flush(): Promise<void> {
    const lines = this.waiting;
    if (lines.length === 0) return;
    this.waiting = [];
    for (const message of lines) await this.tell(message);
  }

  /** Makes the reader wait for a slow terminal: lines are sent before the next item is read, so they never pile up. */
  async *drained<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const item of items) {
      await this.flush();
      yield item;
    }
  }
}
