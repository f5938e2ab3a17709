/**
 * Runs several tasks at once. If one fails, the others are told to stop, and the failure is passed on only when all have ended: then
 * everything that they opened can be closed.
 */
export async function together(signal: AbortSignal, tasks: readonly ((signal: AbortSignal) => Promise<unknown>)[]): Promise<void> {
  const failing = new AbortController();
  const either = AbortSignal.any([signal, failing.signal]);
  let first: { error: unknown } | null = null;
  const watched = tasks.map((task) =>
    task(either).catch((error: unknown) => {
      first ??= { error };
      failing.abort();
    }),
  );
  await Promise.all(watched);
  if (first) throw (first as { error: unknown }).error;
}
