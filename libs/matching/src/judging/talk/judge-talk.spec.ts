import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Gender } from '@haven/kernel';
import type { InterpreterWish } from '../../languages/interpreter-wish.js';
import type { Interpreter } from '../../languages/interpreter.js';
import { talkJudge, type TalkJudgement } from './judge-talk.js';

const anybody: InterpreterWish = { language: 'km', genders: null, byPhoneOnly: false, notOrganizationIds: [], notFromCommunity: false };
const need = (category: 'INTERPRETATION' | 'MEDICAL', wish: Partial<InterpreterWish> | null) => ({
  ...{ category, beds: null, member: 0, for: null },
  interpreter: wish && { ...anybody, ...wish },
});

interface Asked {
  readonly category?: 'INTERPRETATION' | 'MEDICAL';
  readonly wish?: Partial<InterpreterWish> | null;
  readonly languages?: readonly string[];
  readonly interpreters?: readonly Interpreter[];
  readonly person?: readonly string[];
}

const talk = ({ category = 'INTERPRETATION', wish = null, languages = [], interpreters = [], person = ['km', 'en'] }: Asked) =>
  talkJudge({ languages: person }, need(category, wish))({ organizationId: 'o', languages, interpreters });
const codes = ({ failed, asks }: TalkJudgement) => [...failed, ...asks].map(({ code }) => code);
const woman: Interpreter = { language: 'km', by: 'THERE', genders: ['WOMAN'] };

describe('a need for an interpreter', () => {
  it.each<[string, Asked, string, string[]]>([
    ['the language is interpreted', { languages: ['khm', 'th'] }, 'DIRECT', []],
    ['the second language is not enough', { languages: ['en'] }, 'NONE', ['NOT_INTERPRETED']],
    ['the language that is asked for counts', { languages: ['en'], wish: { language: 'en' } }, 'DIRECT', []],
    ['a close language is not enough', { languages: ['fa'], wish: { language: 'haz' } }, 'NONE', ['NOT_INTERPRETED']],
    ['the spoken language interprets no signs', { languages: ['th'], wish: { language: 'tsq' } }, 'NONE', ['NOT_INTERPRETED']],
    ['signs', { languages: ['tsq'], wish: { language: 'tsq' } }, 'DIRECT', []],
    ['some signs', { languages: ['th', 'sgn'], wish: { language: 'tsq' } }, 'UNKNOWN', ['ASK_LANGUAGES']],
    ['nothing is said', {}, 'UNKNOWN', ['ASK_LANGUAGES']],
    ['any language', { languages: ['th'], interpreters: [{ language: null, by: 'PHONE' }] }, 'UNKNOWN', ['ASK_LANGUAGES']],
    ['by name on the phone', { languages: ['th'], interpreters: [{ language: 'km', by: 'PHONE' }] }, 'DIRECT', []],
    ['a woman, where one is there', { interpreters: [woman], wish: { genders: ['WOMAN'] } }, 'DIRECT', []],
    ['a man, where none is there', { interpreters: [woman], wish: { genders: ['MAN'] } }, 'DIRECT', ['INTERPRETER_UNSUITABLE']],
    ['a man, nobody knows', { languages: ['km'], wish: { genders: ['MAN'] } }, 'DIRECT', ['ASK_INTERPRETER_GENDER']],
    ['by phone, who is there', { interpreters: [woman], wish: { byPhoneOnly: true } }, 'DIRECT', ['INTERPRETER_UNSUITABLE']],
    ['by phone, nobody knows', { languages: ['km'], wish: { byPhoneOnly: true } }, 'DIRECT', ['ASK_INTERPRETER_BY_PHONE']],
    ['from outside, nobody knows', { languages: ['km'], wish: { notFromCommunity: true } }, 'DIRECT', ['ASK_INTERPRETER_COMMUNITY']],
    [
      'from outside, where all are of the community',
      { interpreters: [{ ...woman, fromCommunity: true }], wish: { notFromCommunity: true } },
      'DIRECT',
      ['INTERPRETER_UNSUITABLE'],
    ],
    ['nobody of theirs', { languages: ['km'], wish: { notOrganizationIds: ['x', 'o'] } }, 'DIRECT', ['EXCLUDED_ORGANIZATION']],
    [
      'who suits is taken before who must be asked about',
      { interpreters: [{ language: 'km', by: 'PHONE' }, woman], wish: { genders: ['WOMAN'] } },
      'DIRECT',
      [],
    ],
  ])('%s', (_, asked, grade, expected) => {
    const judged = talk(asked);
    expect([judged.fit.grade, codes(judged)]).toEqual([grade, expected]);
  });

  it('names the wishes that are met', () => {
    const { said } = talk({ interpreters: [{ ...woman, fromCommunity: false }], wish: { genders: ['WOMAN'], notFromCommunity: true } });
    expect(said).toMatchObject([
      { code: 'INTERPRETS', data: { language: 'km' } },
      { code: 'INTERPRETER_SUITABLE', data: { wishes: ['INTERPRETER_GENDER', 'INTERPRETER_COMMUNITY'] } },
    ]);
  });
});

