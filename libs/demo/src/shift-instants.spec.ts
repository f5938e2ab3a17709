import { describe, expect, it } from '@jest/globals';
import { shiftInstants } from './shift-instants.js';

describe('demo instants', () => {
  const line = JSON.stringify({
    id: 'a',
    assured_date: '2025-12-30',
    last_modified: '2025-12-31T22:00:00.000Z',
    capacities: [{ updated: '2025-12-31T23:30:00.000Z' }, {}],
  });

  it('keep their distance to now', () => {
    const service = JSON.parse(shiftInstants(line, new Date('2026-11-24T06:00:00Z')));
    expect(service).toEqual({
      id: 'a',
      assured_date: '2026-11-22',
      last_modified: '2026-11-24T04:00:00.000Z',
      capacities: [{ updated: '2026-11-24T05:30:00.000Z' }, {}],
    });
  });
});
