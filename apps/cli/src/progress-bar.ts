import type { WriteStream } from 'node:tty';

/** The progress of a command; total null: unknown. */
export interface Progress {
  readonly done: number;
  readonly total: number | null;
  readonly what: string;
}

const width = 30;
const plainEveryMilliseconds = 5_000;

/** Draws one moving line on a terminal, or a plain line now and then elsewhere. */
export function createProgressBar(output: WriteStream): { show(progress: Progress): void; end(): void } {
  let drawn = false;
  let lastPlain = 0;
  const show = (progress: Progress) => {
    if (output.isTTY) return void (output.write(`\r\u001b[K${lineOf(progress)}`), (drawn = true));
    if (Date.now() - lastPlain < plainEveryMilliseconds) return;
    lastPlain = Date.now();
    output.write(`${lineOf(progress)}\n`);
  };
  return { show, end: () => void (drawn && output.write('\n')) };
}

/** One line: a bar if the total is known, otherwise a count. */
export function lineOf({ done, total, what }: Progress): string {
  if (total === null || total === 0) return done === 0 ? 'Starting …' : `${done} ${what}`;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * width);
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${Math.floor(share * 100)} % ${what}`;
}
