import { describe, expect, it } from '@jest/globals';
import { interpretersOf } from './interpreters.js';

const attribute = (code: string, value: string) => ({ value, taxonomy_term: { code } });
const women = attribute('haven:interpreter.gender', 'WOMAN');
const byPhone = attribute('haven:interpreter.by', 'PHONE');
const outside = attribute('haven:interpreter.from-community', 'false');

describe('interpreters of a service', () => {
  it.each([
    ['speaks a language only', { languages: [{ code: 'km' }] }, undefined],
    ['a note', { languages: [{ code: 'km', note: 'by interpreter' }] }, [{ language: 'km', by: 'THERE' }]],
    ['a note about the phone', { languages: [{ code: 'km', note: 'Phone interpreter' }] }, [{ language: 'km', by: 'PHONE' }]],
    ['a text of languages', { languages: 'English; Khmer (by interpreter)' }, [{ language: 'km', by: 'THERE' }]],
    ['an interpreter in place of a language', { languages: [{ name: 'Interpreter on request' }] }, [{ language: null, by: 'THERE' }]],
    ['a phone in place of a language', { languages: [{ name: 'Interpreter', note: 'By phone' }] }, [{ language: null, by: 'PHONE' }]],
    ['an interpreter in a text of languages', { languages: 'English, interpreter by phone' }, [{ language: null, by: 'PHONE' }]],
    ['interpretation services', { interpretation_services: 'Language line' }, [{ language: null, by: 'PHONE' }]],
    [
      'genders of all of them',
      { interpretation_services: 'Khmer', attributes: [women] },
      [{ language: 'km', by: 'THERE', genders: ['WOMAN'] }],
    ],
    [
      'what one language says of its own',
      {
        languages: [
          { code: 'km', attributes: [byPhone, outside] },
          { code: 'th', attributes: [attribute('haven:interpreter.gender', 'nobody')] },
        ],
      },
      [{ language: 'km', by: 'PHONE', fromCommunity: false }],
    ],
  ])('%s', (_, record, interpreters) => expect(interpretersOf(record, [], false).interpreters).toEqual(interpreters));

  it('of an interpretation service are those of its languages', () => {
    const languages = [{ code: 'km' }, { code: 'th', attributes: [women, byPhone] }];
    expect(interpretersOf({ languages: [{ code: 'km' }] }, [], true)).toEqual({});
    expect(interpretersOf({ languages, attributes: [outside] }, [], true).interpreters).toEqual([
      { language: 'km', fromCommunity: false },
      { language: 'th', by: 'PHONE', genders: ['WOMAN'], fromCommunity: false },
    ]);
  });

  it('of a place are published as well', () => {
    const place = { languages: [{ code: 'km', note: 'interpreter' }] };
    expect(interpretersOf({}, [place], false).interpreters).toEqual([{ language: 'km', by: 'THERE' }]);
  });
});
