import { describe, expect, it } from '@jest/globals';
import { unknownRule } from '@haven/kernel';
import { admissionOf, admissionProblems } from './read-admission.js';

describe('admissionOf', () => {
  it('is empty if nothing is given', () => {
    expect(admissionOf(null)).toEqual(unknownRule);
    expect(admissionOf({})).toEqual(unknownRule);
    expect(admissionOf({ persons: [{}] }).persons).toEqual([{ genders: null, minimumAge: null, maximumAge: null, accompaniedOnly: false }]);
  });

  it('keeps a clause that has to be asked about', () => {
    expect(admissionOf({ persons: [{ asked: true }, { asked: false }, { asked: null }] }).persons!.map(({ asked }) => asked)).toEqual([
      true,
      undefined,
      undefined,
    ]);
  });

  it('keeps an empty list: it is an answer', () => {
    expect(admissionOf({ nationalities: [], pregnancy: false })).toEqual({ ...unknownRule, nationalities: [], pregnancy: false });
  });
});

describe('admissionProblems', () => {
  it.each([
    [{ persons: [{ minimumAge: -1 }] }, 'admits.persons.0.minimumAge'],
    [{ persons: [{}, { maximumAge: 121 }] }, 'admits.persons.1.maximumAge'],
    [{ persons: [{ minimumAge: 19, maximumAge: 18 }] }, 'admits.persons.0.minimumAge'],
    [{ persons: [{ genders: [] }] }, 'admits.persons.0.genders'],
    [{ nationalities: ['KH', 'kh'] }, 'admits.nationalities.1'],
    [{ nationalities: Array.from({ length: 101 }, () => 'KH') }, 'admits.nationalities'],
  ])('%j', (given, path) => expect(admissionProblems('admits', admissionOf(given)).map((problem) => problem.path)).toEqual([path]));

  it('accepts both ends of a range', () => {
    expect(
      admissionProblems(
        'admits',
        admissionOf({
          persons: [
            { minimumAge: 0, maximumAge: 120 },
            { minimumAge: 18, maximumAge: 18 },
          ],
        }),
      ),
    ).toEqual([]);
  });
});
