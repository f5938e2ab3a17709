import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kindOf } from '../hours/read-kind.js';
import { readArea } from '../places/read-area.js';
import { readInterpretation } from '../languages/read-interpretation.js';
import { areaInOwnWords, hoursInOwnWords, interpretersInOwnWords } from './in-own-words.js';

const english = new Intl.DisplayNames('en', { type: 'language' });
const sorted = (text: string) => [...readInterpretation(text).ways].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

describe("a text in Haven's own words", () => {
  it('says about interpreters what the original says', () => {
    const tags = fc.subarray(['km', 'th', 'my', 'vi', 'ar', 'bn', 'ur', 'fa', 'fil', 'lo', 'ta', 'id', 'rhg']);
    const others = fc.subarray(['Others can be called', 'Interpreters are there']);
    const text = fc.tuple(tags, tags, others).map(([phone, there, more]) => {
      const namesOf = (list: readonly string[]) => list.map((tag) => english.of(tag)).join(', ');
      return [
        ...(phone.length > 0 ? [`Telephone interpreters: ${namesOf(phone)}`] : []),
        ...(there.length > 0 ? [`${namesOf(there)}, in person`] : []),
        ...more,
      ].join('. ');
    });
    fc.assert(
      fc.property(text, (said) => {
        expect(sorted(interpretersInOwnWords({ interpretation_services: said }) ?? '')).toEqual(sorted(said));
      }),
    );
  });

  it('says nothing about interpreters if nothing was understood', () => {
    for (const said of ['Ask at Jalan Rahasia 77', 'None', ''])
      expect(interpretersInOwnWords({ interpretation_services: said })).toBeNull();
    expect(interpretersInOwnWords({})).toBeNull();
  });

  it('leaves out what stands beside a language', () =>
    expect(interpretersInOwnWords({ interpretation_services: 'Khmer interpreter, behind the temple, by phone' })).not.toMatch(/temple/));

  it.each(['Intake', 'New arrivals hours', 'By telephone', 'Helpline'])('says what hours are for: %s', (description) => {
    const words = hoursInOwnWords({ description });
    expect(words).toMatch(/^(Intake|Phone)$/);
    expect(kindOf({ description: words })).toBe(kindOf({ description }));
  });

  it('says nothing about hours for visits, or if the text says more', () => {
    for (const description of ['Ring at Jalan Rahasia 77', 'Intake behind the temple', null])
      expect(hoursInOwnWords({ description })).toBeNull();
  });

  it.each(['Viet Nam', 'Whole country (TH)', 'Nationwide', 'worldwide'])('says which country an area is: %s', (name) =>
    expect(readArea({ name: areaInOwnWords({ name }) })).toEqual(readArea({ name })),
  );

  it('says nothing about an area that is drawn, or not understood', () => {
    const extent = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    };
    for (const area of [{ extent }, { name: 'Around Jalan Rahasia' }, {}]) expect(areaInOwnWords(area)).toBeNull();
  });
});
