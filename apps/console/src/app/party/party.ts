/** As the API names them. */
export type Gender = 'WOMAN' | 'MAN' | 'TRANS_WOMAN' | 'TRANS_MAN' | 'NON_BINARY' | 'UNDISCLOSED';

/** A person who needs a place. */
export interface Someone {
  readonly gender: Gender;
  /** Whole years; null: not known. */
  readonly age: number | null;
  /** The age is unknown, and may be under 18. */
  readonly mayBeMinor: boolean;
  /** The index of their carer in the party; undefined: nobody has named one, and none is assumed. */
  readonly carer?: number;
  /** The needs of this person, with the names that the screen uses. */
  readonly needs?: readonly string[];
}

/** Words for people, in lower case; several for each. */
export type PartyWords = Readonly<
  Record<'woman' | 'man' | 'girl' | 'boy' | 'child' | 'transWoman' | 'transMan' | 'nonBinary', readonly string[]>
>;

/** The largest party of one request. */
export const partyMax = 21;

const genders: Readonly<Record<keyof PartyWords, { readonly gender: Gender; readonly isChild: boolean }>> = {
  woman: { gender: 'WOMAN', isChild: false },
  man: { gender: 'MAN', isChild: false },
  girl: { gender: 'WOMAN', isChild: true },
  boy: { gender: 'MAN', isChild: true },
  child: { gender: 'UNDISCLOSED', isChild: true },
  transWoman: { gender: 'TRANS_WOMAN', isChild: false },
  transMan: { gender: 'TRANS_MAN', isChild: false },
  nonBinary: { gender: 'NON_BINARY', isChild: false },
};

/** Converts the digits of the interface's scripts to ASCII. */
export const asciiDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
    return String(code - zero);
  });

/**
 * Reads "woman 24", "24 woman", "w24", "boy 3", "woman 24, boy 3" with the given words; null if any part is not understood, so that nobody
 * gets lost. A child without an age may be a minor.
 */
export function readParty(text: string, words: PartyWords): Someone[] | null {
  const parts = asciiDigits(text.normalize('NFC').toLowerCase())
    .split(/[,;+،、၊\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map((part) => readSomeone(part, words));
  return read.length > 0 && read.every((one) => one !== null) ? read : null;
}

function readSomeone(part: string, words: PartyWords): Someone | null {
  const [, before, word, after] = /^(\d{1,3})?\s*([^\d]*?)\s*(\d{1,3})?$/u.exec(part) ?? [];
  if (word === undefined || (before !== undefined && after !== undefined)) return null;
  const kind = (Object.keys(genders) as (keyof PartyWords)[]).find((one) => words[one].includes(word));
  const age = ageOf(before ?? after);
  if (!kind || age === undefined) return null;
  const { gender, isChild } = genders[kind];
  return { gender, age, mayBeMinor: age === null && isChild };
}

function ageOf(digits: string | undefined): number | null | undefined {
  if (digits === undefined) return null;
  const age = Number(digits);
  return age <= 120 ? age : undefined;
}
