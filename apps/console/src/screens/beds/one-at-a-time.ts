/** Runs one call at a time. Calls during a run share one more run after it. Resolves after a run that started after the call. */
export function oneAtATime(run: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = (): Promise<void> => {
    if (running) return (next ??= running.then(() => ((next = null), start())));
    running = run()
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => (running = null));
    return running;
  };
  return start;
}
