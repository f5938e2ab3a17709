import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lives, sessionLife } from './lives.js';

const hour = 3600;

it.each([
  ['an hour from each use', 0, 0, hour],
  ['still an hour after half a day', 0, 10 * hour, hour],
  ['less as twelve hours since the sign-in approach', 0, 11.5 * hour, hour / 2],
  ['almost no time after twelve hours', 0, 13 * hour, 1],
])('a session goes on for %s', (_, signedInAt, now, expected) => {
  expect(sessionLife(signedInAt, now)).toBe(expected);
});

it('a session without a sign-in lives no longer than a sign-in', () => {
  expect(sessionLife(undefined, 5)).toBe(lives.signIn);
});

it('no use extends a session beyond twelve hours', () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.array(fc.nat(2 * hour), { maxLength: 40 }), (signedInAt, pauses) => {
      let [now, endsAt] = [signedInAt, signedInAt + sessionLife(signedInAt, signedInAt)];
      for (const pause of pauses) {
        now += pause;
        if (now >= endsAt) break;
        endsAt = now + sessionLife(signedInAt, now);
        expect(endsAt).toBeLessThanOrEqual(signedInAt + lives.absolute);
      }
    }),
  );
});
