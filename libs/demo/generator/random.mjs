import { v5 } from 'uuid';

const seed = 'haven-demo-1';
const namespace = v5('https://haven.example.org/demo', v5.URL);

/** Identifier that depends only on the given names. */
export const idOf = (...names) => v5(names.join('/'), namespace);

/** FNV-1a, 32 bits: the same text gives the same number on every machine. */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** mulberry32. */
function numbersFrom(start) {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Random numbers for one record, seeded by its name: a new record elsewhere does not change this one. */
export function chanceFor(...names) {
  const next = numbersFrom(hashOf([seed, ...names].join('/')));
  const integer = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (list) => list[integer(0, list.length - 1)];
  return { next, integer, pick, happens: (share) => next() < share, some: (list, share) => list.filter(() => next() < share) };
}

/** The list in another order, the same one each time. */
export function shuffled(list, name) {
  const chance = chanceFor('shuffle', name);
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = chance.integer(0, i);
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}
