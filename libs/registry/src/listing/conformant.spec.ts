import { describe, expect, it } from '@jest/globals';
import { conformant } from './conformant.js';
import { oneToOne } from './one-to-one.js';

describe('a document that conforms to the schemas of HSDS', () => {
  it('has an empty value for a required field without data', () => {
    expect(conformant('service', { id: '1', name: 'N', organization: { id: 'o' } })).toEqual({
      id: '1',
      name: 'N',
      status: 'active',
      organization: { id: 'o', name: '', description: '' },
    });
    expect(conformant('phone', { id: 'p' })).toEqual({ id: 'p', number: '' });
  });

  it('has values of the required type, or none', () => {
    const service = conformant('service', {
      id: '1',
      name: 12,
      status: 'open',
      minimum_age: '18',
      maximum_age: 'old',
      email: { a: 1 },
      url: null,
    });
    expect(service).toEqual({ id: '1', name: '12', status: 'active', minimum_age: 18 });
  });

  it('keeps properties unknown to HSDS, and leaves out items of lists that are not objects', () => {
    expect(
      conformant('service', { id: '1', name: 'N', status: 'inactive', x_own: [1], phones: ['0', { id: 'p', number: 7 }], contacts: 'x' }),
    ).toEqual({ id: '1', name: 'N', status: 'inactive', x_own: [1], phones: [{ id: 'p', number: '7' }] });
  });
});

describe('an object in a list', () => {
  it('has its own values, and single objects with theirs', () => {
    const listed = oneToOne({ id: '1', phones: [{ id: 'p' }], organization: { id: 'o', contacts: [], program: { id: 'x' } } });
    expect(listed).toEqual({ id: '1', organization: { id: 'o' } });
  });
});
