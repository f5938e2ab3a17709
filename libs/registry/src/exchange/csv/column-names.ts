/** What a column without a name is called. */
export const numberedName = (index: number): string => `column_${index + 1}`;

/** The name of a column; of two that are the same the second one gets its number. */
export function freeName(taken: Set<string>, name: string, index: number): string {
  const free = taken.has(name) ? `${name}_${index + 1}` : name;
  taken.add(free);
  return free;
}
