import { describe, expect, it } from '@jest/globals';
import { WaitingLine } from '../embedded/waiting-line.mjs';

/** A line of clients by name. A name that begins with B opens a transaction. */
function lineOf(...clients: string[]) {
  const line = new WaitingLine();
  for (const client of clients) line.push({ client, unit: null, isLong: client.startsWith('B') });
  return { line, next: (owner: string | null = null) => line.take(owner)?.client };
}

describe('the queue for the one session', () => {
  it('lets short units go before one that would begin a transaction', () => {
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

  it('gives the turn only to the client with the open transaction', () => {
    const { next } = lineOf('a', 'owner', 'owner');
    expect([next('owner'), next('owner'), next('owner'), next()]).toEqual(['owner', 'owner', undefined, 'a']);
  });

  it('forgets clients that have disconnected', () => {
    const { line, next } = lineOf('a', 'b', 'a');
    line.leave('a');
    expect([next(), next()]).toEqual(['b', undefined]);
  });
});
