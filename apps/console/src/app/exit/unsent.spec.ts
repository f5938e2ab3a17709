import { expect, it } from '@jest/globals';
import { warnOnce } from './unsent';

it('leaves at the first press when everything was sent', () => {
  const warnings: number[] = [];
  expect(
    warnOnce(
      () => 0,
      (count) => warnings.push(count),
    )(),
  ).toBe(true);
  expect(warnings).toEqual([]);
});

it('warns once of what is unsent, and never a second time', () => {
  const warnings: number[] = [];
  let unsent = 2;
  const mayLeave = warnOnce(
    () => unsent,
    (count) => warnings.push(count),
  );
  expect(mayLeave()).toBe(false);
  unsent = 3;
  expect([mayLeave(), mayLeave()]).toEqual([true, true]);
  expect(warnings).toEqual([2]);
});
