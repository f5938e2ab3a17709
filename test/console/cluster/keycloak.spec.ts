import { roles } from '../../src/harness/tokens.js';
import { expect, test } from '../harness/console-test.js';
import { findAndHoldByKeyboard } from '../harness/find.js';

const screens = {
  HOTLINE: ['Find', 'My holds'],
  CASEWORKER: ['Find', 'My holds'],
  PROVIDER: ['Beds'],
  COORDINATOR: ['Find', 'My holds'],
  AUDITOR: ['Signed in'],
};
const all = ['Find', 'My holds', 'Beds', 'Signed in'];

for (const role of roles)
  test(`${role} signs in at Keycloak and sees the screens of the role`, async ({ page, signIn }) => {
    await signIn(page, '/', role);
    const menu = page.getByRole('navigation');
    for (const name of all)
      await expect(menu.getByRole('link', { name, exact: true })).toHaveCount(screens[role].includes(name as never) ? 1 : 0);
  });

test('finds and holds by keyboard alone in six interactions', async ({ page, signIn }) => {
  await signIn(page, '/find', 'HOTLINE');
  await findAndHoldByKeyboard(page);
});
