import { describe, expect, it } from '@jest/globals';
import { cellsIn } from './cells-in.js';

describe('cells of a country', () => {
  it('are few in a small country, and include all its parts in a large one', () => {
    expect([cellsIn('SG'), cellsIn('MC')]).toEqual([1, 0]);
    expect(cellsIn('TH')).toBeGreaterThan(250);
    expect(cellsIn('ID')).toBeGreaterThan(cellsIn('TH'));
  });
});
