import { turnTaker } from '@haven/kernel';

const alphabet = ' abcdefghijklmnopqrstuvwxyz0123456789';
const base = alphabet.length + 1;
const codeOf = new Uint8Array(128).fill(base - 1);
[...alphabet].forEach((letter, i) => (codeOf[letter.charCodeAt(0)] = i));
const letterCode = (text: string, i: number): number => codeOf[text.charCodeAt(i)] ?? base - 1;

/** Numbers of the trigrams of a text, padded so that beginnings weigh more; each once. */
function trigramsOf(text: string): number[] {
  const padded = `  ${text.replaceAll(' ', '   ')} `;
  const found = new Set<number>();
  for (let i = 0; i + 2 < padded.length; i += 1) {
    found.add((letterCode(padded, i) * base + letterCode(padded, i + 1)) * base + letterCode(padded, i + 2));
  }
  return [...found];
}

/** Finds similar texts among many short ones; built once, about 40 bytes for each text. */
export interface TrigramIndex {
  /** Indexes of the texts that share the most trigrams with the query relative to their length, best first. */
  like(query: string, count: number): number[];
}

/** Builds the index in slices, so that other requests are served meanwhile. */
export async function trigramIndex(texts: readonly string[]): Promise<TrigramIndex> {
  const pairs = new Uint32Array(texts.reduce((sum, text) => sum + text.length * 3 + 3, 0));
  const counts = new Uint8Array(texts.length);
  const starts = new Uint32Array(base ** 3 + 1);
  const turn = turnTaker();
  let filled = 0;
  for (let i = 0; i < texts.length; i += 1) {
    const others = turn();
    if (others) await others;
    const trigrams = trigramsOf(texts[i]!);
    counts[i] = Math.min(255, trigrams.length);
    for (const trigram of trigrams) {
      pairs[filled++] = trigram;
      starts[trigram + 1]! += 1;
    }
  }
  return queryable(texts.length, counts, starts, await postings(pairs, counts, starts));
}

/** Texts by trigram, one list after the other; `starts` becomes the start of each list. */
async function postings(pairs: Uint32Array, counts: Uint8Array, starts: Uint32Array): Promise<Uint32Array> {
  for (let i = 1; i < starts.length; i += 1) starts[i]! += starts[i - 1]!;
  const next = starts.slice();
  const lists = new Uint32Array(starts[starts.length - 1]!);
  const turn = turnTaker();
  let read = 0;
  for (const [text, count] of counts.entries()) {
    for (let k = 0; k < count; k += 1) lists[next[pairs[read++]!]!++] = text;
    const others = turn();
    if (others) await others;
  }
  return lists;
}

function queryable(size: number, counts: Uint8Array, starts: Uint32Array, lists: Uint32Array): TrigramIndex {
  return {
    like(query, count) {
      const wanted = trigramsOf(query);
      const shared = new Uint8Array(size);
      const touched: number[] = [];
      for (const trigram of wanted) {
        for (let at = starts[trigram]!; at < starts[trigram + 1]!; at += 1) {
          const text = lists[at]!;
          if (shared[text]! === 0) touched.push(text);
          shared[text]! += 1;
        }
      }
      const closeness = (text: number): number => shared[text]! / (wanted.length + counts[text]!);
      const near = touched.filter((text) => closeness(text) >= 0.15);
      return near.sort((a, b) => closeness(b) - closeness(a) || a - b).slice(0, count);
    },
  };
}
