import { describe, expect, it } from '@jest/globals';
import { WaitingLine } from '../embedded/waiting-line.mjs';

/** A line of clients by name; whoever's name begins with B opens a transaction. */
function lineOf(...clients: string[]) {
  const line = new WaitingLine();
  for (const client of clients) line.push({ client, unit: null, isLong: client.startsWith('B') });
  return { line, next: (owner: string | null = null) => line.take(owner)?.client };
}

describe('the line for the one session', () => {
  it('lets what is over at once go before who would begin the next transaction', () => {
    const { next } = lineOf('B1', 'a', 'b', 'B2', 'c');
    expect([next(), next(), next(), next(), next(), next()]).toEqual(['a', 'b', 'c', 'B1', 'B2', undefined]);
  });

  it('lets only a few go before, however many there are', () => {
    const { line, next } = lineOf('B1');
    const taken = Array.from({ length: 9 }, (_, n) => {
      line.push({ client: `s${n}`, unit: null, isLong: false });
      return next();
    });
    expect(taken).toEqual(['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 'B1']);
  });

  it('gives the turn to nobody but the owner of an open transaction', () => {
    const { next } = lineOf('a', 'owner', 'owner');
    expect([next('owner'), next('owner'), next('owner'), next()]).toEqual(['owner', 'owner', undefined, 'a']);
  });

  it('forgets who has left', () => {
    const { line, next } = lineOf('a', 'b', 'a');
    line.leave('a');
    expect([next(), next()]).toEqual(['b', undefined]);
  });
});
