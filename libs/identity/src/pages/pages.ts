import { html, Html } from './html.js';
import { layout } from './layout.js';
import type { Language } from './language.js';
import { hidden, nameField, openHaven } from './parts.js';
import type { Texts } from './texts.js';

/** A form that goes back to where it came from; `proof` shows that we made it. */
export interface FormOf {
  readonly action: string;
  readonly proof: string;
  /** The last answer was refused. */
  readonly refused: boolean;
}

/** Ties a field to the problem that the page shows. */
const invalid = (refused: boolean): Html | null => (refused ? html` aria-invalid="true" aria-describedby="problem"` : null);

const form = ({ action, proof }: FormOf, fields: Html, button: string): Html =>
  html`<form method="post" action="${action}">
    ${hidden('proof', proof)} ${fields}
    <button type="submit">${button}</button>
  </form>`;

const codeField = (say: Texts, refused: boolean): Html =>
  html`<label for="code">${say.code}</label>
    <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" dir="ltr" required autofocus${invalid(refused)} />`;

/** Name and password. */
export const signInPage = (language: Language, of: FormOf, name: string): string =>
  layout(language, (say) => ({
    title: say.signIn,
    problem: of.refused ? say.refused : undefined,
    body: form(
      of,
      html`<label for="name">${say.name}</label>
        ${nameField(name, 'username', invalid(of.refused))}
        <label for="password">${say.password}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required${invalid(of.refused)} />`,
      say.signIn,
    ),
  }));

/** The code of the second step; `ticket` shows that the password was right. */
export const codePage = (language: Language, of: FormOf, ticket: string): string =>
  layout(language, (say) => ({
    title: say.code,
    problem: of.refused ? say.codeRefused : undefined,
    body: form(
      of,
      html`${hidden('ticket', ticket)}
        <p>${say.codeHelp}</p>
        ${codeField(say, of.refused)}`,
      say.next,
    ),
  }));

/** A second step that is being added: `secret` in base32, and the same as an otpauth address. */
export interface Enrolment {
  readonly ticket: string;
  readonly secret: string;
  readonly uri: string;
}

/** The first code of a second step that is being added. */
export const enrolPage = (language: Language, of: FormOf, { ticket, secret, uri }: Enrolment): string =>
  layout(language, (say) => ({
    title: say.enrolTitle,
    problem: of.refused ? say.codeRefused : undefined,
    body: form(
      of,
      html`${hidden('ticket', ticket)}${hidden('secret', secret)}${hidden('uri', uri)}
        <p>${say.enrolHelp}</p>
        <p><code dir="ltr">${secret.replace(/(.{4})(?=.)/g, '$1 ')}</code></p>
        <p><a href="${uri}">${say.openApp}</a></p>
        ${codeField(say, of.refused)}`,
      say.next,
    ),
  }));

/** What a page of a one-time link asks for. */
export interface Choice {
  /** null: a name as well; it is the first coordinator's. */
  readonly name: string | null;
  readonly problem?: 'nameRefused' | 'passwordRefused';
}

/** A new password, and for the first coordinator a name, by a link that counts once. */
export const choosePasswordPage = (language: Language, of: FormOf, { name, problem }: Choice, typed: string): string =>
  layout(language, (say) => ({
    title: say.choosePassword,
    problem: problem && say[problem],
    body: form(
      of,
      html`<label for="name">${say.name}</label>
        ${nameField(name ?? typed, 'username', html`${name === null ? null : html` readonly`}${invalid(problem === 'nameRefused')}`)}
        <label for="password">${say.newPassword}</label>
        <p id="help">${say.passwordHelp}</p>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="new-password"
          minlength="12"
          aria-describedby="help"
          required
        />`,
      say.next,
    ),
  }));

/** The link was spent, or never was one. */
export const linkRefusedPage = (language: Language): string =>
  layout(language, (say) => ({ title: say.failed, problem: say.linkRefused, body: openHaven(say.openHaven) }));

/** The password is stored. */
export const passwordSetPage = (language: Language): string =>
  layout(language, (say) => ({
    title: say.choosePassword,
    body: html`<p role="status">${say.passwordSet}</p>
      ${openHaven(say.openHaven)}`,
  }));

/** Asks before signing out; `secret` shows that we asked. */
export const signOutPage = (language: Language, action: string, secret: string): string =>
  layout(language, (say) => ({
    title: say.signOutAsk,
    body: html`<form method="post" action="${action}">
        ${hidden('xsrf', secret)}
        <button type="submit" name="logout" value="here">${say.signOut}</button>
        <button type="submit" name="logout" value="everywhere" class="quiet">${say.signOutEverywhere}</button>
      </form>
      ${openHaven(say.openHaven, 'quiet')}`,
  }));

/** The session has ended. */
export const signedOutPage = (language: Language): string =>
  layout(language, (say) => ({ title: say.signedOut, body: openHaven(say.openHaven) }));

/** Something cannot go on; why stays with us. */
export const failedPage = (language: Language): string =>
  layout(language, (say) => ({ title: say.failed, problem: say.failedHelp, body: openHaven(say.openHaven) }));
