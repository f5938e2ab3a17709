/** A function that keeps its results, by key. It starts anew when it has kept so many. */
export function remembered<Given extends readonly unknown[], Value>(
  most: number,
  keyOf: (...given: Given) => string | number,
  work: (...given: Given) => Value,
): (...given: Given) => Value {
  const kept = new Map<string | number, Value>();
  return (...given) => {
    const key = keyOf(...given);
    if (kept.has(key)) return kept.get(key) as Value;
    const value = work(...given);
    if (kept.size >= most) kept.clear();
    kept.set(key, value);
    return value;
  };
}
