/** The expectation for one need; each line is checked separately. */
export interface Expected {
  /** All matches, in this order. */
  readonly order?: readonly string[];
  readonly first?: string;
  readonly found?: readonly string[];
  readonly never?: readonly string[];
  /** Reasons that a place has, or does not have. */
  readonly says?: Readonly<Record<string, readonly string[]>>;
  readonly silent?: Readonly<Record<string, readonly string[]>>;
  readonly language?: Readonly<Record<string, string>>;
  /** Kilometres of a drawback; 0: none. */
  readonly costs?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly opens?: Readonly<Record<string, string>>;
  readonly nearly?: readonly ExpectedMiss[];
  /** The first split: who goes where; "none". */
  readonly parts?: Readonly<Record<string, readonly string[]>> | 'none';
}

/** A near miss: the reason, the member who does not fit, and the remedy. */
export interface ExpectedMiss {
  readonly place: string;
  readonly because: string;
  readonly who?: string;
  readonly so: string;
}

/** The expectation for the whole answer, for each need by its words, and for holds. */
export interface Expectation extends Expected {
  readonly needs?: Readonly<Record<string, Expected>>;
  readonly plan?: Readonly<Record<string, string>>;
  readonly 'plan lacks'?: readonly string[];
  /** By place: "yes", "yes, but …", "no: …". */
  readonly hold?: Readonly<Record<string, string>>;
  /** The question is refused: the wrong field. */
  readonly refused?: string;
}

/** A person in need, and what a caseworker would do. */
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

/** Problems in the form of a situation. */
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
