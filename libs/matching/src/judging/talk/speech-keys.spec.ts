import { describe, expect, it } from '@jest/globals';
import { burdenWeights } from '@haven/kernel';
import fc from 'fast-check';
import type { MatchRequest, Need } from '../../request/request.js';
import type { InterpreterWish } from '../../languages/interpreter-wish.js';
import type { Interpreter } from '../../languages/interpreter.js';
import { talkJudge, type TalkJudgement } from './judge-talk.js';
import { wayOf } from '../../languages/interpreter.js';
import { speechClasses, speechKeysOf, type SpeechFilter } from './speech-keys.js';

const tags = fc.constantFrom(
  ...['en', 'EN-gb', 'fa', 'fa-AF', 'pes', 'prs', 'haz', 'th', 'lo', 'id', 'ms', 'zlm', 'rhg', 'ctg', 'bn', 'hmn', 'mww', 'zh-Hant', 'cmn'],
  ...['ar', 'arz', 'sgn', 'tsq', 'ins', 'pks', 'bzs', 'no language at all'],
);
const interpreters = fc.array(
  fc.record({ language: fc.option(tags), by: fc.constantFrom('THERE' as const, 'PHONE' as const) }, { requiredKeys: ['language'] }),
  { maxLength: 2 },
);
const people = fc.record({ languages: fc.array(tags, { maxLength: 3 }), interpreters });
const wish = fc.option(
  fc.record({
    language: tags,
    genders: fc.constant(null),
    byPhoneOnly: fc.boolean(),
    notOrganizationIds: fc.subarray(['o']),
    notFromCommunity: fc.boolean(),
  }),
);

interface Asked {
  readonly category: 'LEGAL' | 'INTERPRETATION';
  readonly languages: readonly string[];
  readonly interpreter: InterpreterWish | null;
}
const asked = fc.record({
  category: fc.constantFrom('LEGAL' as const, 'INTERPRETATION' as const),
  languages: fc.array(tags, { minLength: 1, maxLength: 3 }),
  interpreter: wish,
});

const classesOf = ({ languages, ...need }: Asked) => speechClasses({ languages } as MatchRequest, need as unknown as Need, burdenWeights);
const judged = ({ languages, ...need }: Asked, said: { languages: readonly string[]; interpreters: readonly Interpreter[] }) =>
  talkJudge({ languages }, need as unknown as Need)({ organizationId: 'o', ...said });

const has = (keys: readonly number[], { any, none }: SpeechFilter): boolean =>
  (any === null || keys.some((key) => any.includes(key))) && !keys.some((key) => none.includes(key));

/** The least cost: at the place or by phone does not matter here. */
function kmOf({ fit }: TalkJudgement): number {
  if (fit.grade === 'INTERPRETER')
    return wayOf(fit.interpreter) === 'THERE' ? burdenWeights.interpreterThere : burdenWeights.interpreterByPhone;
  return { DIRECT: 0, CLOSE: burdenWeights.languageClose, UNKNOWN: burdenWeights.languageNotSaid, NONE: burdenWeights.languageNone }[
    fit.grade
  ];
}

describe('classes of services by their languages', () => {
  it('contain each service once, and none in which talking costs less than they say', () => {
    fc.assert(
      fc.property(asked, people, (question, said) => {
        const talk = judged(question, said);
        const keys = speechKeysOf(said);
        const held = classesOf(question).filter(({ filter }) => has(keys, filter));
        if (held.length === 0) expect(talk.failed).not.toEqual([]);
        else {
          expect(held).toHaveLength(1);
          expect(kmOf(talk) * 1_000).toBeGreaterThanOrEqual(held[0]!.leastMeters);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it.each<[string, readonly string[], readonly Interpreter[], number]>([
    ['who speak it', ['haz'], [], 0],
    ['who speak what is understood', ['prs'], [], 0],
    ['who have somebody who interprets it', ['th'], [{ language: 'haz', by: 'PHONE' }], 8_000],
    ['who have somebody who interprets', ['th'], [{ language: null, by: 'PHONE' }], 8_000],
    ['who do not say what they speak', [], [], 8_000],
    ['who speak something else', ['th'], [{ language: 'km', by: 'PHONE' }], 20_000],
  ])('part those %s', (_, languages, there, leastMeters) => {
    const question: Asked = { category: 'LEGAL', languages: ['haz'], interpreter: null };
    const keys = speechKeysOf({ languages, interpreters: there });
    expect(classesOf(question).filter(({ filter }) => has(keys, filter))).toMatchObject([{ leastMeters }]);
  });
});
