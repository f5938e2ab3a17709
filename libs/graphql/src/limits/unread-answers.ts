import type { ServerResponse } from 'node:http';

/** A client must read an answer within this time, or its connection is closed; all unread answers together may have so many bytes. */
const usual = { milliseconds: 60_000, bytes: 64 * 1_048_576 };

/** Answers that their clients have not read yet: without a limit, they would be kept for clients that never read. */
export class UnreadAnswers {
  /** In the order in which they were made. */
  private readonly waiting = new Map<ServerResponse, number>();
  private total = 0;

  constructor(private readonly most = usual) {}

  /** Watches an answer until it is read or given up. */
  watch(answer: ServerResponse, bytes: number): void {
    const impatient = setTimeout(() => answer.destroy(), this.most.milliseconds).unref();
    answer.once('close', () => {
      clearTimeout(impatient);
      this.forget(answer);
    });
    this.waiting.set(answer, bytes);
    this.total += bytes;
    this.giveUpOldest(answer);
  }

  private giveUpOldest(newest: ServerResponse): void {
    for (const [oldest] of this.waiting) {
      if (this.total <= this.most.bytes || oldest === newest) return;
      oldest.destroy();
      this.forget(oldest);
    }
  }

  private forget(answer: ServerResponse): void {
    this.total -= this.waiting.get(answer) ?? 0;
    this.waiting.delete(answer);
  }
}
