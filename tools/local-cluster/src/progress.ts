/** Reports the progress of the start, each step with the seconds since the start. */
export interface Progress {
  step(text: string): void;
  /** A line that is not a step. */
  say(line: string): void;
}

/** Progress goes to stderr, so that a pipe gets results only. */
export function createProgress(write: (text: string) => void = toTerminal): Progress {
  const started = performance.now();
  const say = (line: string) => write(`${line}\n`);
  return { say, step: (text) => say(`${((performance.now() - started) / 1_000).toFixed(1).padStart(5)} s  ${text}`) };
}

function toTerminal(text: string): void {
  process.stderr.write(text);
}
