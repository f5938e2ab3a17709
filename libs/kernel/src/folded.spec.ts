import { describe, expect, it } from '@jest/globals';
import { folded } from './folded.js';

describe('a folded text', () => {
  it.each([
    ["O'Neil", 'O’Neil', 'Oʼneil', 'O`NEIL', 'O´Neil', 'Oʻneil', 'O‘neil', 'O＇Neil', 'O′Neil', 'ONeil'],
    ["St. Mary's", 'St Mary’s', 'ST  MARYS', 'St.\u00a0Mary´s', 'St. Ma\u00adry\u200bs'],
    ['Al-Noor', 'Al–Noor', 'Al‑Noor', 'Al—Noor', 'al noor'],
    ['Łódź', 'lodz', 'ŁÓDŹ', 'Lo\u0301dz\u0301'],
    ['Straße', 'STRASSE', 'strasse'],
    ['İstanbul', 'ISTANBUL', 'ıstanbul', 'istanbul'],
    ['Œuvre Ærø Þór Đà Ħal', 'oeuvre aero thor da hal'],
    ['Ｆｕｌｌ　ｗｉｄｔｈ', 'full width', 'ﬀull width'.replace('ﬀ', 'f')],
    ['ﬁnance', 'finance'],
    ['مَدْرَسَة', 'مدرسـة', 'مدرسه'],
    ['إسلام', 'اسلام'],
    ['کیف', 'كيف'],
    ['אָלֶף', 'אלף'],
    ['٢٤', '24', '२४', '๒๔'],
  ])('%s is the same as the others', (...same) => expect(new Set(same.map(folded)).size).toBe(1));

  it.each([
    ['ที่พัก', 'ทพก'],
    ['ភ្នំពេញ', 'ភនពញ'],
    ['हिन्दी', 'हनद'],
    ['が', 'か'],
    ['Mary', 'Marty'],
  ])('%s is not %s, because some diacritics belong to the word', (one, other) => expect(folded(one)).not.toBe(folded(other)));

  it('does not change when folded again, for any letter', () => {
    const twice: string[] = [];
    for (let code = 0; code < 0x20000; code += 1) {
      const once = folded(`a${String.fromCodePoint(code)}b`);
      if (folded(once) !== once) twice.push(code.toString(16));
    }
    expect(twice).toEqual([]);
  });

  it('is the same on the fast and the slow path', () => {
    for (let code = 0; code < 0x80; code += 1) {
      const ascii = `a${String.fromCharCode(code)}B ${String.fromCharCode(code)} c`;
      expect(folded(`${ascii} é`)).toBe(`${folded(ascii)} e`);
    }
  });
});
