import { describe, expect, it } from '@jest/globals';
import { readInterpretation } from './read-interpretation.js';

const said = (text: string) => readInterpretation(text).ways.map(({ language, by }) => `${language ?? 'others'} ${by}`);

describe('interpretation services of a directory', () => {
  it.each([
    ['An interpreter can be called for other languages.', ['others PHONE']],
    ['Language line', ['others PHONE']],
    ['Over-the-phone interpretation in 200 languages', ['others PHONE']],
    ['Interpreters available upon request', ['others THERE']],
    ['Spanish', ['es THERE']],
    ['Spanish, Vietnamese', ['es THERE', 'vi THERE']],
    ['Spanish and Vietnamese interpreters on site', ['es THERE', 'vi THERE']],
    ['Khmer by telephone', ['km PHONE']],
    ['Interpreters in the house: Khmer and Thai; others by telephone', ['km THERE', 'th THERE', 'others PHONE']],
    ['On-site and by phone', ['others THERE', 'others PHONE']],
    ['Interpreters for Khmer (km), Burmese (my) and Thai (th) by telephone, day and night.', ['km PHONE', 'my PHONE', 'th PHONE']],
    ['en, es', ['en THERE', 'es THERE']],
    ['Tigrinya par téléphone', ['ti PHONE']],
    ['Árabe por teléfono; rumano presencial', ['ar PHONE', 'ro THERE']],
    ['Interprètes en dari, sur place', ['fa-AF THERE']],
    ['Bahasa Rohingya lewat telepon', ['rhg PHONE']],
    ['American Sign Language', ['ase THERE']],
    ['Free interpretation at no cost', ['others THERE']],
    ['ล่าม', ['others THERE']],
    ['Yes', ['others THERE']],
    ['No', []],
    ['None', []],
    ['N/A', []],
    ['No interpreters. Language line', ['others PHONE']],
    ['Spanish interpreter. Spanish interpreters on request', ['es THERE']],
  ])('%j is %j', (text, ways) => expect([said(text), readInterpretation(text).unread]).toEqual([ways, false]));

  it.each(['Ask at the gate', '?', 'Elvish'])('%j is not read', (text) => {
    expect(readInterpretation(text)).toEqual({ ways: [], unread: true });
  });
});
