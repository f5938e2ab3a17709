/** The name of a column without a heading. */
export const numberedName = (index: number): string => `column_${index + 1}`;

/** A free name for a column; the second of two equal names gets its number. */
export function freeName(taken: Set<string>, name: string, index: number): string {
  const free = taken.has(name) ? `${name}_${index + 1}` : name;
  taken.add(free);
  return free;
}
