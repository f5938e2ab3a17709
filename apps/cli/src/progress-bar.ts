import type { WriteStream } from 'node:tty';

/** How far a command is; total null: not known. */
export interface Progress {
  readonly done: number;
  readonly total: number | null;
  readonly what: string;
}

const width = 30;
const plainEveryMilliseconds = 5_000;

/** Draws one moving line on a terminal; elsewhere a plain line now and then. */
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

/** One line: a bar when the total is known, a count otherwise. */
export function lineOf({ done, total, what }: Progress): string {
  if (total === null || total === 0) return done === 0 ? 'Starting …' : `${done} ${what}`;
  const share = Math.min(1, done / total);
  const filled = Math.round(share * width);
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${Math.floor(share * 100)} % ${what}`;
}
