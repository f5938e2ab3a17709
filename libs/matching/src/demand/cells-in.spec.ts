import { describe, expect, it } from '@jest/globals';
import { cellsIn } from './cells-in.js';

describe('cells of a country', () => {
  it('are few where it is small, and those of all its parts where it is large', () => {
    expect([cellsIn('SG'), cellsIn('MC')]).toEqual([1, 0]);
    expect(cellsIn('TH')).toBeGreaterThan(250);
    expect(cellsIn('ID')).toBeGreaterThan(cellsIn('TH'));
  });
});