describe('an interpreter who is needed for another need', () => {
  const medical = (asked: Asked) => talk({ category: 'MEDICAL', languages: ['th'], ...asked });

  it.each<[string, Asked, string, string[]]>([
    ['does not matter where the language is spoken', { languages: ['km'], wish: { genders: ['MAN'] } }, 'DIRECT', []],
    ['is there', { interpreters: [woman], wish: { genders: ['WOMAN'] } }, 'INTERPRETER', []],
    ['is not there: no match is lost', { interpreters: [woman], wish: { genders: ['MAN'] } }, 'NONE', []],
    [
      'is asked about',
      { interpreters: [{ language: null, by: 'PHONE' }], wish: { genders: ['MAN'] } },
      'INTERPRETER',
      ['ASK_INTERPRETER_GENDER'],
    ],
    ['is on the phone only', { interpreters: [woman], wish: { byPhoneOnly: true } }, 'NONE', []],
    ['is nobody of theirs', { interpreters: [woman], wish: { notOrganizationIds: ['o'] } }, 'NONE', []],
    ['interprets that language', { interpreters: [{ language: 'en', by: 'THERE' }], wish: {} }, 'NONE', []],
  ])('%s', (_, asked, grade, expected) => {
    const judged = medical(asked);
    expect([judged.fit.grade, codes(judged)]).toEqual([grade, expected]);
  });
});

describe('any wish', () => {
  const languages = fc.constantFrom('km', 'th', 'tsq', 'sgn');
  const interpreter = fc.record(
    {
      language: fc.option(languages),
      by: fc.constantFrom('THERE' as const, 'PHONE' as const),
      genders: fc.subarray(Object.values(Gender), { minLength: 1 }),
      fromCommunity: fc.boolean(),
    },
    { requiredKeys: ['language'] },
  );
  const wishes = fc.record({
    language: languages,
    genders: fc.option(fc.subarray(Object.values(Gender), { minLength: 1 })),
    byPhoneOnly: fc.boolean(),
    notOrganizationIds: fc.subarray(['o', 'p']),
    notFromCommunity: fc.boolean(),
  });
  const people = fc.record({ languages: fc.uniqueArray(languages), interpreters: fc.array(interpreter, { maxLength: 3 }) });

  it('loses no match of another need', () => {
    fc.assert(fc.property(wishes, people, (wish, said) => expect(talk({ category: 'MEDICAL', wish, ...said }).failed).toEqual([])));
  });

  it('makes no interpreter suit who did not suit without it', () => {
    fc.assert(
      fc.property(wishes, people, (wish, said) => {
        const free = talk({ wish: { language: wish.language }, ...said });
        const bound = talk({ wish, ...said });
        expect(bound.failed.length).toBeGreaterThanOrEqual(free.failed.length);
        expect(bound.fit).toEqual(free.fit);
      }),
    );
  });

  it('is met no worse if one more interpreter meets it', () => {
    fc.assert(
      fc.property(wishes, people, (wish, { languages: spoken, interpreters }) => {
        const by = wish.byPhoneOnly ? 'PHONE' : 'THERE';
        const suited = { language: wish.language, by, genders: wish.genders ?? [], fromCommunity: false } as const;
        fc.pre(wish.language !== 'sgn' && !(wish.byPhoneOnly && wish.language === 'tsq') && !wish.notOrganizationIds.includes('o'));
        const judged = talk({ wish, languages: spoken, interpreters: [...interpreters, suited as unknown as Interpreter] });
        expect(codes(judged)).toEqual([]);
      }),
    );
  });
});
