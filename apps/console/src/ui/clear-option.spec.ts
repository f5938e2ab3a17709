import { expect, it } from '@jest/globals';
import { clearOption } from './clear-option.js';

const named = (...names: string[]) => names.map((text, id) => ({ id: String(id), text }));

it.each([
  ['the only one', named('Medan'), 'med', '0'],
  ['the one of that name, whatever else begins with it', named('Medan Selayang', 'Médan'), 'medan ', '1'],
  ['the one with just these letters', named('Médan', 'Medan'), 'Medan', '1'],
  ['none of two with that name', named('San José', 'San José'), 'san jose', null],
  ['none of two that differ in accents only, where none was typed so', named('Mêda', 'Međa', 'Méda'), 'meda', null],
  ['none of several that begin with it', named('Chinese', 'Chin'), 'chi', null],
  ['nothing, while nothing is typed', named('Medan'), ' ', null],
  ['nothing, where nothing is offered', [], 'medan', null],
])('means %s', (_, options, typed, id) => expect(clearOption(options, typed)?.id ?? null).toBe(id));
