import { describe, expect, it } from '@jest/globals';
import { roomNameProblems } from './room-name.js';

describe('the name of a room', () => {
  it.each(['Women', 'Room 12, upstairs', 'Family room', 'Haus 4 / 204', 'ห้อง 3', 'x'.repeat(60)])('may be %j', (name) =>
    expect(roomNameProblems('name', name)).toEqual([]),
  );

  it.each([
    ...['', ' ', 'a\nb', '\0', 'x'.repeat(61)],
    ...['Sokha +855 12 345 678', 'room of N1234567', 'born 1999-04-12', 'Bett ٠١٢٣٤', 'maria@example.org', '12.4.99 A'],
  ])('may not be %j', (name) => expect(roomNameProblems('name', name)).toMatchObject([{ path: 'name' }]));
});
