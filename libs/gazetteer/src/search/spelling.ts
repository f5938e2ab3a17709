/** Spellings of one sound in different transliterations, the longer ones first. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/oe|oo|ou|o/g, 'u'],
  [/ee|ie|y/g, 'i'],
  [/dj/g, 'j'],
  [/tj/g, 'c'],
  [/ck|q|c(?=[aukrl])/g, 'k'],
  [/x/g, 'ks'],
  [/v/g, 'w'],
  [/z/g, 's'],
  [/[h ]/g, ''],
  [/(.)\1+/g, '$1'],
];

/** Replaces all spellings of one sound in a plain name by one: "kota baharu" and "kota bharu" become "kutabaru". */
export const soundOf = (name: string): string => sounds.reduce((text, [spelling, sound]) => text.replace(spelling, sound), name);

/** Likeness of two texts: 1 if equal, less for each letter to add, drop or change. */
export function likeness(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return 1 - row[b.length]! / Math.max(a.length, b.length, 1);
}

/** An upper bound by the lengths alone. */
export const likenessAtMost = (a: string, b: string): number => Math.min(a.length, b.length) / Math.max(a.length, b.length, 1);
