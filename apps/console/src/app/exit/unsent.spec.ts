import { expect, it } from '@jest/globals';
import { forgetUnsent, reportUnsent, unsentChanges, unsentOf, warnOnce } from './unsent';

it('leaves at the first press if everything was sent', () => {
  const warnings: number[] = [];
  expect(warnOnce((count) => warnings.push(count))(0)).toBe(true);
  expect(warnings).toEqual([]);
});

it('warns once of unsent changes, and never again', () => {
  const warnings: number[] = [];
  const mayLeave = warnOnce((count) => warnings.push(count));
  expect([mayLeave(2), mayLeave(3), mayLeave(3)]).toEqual([false, true, true]);
  expect(warnings).toEqual([2]);
});

it('adds up the latest counts of all parts', () => {
  reportUnsent('amina', 2);
  reportUnsent('amina, steps', 1);
  reportUnsent('binh', 4);
  reportUnsent('amina', 3);
  expect([unsentChanges.get(), unsentOf('amina'), unsentOf('binh')]).toEqual([8, 4, 4]);
  forgetUnsent('amina');
  expect(unsentChanges.get()).toBe(4);
  forgetUnsent('binh');
  expect(unsentChanges.get()).toBe(0);
});
