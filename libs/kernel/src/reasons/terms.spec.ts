import { describe, expect, it } from '@jest/globals';
import { unknownRule } from '../admission/admission.js';
import { personOf } from '../admission/person.js';
import { termsAskedAbout, whomTheyTake, whyAdmitted } from './why-admitted.js';
import { askAbout, notAdmitted } from './reasons.js';
import { textOf } from './text-of.js';

const terms = ['Women/Girls (Open Eligibility)'];
const anybody = { genders: null, minimumAge: null, maximumAge: null, accompaniedOnly: false };
const women = { ...anybody, genders: ['WOMAN'], minimumAge: 18, terms } as const;
const others = { ...anybody, asked: true, terms } as const;
const rule = { ...unknownRule, persons: [women, others] };

describe('the terms of a directory in reasons', () => {
  it('say why somebody is admitted', () => {
    const woman = personOf('WOMAN', 30);
    const [told] = whyAdmitted([{ person: woman, rule }], [woman]);
    expect(textOf(told!, 'en')).toBe('They take women from 18. The directory lists it for: Women/Girls (Open Eligibility).');
  });

  it('say what leaves somebody open', () =>
    expect(textOf(askAbout('persons', 'PLACE', termsAskedAbout(rule)), 'en')).toMatch(
      /^Ask whether they take everyone here.*\. The directory lists it for: Women\/Girls \(Open Eligibility\)\.$/,
    ));

  it('say why somebody is not admitted, even if nobody is certainly admitted', () => {
    const onlyOthers = { ...unknownRule, persons: [others] };
    expect(textOf(notAdmitted('persons', whomTheyTake('persons', [rule])), 'en')).toContain('The directory lists it for: Women/Girls');
    expect(textOf(notAdmitted('persons', whomTheyTake('persons', [onlyOthers])), 'en')).not.toContain('They take');
  });

  it('stay as they are in a text of another script', () =>
    expect(textOf(askAbout('persons', 'PLACE', { terms }), 'ar')).toContain('\u2068Women/Girls (Open Eligibility)\u2069'));

  it('are not mentioned if there are none', () =>
    expect(textOf(askAbout('persons', 'PLACE', termsAskedAbout(unknownRule)), 'en')).not.toContain('lists it for'));
});
