import { readFileSync } from 'node:fs';
import { inRepository } from '../../harness/repository.js';

/** A pair of languages. */
export interface LanguageLine {
  readonly speaker: string;
  readonly understands: string;
}

const read = (name: string): unknown => JSON.parse(readFileSync(inRepository('data', 'languages', name), 'utf8'));

/** The reviewed data. */
export const ownData = read('haven.json') as {
  readonly same: readonly { readonly language: string; readonly is: string }[];
  readonly understood: readonly LanguageLine[];
  readonly notUnderstood: readonly LanguageLine[];
};

const { understoodBy } = read('cldr.json') as { understoodBy: Record<string, string> };

/** The data of CLDR. */
export const cldrData: readonly LanguageLine[] = Object.entries(understoodBy).flatMap(([understands, speakers]) =>
  speakers.split(' ').map((speaker) => ({ speaker, understands })),
);
