/** A signal that aborts on Ctrl-C or SIGTERM. Ctrl-C can come twice, from the terminal and from npm, so a second one changes nothing. */
export function stopOnSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  // The terminal may be gone before this process ends.
  process.stderr.on('error', () => undefined);
  return stopping.signal;
}
