import { readFileSync } from 'node:fs';

/** A line of the data: speakers of one language understand another. */
interface Line {
  readonly speaker: string;
  readonly understands: string;
}

interface OwnData {
  readonly same: readonly { readonly language: string; readonly is: string }[];
  readonly understood: readonly Line[];
  readonly notUnderstood: readonly Line[];
}

interface CldrData {
  readonly understoodBy: Readonly<Record<string, string>>;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../data/languages/${name}`, import.meta.url), 'utf8'));

const own = read('haven.json') as OwnData;
const cldr = read('cldr.json') as CldrData;

/** Languages that also have another code, with that code. */
export const sameLanguages: ReadonlyMap<string, string> = new Map(own.same.map(({ language, is }) => [language, is]));

/** Languages that speakers of a language understand, by CLDR. */
export const cldrLines: readonly Line[] = Object.entries(cldr.understoodBy).flatMap(([understands, speakers]) =>
  speakers.split(' ').map((speaker) => ({ speaker, understands })),
);

/** {@link cldrLines}, from our own sources. */
export const ownLines: readonly Line[] = own.understood;

/** Exceptions from CLDR: pairs that do not understand each other. */
export const deniedLines: readonly Line[] = own.notUnderstood;
