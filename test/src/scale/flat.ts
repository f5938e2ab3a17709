/** Memory of a process at one moment, in MiB. */
export interface MemorySample {
  /** All memory of the process, including the embedded database's. */
  readonly rss: number;
  /** JavaScript objects that were still in use right after a garbage collection. */
  readonly heap: number;
}

/** The largest growth that still counts as flat, from the second to the last third of a phase. */
export const flatLimits = { rssRatio: 1.3, heapMebibytes: 10 } as const;
const fewestSamples = 9;

/** Why the memory of a phase is not flat; null if it is. The first third may warm up: caches, the database's buffers. */
export function notFlat(samples: readonly MemorySample[]): string | null {
  if (samples.length < fewestSamples) return `only ${samples.length} samples, too few to tell`;
  const third = Math.floor(samples.length / 3);
  const second = samples.slice(third, 2 * third);
  const last = samples.slice(2 * third);
  const [rssBefore, rssAfter] = [second, last].map((part) => Math.max(...part.map(({ rss }) => rss))) as [number, number];
  const [heapBefore, heapAfter] = [second, last].map((part) => median(part.map(({ heap }) => heap))) as [number, number];
  if (rssAfter > rssBefore * flatLimits.rssRatio) return `RSS grew from ${rssBefore} to ${rssAfter} MiB`;
  if (heapAfter > heapBefore + flatLimits.heapMebibytes) return `the heap grew from ${heapBefore} to ${heapAfter} MiB`;
  return null;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
