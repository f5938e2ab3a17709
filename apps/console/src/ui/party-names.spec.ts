import { expect, it } from '@jest/globals';
import type { Someone } from '../app/party/party';
import { namesIn } from './party-names';

const t = (id: string, values: object = {}) => `${id} ${Object.values(values).join(' ')}`.replace(/gender\.|party\.someone /g, '').trim();
const aged = (age: number): Someone => ({ gender: 'MAN', age, mayBeMinor: false });

it('numbers only members with equal names', () => {
  expect(namesIn(t as never, [aged(3), aged(30), aged(3)])).toEqual(['BOY 3 (1)', 'MAN 30', 'BOY 3 (2)']);
});
