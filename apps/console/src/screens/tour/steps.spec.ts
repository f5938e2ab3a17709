import { expect, it } from '@jest/globals';
import { screensOf, type Role } from '../../app/screens';
import { stepsOf } from './steps';

const roles: Role[] = ['HOTLINE', 'CASEWORKER', 'PROVIDER', 'COORDINATOR', 'AUDITOR'];

it.each(roles)('the tour of %s has at most five steps, all on screens of the role', (role) => {
  const paths = screensOf(role).map(({ path }) => path);
  expect(stepsOf(role).length).toBeLessThanOrEqual(5);
  for (const { path } of stepsOf(role)) expect([null, ...paths]).toContain(path);
});
