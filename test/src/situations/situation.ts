/** What is expected of one need, each line checked by itself. */
export interface Expected {
  /** All that is found, in this order. */
  readonly order?: readonly string[];
  readonly first?: string;
  readonly found?: readonly string[];
  readonly never?: readonly string[];
  /** What is said of a place, and what is not. */
  readonly says?: Readonly<Record<string, readonly string[]>>;
  readonly silent?: Readonly<Record<string, readonly string[]>>;
  readonly language?: Readonly<Record<string, string>>;
  /** Kilometres of a drawback; 0: none. */
  readonly costs?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly opens?: Readonly<Record<string, string>>;
  readonly nearly?: readonly ExpectedMiss[];
  /** The first way to place the party in parts: who goes where; "none". */
  readonly parts?: Readonly<Record<string, readonly string[]>> | 'none';
}

/** What nearly fits, why not, who of the party does not fit, and what can be done. */
export interface ExpectedMiss {
  readonly place: string;
  readonly because: string;
  readonly who?: string;
  readonly so: string;
}

/** What is expected of the whole answer, of each need by its words, and of holds. */
export interface Expectation extends Expected {
  readonly needs?: Readonly<Record<string, Expected>>;
  readonly plan?: Readonly<Record<string, string>>;
  readonly 'plan lacks'?: readonly string[];
  /** By place: "yes", "yes, but …", "no: …". */
  readonly hold?: Readonly<Record<string, string>>;
  /** The question cannot be asked like that: which field is wrong. */
  readonly refused?: string;
}

/** Somebody who needs something, and what a caseworker would do. */
export interface Situation {
  readonly title: string;
  readonly who: readonly Readonly<Record<string, string>>[];
  readonly where: string;
  readonly needs: readonly string[];
  readonly within?: string;
  readonly border?: 'may be crossed';
  readonly when?: string;
  readonly avoid?: readonly string[];
  readonly before?: readonly string[];
  readonly expect: Expectation;
  readonly because: string;
  readonly source: string;
}

const fields = ['title', 'who', 'where', 'needs', 'within', 'border', 'when', 'avoid', 'before', 'expect', 'because', 'source'];
const wanted = ['title', 'who', 'where', 'needs', 'expect', 'because', 'source'] as const;
const aboutNeed = ['order', 'first', 'found', 'never', 'says', 'silent', 'language', 'costs', 'opens', 'nearly', 'parts'];
const aboutAll = [...aboutNeed, 'needs', 'plan', 'plan lacks', 'hold', 'refused'];

/** Says what is wrong with the form of a situation. */
export function problemsOf(situation: Situation): string[] {
  const odd = (object: object, known: readonly string[]) =>
    Object.keys(object)
      .filter((key) => !known.includes(key))
      .map((key) => `"${key}" is not one of: ${known.join('; ')}`);
  const { expect = {}, because = '', source = '' } = situation;
  const empty = wanted.filter((key) => situation[key] === undefined || situation[key] === null);
  return [
    ...empty.map((key) => `has no "${key}"`),
    ...odd(situation, fields),
    ...odd(expect, aboutAll),
    ...Object.values(expect.needs ?? {}).flatMap((one) => odd(one, aboutNeed)),
    ...(Object.keys(expect).length === 0 ? ['expects nothing'] : []),
    ...(because.split(' ').length < 5 ? ['its reason is no sentence'] : []),
    ...(source.length < 15 ? ['its source names no document'] : []),
  ].map((problem) => `${situation.title}: ${problem}`);
}
