import { describe, expect, it } from '@jest/globals';
import { readPhones } from './read-phones.js';

describe('phones of a directory', () => {
  it.each([
    ['(202) 797-8806', null, 'US', '+12027978806'],
    ['(202) 797-8806 ext 1311', null, 'US', '+12027978806;ext=1311'],
    ['312-346-9766 x 715', null, 'US', '+13123469766;ext=715'],
    ['(312) 201-9740 x331', null, 'US', '+13122019740;ext=331'],
    ['(312) 773-1068 ext. 321', null, 'US', '+13127731068;ext=321'],
    ['(202) 797-8806', '22', 'US', '+12027978806;ext=22'],
    ['1-800-395-HELP', null, 'US', '+18003954357'],
    ['1-888-373-7888 (TTY: 711)', null, 'US', '+18883737888'],
    ['1-800-799-SAFE (7233)', null, 'US', '+18007997233'],
    ['(202) 797-8806 (24 hours)', null, 'US', '+12027978806'],
    ['1-800-LAW-REP-4', null, 'US', '+18005297374'],
    ['844-RIGHTS-9 (844-744-4879)', null, 'US', '+18447444879'],
    ['217-525-5297 (LAWS)', null, 'US', '+12175255297'],
    ['061 452 1234', null, 'ID', '+62614521234'],
    ['+62 61 452 1234', null, 'US', '+62614521234'],
    ['+62 61 452 1234', null, null, '+62614521234'],
    ['0-2504-3888', null, 'TH', '+6625043888'],
    ['"+44 20 7946 0958"', null, null, '+442079460958'],
    ['911', null, 'US', '911'],
    ['1300', null, 'TH', '1300'],
    ['(202) 797-8806', null, null, null],
    ['(30`) 982-5025', null, 'US', null],
    ['ask at the door', null, 'US', null],
    ['+62 000 591 7906', null, 'ID', null],
  ] as const)('%s, extension %s, in %s is dialled %s', (text, extension, country, dial) => {
    const number = text.replaceAll('"', '');
    expect(readPhones(text, extension, country)).toEqual([{ number, dial }]);
  });

  it('are several numbers if each can be one', () => {
    expect(readPhones('(618) 453-3217; (618) 536-7711', null, 'US')).toEqual([
      { number: '(618) 453-3217', dial: '+16184533217' },
      { number: '(618) 536-7711', dial: '+16185367711' },
    ]);
    expect(readPhones('(618) 394-7300 or (877) 342-7891', null, 'US').map(({ dial }) => dial)).toEqual(['+16183947300', '+18773427891']);
    expect(readPhones('(202) 715-1950/2', null, 'US')).toHaveLength(1);
    expect(readPhones('(202) 715-1950, or ask for Ann', null, 'US')).toHaveLength(1);
  });

  it.each(['no phone', 'n/a', '-', '', 'No telephone'])('are none in %j', (text) => expect(readPhones(text, null, 'US')).toEqual([]));
});
