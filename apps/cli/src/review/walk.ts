import type { MeantTerm } from './parse-review.js';
import { placeLine, termLine, type UnclearTerm, type Waiting, type WaitingPlace } from './waiting.js';

/** Asks the person; null: there is no more input. */
export type Question = (text: string) => Promise<string | null>;

/** A person's answer. */
export type Answer =
  { readonly place: WaitingPlace; readonly decision: 'PUBLIC' | 'CONFIDENTIAL' | 'REFUSE' } | { readonly term: MeantTerm };

const quit = Symbol('quit');
const skip = Symbol('skip');

/** Shows one item after the other and takes the answers. Ends with the last, or when the person stops. */
export async function* walk(waiting: Waiting, question: Question): AsyncGenerator<Answer> {
  for (const place of waiting.places) {
    const decision = await chosen(question, `${placeLine(place)}\n  1 public   2 confidential   3 refuse   0 later   q end\n> `, decisions);
    if (decision === quit) return;
    if (decision !== skip) yield { place, decision: decision[0]! };
  }
  for (const term of waiting.terms) {
    const words = term.isOfPersons ? waiting.groups : waiting.categories;
    const said = await chosen(
      question,
      `${termLine(term)}\n${numbered(words)}\n  several: 1 4   n ${nothing(term)}   0 later   q end\n> `,
      words,
      true,
    );
    if (said === quit) return;
    if (said !== skip) yield { term: meantBy(term, said) };
  }
}

const decisions = ['PUBLIC', 'CONFIDENTIAL', 'REFUSE'] as const;

const nothing = ({ isOfPersons }: UnclearTerm): string => (isOfPersons ? 'nothing of persons' : 'no category');

/** In two columns, so that an answer and its question fit on one screen. */
function numbered(words: readonly string[]): string {
  const cells = words.map((word, n) => `${String(n + 1).padStart(4)} ${word}`.padEnd(34));
  const half = Math.ceil(cells.length / 2);
  return cells
    .slice(0, half)
    .map((cell, n) => `${cell}${cells[half + n] ?? ''}`.trimEnd())
    .join('\n');
}

async function chosen<T extends string>(
  question: Question,
  text: string,
  words: readonly T[],
  isList = false,
): Promise<readonly T[] | typeof quit | typeof skip> {
  for (;;) {
    const answer = (await question(text))?.trim().toLowerCase();
    if (answer === undefined || answer === 'q') return quit;
    if (answer === '0') return skip;
    if (isList && answer === 'n') return [];
    const numbers = answer.split(/[\s,]+/).map(Number);
    const picked = numbers.map((number) => words[number - 1]);
    if ((isList || picked.length === 1) && picked.every((one) => one !== undefined)) return [...new Set(picked)];
  }
}

function meantBy({ kind, name, taxonomy, source, examples, isOfPersons }: UnclearTerm, said: readonly string[]): MeantTerm {
  const isWhole = kind === 'SERVICE';
  return {
    kind,
    name: isWhole ? null : name,
    taxonomy,
    source: isWhole ? null : source,
    serviceId: isWhole ? (examples[0]?.id ?? null) : null,
    categories: isOfPersons ? null : said,
    persons: isOfPersons ? said : null,
    withdraw: false,
  };
}
