import { expect, it } from '@jest/globals';
import { preferredLanguage } from './languages';

it.each([
  [['km-KH', 'en'], 'km'],
  [['ne', 'bn-BD'], 'bn'],
  [['tl-PH'], 'fil'],
  [['fa-AF'], 'fa'],
  [['prs'], 'fa'],
  [['zsm'], 'ms'],
  [['de'], 'en'],
  [[], 'en'],
])('chooses from %j the language %s', (asked, code) => expect(preferredLanguage(asked)).toBe(code));
