import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { accountsPage, coordinatorsOnlyPage, type AccountsView } from './accounts-page.js';
import { accountTexts } from './account-texts.js';
import type { Language } from './language.js';
import {
  choosePasswordPage,
  codePage,
  enrolPage,
  failedPage,
  linkRefusedPage,
  passwordSetPage,
  signedOutPage,
  signInPage,
  signOutPage,
} from './pages.js';
import { pagePolicy } from './style.js';
import { texts } from './texts.js';

const hostile = `"><script>alert('1')</script>&`;
const form = { action: '/oidc/interaction/1', proof: hostile, refused: true };
const somebody = { role: 'PROVIDER', hasPassword: false, hasSecondFactor: true, disabled: true, demo: false, isOwn: false } as const;
const accounts: AccountsView = {
  ...form,
  accounts: [{ ...somebody, name: hostile, organization: hostile }],
  organizations: [{ id: hostile, name: hostile }],
  notice: { kind: 'link', name: hostile, link: hostile },
  typed: { name: hostile, role: hostile, organization: hostile },
};
const pages: readonly [string, (language: Language) => string][] = [
  ['signing in', (language) => signInPage(language, form, hostile)],
  ['the code', (language) => codePage(language, form, hostile)],
  ['a second step', (language) => enrolPage(language, form, { ticket: hostile, secret: 'ABCDEFGHIJ', uri: `otpauth://totp/${hostile}` })],
  ['choosing a password', (language) => choosePasswordPage(language, form, { name: hostile, problem: 'passwordRefused' }, hostile)],
  ['choosing a name as well', (language) => choosePasswordPage(language, form, { name: null, problem: 'nameRefused' }, hostile)],
  ['a link that is spent', linkRefusedPage],
  ['a password that is set', passwordSetPage],
  ['signing out', (language) => signOutPage(language, '/oidc/session/end/confirm', hostile)],
  ['having signed out', signedOutPage],
  ['a failure', failedPage],
  ['accounts', (language) => accountsPage(language, accounts)],
  ['accounts, for others', coordinatorsOnlyPage],
];

describe.each(pages)('the page of %s', (_, show) => {
  it('shows user input as text', () => {
    expect(show('en')).not.toMatch(/<script|"><|alert\('/);
  });

  it('allows only its own style, and no script, picture or foreign address', () => {
    const [, style] = /<style>(.*)<\/style>/s.exec(show('en'))!;
    expect(pagePolicy).toContain(`'sha256-${createHash('sha256').update(style!).digest('base64')}'`);
    expect(show('en')).not.toMatch(/<(script|img|iframe|link|object)\b|\sstyle=|\son\w+=|https?:/);
  });

  it('has one main button at most', () => {
    const buttons = show('en').match(/<button\b[^>]*>|<a class="button[^>]*>/g) ?? [];
    expect(buttons.filter((button) => !/\bquiet\b/.test(button)).length).toBeLessThanOrEqual(1);
  });

  it('has a language, a heading, a way out, and a name for each field', () => {
    for (const language of Object.keys(texts) as Language[]) {
      const page = show(language);
      expect(page).toContain(`<html lang="${language}" dir="`);
      expect(page.match(/<h1>/g)).toHaveLength(1);
      expect(page).toContain(texts[language].leave);
      const fields = [...page.matchAll(/<input\s[^>]*>/g)].map(([field]) => field).filter((field) => !field.includes('type="hidden"'));
      for (const field of fields) expect(page).toContain(`<label for="${/\sid="(\w+)"/.exec(field)![1]}">`);
    }
  });
});

it('announces a problem at once and links it to its field', () => {
  const page = signInPage('en', form, 'ana');
  expect(page).toContain(`<p role="alert" id="problem">${texts.en.refused}</p>`);
  expect(page).toMatch(/aria-describedby="problem"/);
  expect(signInPage('en', { ...form, refused: false }, 'ana')).not.toMatch(/<p role="alert"|aria-invalid/);
});

it('shows a key in groups of four', () => {
  expect(enrolPage('en', form, { ticket: 't', secret: 'ABCDEFGHIJ', uri: 'otpauth://totp/x' })).toContain('>ABCD EFGH IJ</code>');
});

it('shows accounts in each language, and how to send somebody a link', () => {
  for (const language of Object.keys(texts) as Language[]) {
    const said = accountTexts[language];
    expect(said.linkFor).toContain('{name}');
    expect(Object.keys(said.problems)).toEqual(Object.keys(accountTexts.en.problems));
    const page = accountsPage(language, { ...accounts, notice: { kind: 'NAME_TAKEN' } });
    for (const text of [said.roles.PROVIDER, said.enable, said.noPassword, said.secondStep, said.problems.NAME_TAKEN])
      expect(page).toContain(text.replaceAll("'", '&#39;'));
  }
});
