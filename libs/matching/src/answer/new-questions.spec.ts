import { describe, expect, it } from '@jest/globals';
import type { MatchQuestion } from '../request/match-question.js';
import { newQuestions } from './new-questions.js';

const question: MatchQuestion = {
  origin: { placeId: '1' },
  needs: [{ category: 'LEGAL' }],
  person: { gender: 'WOMAN', languages: ['km'] },
  at: new Date('2026-11-24T08:00:00Z'),
};

describe('a question', () => {
  let minutes = 0;
  const start = () => {
    minutes = 0;
    return newQuestions({ now: () => new Date(minutes * 60_000) });
  };

  it('is new for each caller, and if anything in it differs', () => {
    const isNew = start();
    expect([isNew('a', question), isNew('b', question), isNew('a', { ...question, crossBorder: true })]).toEqual([true, true, true]);
    expect(isNew('a', { ...question, at: new Date('2026-11-24T09:00:00Z') })).toBe(true);
    expect([isNew('a', question), isNew('b', { ...question })]).toEqual([false, false]);
  });

  it('is the same on another page', () => {
    const isNew = start();
    expect([isNew('a', question), isNew('a', { ...question, first: 50, after: ['x'] })]).toEqual([true, false]);
  });

  it('is new again after ten minutes', () => {
    const isNew = start();
    const asked = [0, 9, 10, 11].map((now) => ((minutes = now), isNew('a', question)));
    expect(asked).toEqual([true, false, true, false]);
  });

  it('is forgotten if too many others follow', () => {
    const isNew = start();
    isNew('a', question);
    for (let n = 0; n < 10_000; n++) isNew(`other ${n}`, question);
    expect([isNew('other 9999', question), isNew('a', question)]).toEqual([false, true]);
  });
});
