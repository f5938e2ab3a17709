import { folded, turnTaker } from '@haven/kernel';

/** Finds the cities with a name, among all their names in any language. */
export interface NameIndex {
  citiesNamed(name: string): readonly number[];
}

/** Each value contains a hash of a name and the number of a city; sorted. */
export type PackedNames = Float64Array<ArrayBuffer>;

/** The most cities that a number has room for. */
const citiesMost = 2 ** 18;

/** FNV-1a with three more bits: with a million names, one query in 30,000 confuses two. */
function hashOf(name: string): number {
  let [low, high] = [0x811c9dc5, 0];
  for (let i = 0; i < name.length; i += 1) {
    low = Math.imul(low ^ name.charCodeAt(i), 0x01000193) >>> 0;
    high = (high * 31 + name.charCodeAt(i)) & 0x7;
  }
  return low + high * 2 ** 32;
}

/** Packs names and cities into eight bytes each: a map with as many texts takes thirty times that. */
export class NameIndexBuilder {
  private packed = new Float64Array(1_000_000);
  private size = 0;

  /** `name` is folded. */
  add(name: string, city: number): void {
    if (name === '' || city >= citiesMost) return;
    if (this.size === this.packed.length) {
      const larger = new Float64Array(this.size * 2);
      larger.set(this.packed);
      this.packed = larger;
    }
    this.packed[this.size++] = hashOf(name) * citiesMost + city;
  }

  async build(): Promise<PackedNames> {
    const others = turnTaker()();
    if (others) await others;
    return this.packed.slice(0, this.size).sort();
  }
}

/** Finds cities in the result of {@link NameIndexBuilder}. */
export const nameIndexOf = (packed: PackedNames): NameIndex => ({ citiesNamed: (name) => citiesIn(packed, folded(name)) });

function citiesIn(sorted: Float64Array, name: string): readonly number[] {
  if (name === '') return [];
  const from = hashOf(name) * citiesMost;
  const found = new Set<number>();
  for (let at = firstFrom(sorted, from); at < sorted.length && sorted[at]! < from + citiesMost; at += 1) found.add(sorted[at]! - from);
  return [...found];
}

/** The first index with a value that is not less. */
function firstFrom(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
