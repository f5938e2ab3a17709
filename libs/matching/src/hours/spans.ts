/** From a minute to another; the second one is not included. */
export type Span = readonly [number, number];

/** The earliest first. */
export const byStart = (a: Span, b: Span): number => a[0] - b[0] || a[1] - b[1];

/** Joins sorted spans with at most a gap of some minutes between them. */
export function joined(sorted: readonly Span[], gap: number): Span[] {
  const spans: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = spans.at(-1);
    if (last && from <= last[1] + gap) last[1] = Math.max(last[1], to);
    else spans.push([from, to]);
  }
  return spans;
}
