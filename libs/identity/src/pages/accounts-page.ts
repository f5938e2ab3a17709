import { accountTexts, type AccountTexts } from './account-texts.js';
import { html, Html } from './html.js';
import type { Language } from './language.js';
import { layout } from './layout.js';
import { hidden, nameField, openHaven } from './parts.js';
import { texts } from './texts.js';

/** An account, as its page shows it. */
export interface ShownAccount {
  readonly name: string;
  readonly role: keyof AccountTexts['roles'];
  /** Name of the organization, or its id if the directory does not have it; null: it belongs to none. */
  readonly organization: string | null;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly disabled: boolean;
  readonly demo: boolean;
  /** Whose page this is: nobody may lock themselves out. */
  readonly isOwn: boolean;
}

/** A message at the top of the page. */
export type AccountsNotice = { readonly kind: 'link'; readonly name: string; readonly link: string } | { readonly kind: AccountsProblem };

/** What went wrong, as {@link AccountTexts} names it. */
export type AccountsProblem = keyof AccountTexts['problems'];

/** What the page of all accounts shows. */
export interface AccountsView {
  readonly action: string;
  readonly proof: string;
  readonly accounts: readonly ShownAccount[];
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly notice: AccountsNotice | null;
  /** What was typed before something went wrong. */
  readonly typed: { readonly name: string; readonly role: string; readonly organization: string };
}

/** All accounts, with the actions of a coordinator and a form for a new one. */
export const accountsPage = (language: Language, view: AccountsView): string =>
  layout(language, () => {
    const say = accountTexts[language];
    const { notice } = view;
    return {
      title: say.accounts,
      problem: notice && notice.kind !== 'link' ? say.problems[notice.kind] : undefined,
      body: html`${notice?.kind === 'link' ? linkNote(say, notice) : null}
        <ul class="list">
          ${joined(view.accounts.map((account) => accountItem(language, say, view, account)))}
        </ul>
        <h2>${say.add}</h2>
        ${addForm(language, say, view)}`,
    };
  });

/** The page for everybody who is not a coordinator. */
export const coordinatorsOnlyPage = (language: Language): string =>
  layout(language, (say) => ({
    title: accountTexts[language].accounts,
    problem: accountTexts[language].coordinatorsOnly,
    body: openHaven(say.openHaven),
  }));

const joined = (parts: readonly Html[]): Html => new Html(parts.map(({ text }) => `\n${text}`).join(''));

/** The link is shown once and is in no address, because anybody who reads it can choose the password. */
const linkNote = (say: AccountTexts, { name, link }: { name: string; link: string }): Html =>
  html`<div role="status" class="note">
    <p>${say.linkFor.replace('{name}', name)}</p>
    <code dir="ltr">${link}</code>
  </div>`;

function accountItem(language: Language, say: AccountTexts, { action, proof }: AccountsView, account: ShownAccount): Html {
  const { name, role, organization, isOwn, demo, disabled, hasPassword, hasSecondFactor } = account;
  const states = [
    isOwn ? say.you : null,
    demo ? say.demo : null,
    disabled ? say.disabled : null,
    hasPassword ? null : say.noPassword,
    hasSecondFactor ? say.secondStep : null,
  ].filter((state) => state !== null);
  const button = (what: 'disable' | 'enable' | 'reset') =>
    html`<button class="quiet" type="submit" name="do" value="${what}" aria-label="${`${say[what]}: ${name}`}">${say[what]}</button>`;
  return html`<li>
    <strong><bdi>${name}</bdi></strong>
    <p>${say.roles[role]}${organization === null ? null : html` · <bdi>${organization}</bdi>`}</p>
    ${states.length === 0 ? null : html`<p>${new Intl.ListFormat(language, { type: 'unit' }).format(states)}</p>`}
    ${
      isOwn || demo
        ? null
        : html`<form method="post" action="${action}" class="row">
            ${hidden('proof', proof)}${hidden('name', name)} ${button(disabled ? 'enable' : 'disable')} ${button('reset')}
          </form>`
    }
  </li>`;
}

function addForm(language: Language, say: AccountTexts, { action, proof, organizations, typed }: AccountsView): Html {
  const roles = Object.entries(say.roles);
  return html`<form method="post" action="${action}">
    ${hidden('proof', proof)}
    <label for="name">${texts[language].name}</label>
    <p id="name-help">${say.nameHelp}</p>
    ${nameField(typed.name, 'off', html` aria-describedby="name-help"`)}
    <label for="role">${say.role}</label>
    <select id="role" name="role" required>
      ${joined(roles.map(([role, said]) => html`<option value="${role}" ${role === typed.role ? html` selected` : null}>${said}</option>`))}
    </select>
    <label for="organization">${say.organization}</label>
    <p id="organization-help">${say.organizationHelp}</p>
    <input
      id="organization"
      name="organization"
      value="${typed.organization}"
      list="organizations"
      autocomplete="off"
      aria-describedby="organization-help"
    />
    <datalist id="organizations">${joined(organizations.map(({ id, name }) => html`<option value="${id}">${name}</option>`))}</datalist>
    <button type="submit" name="do" value="add">${say.add}</button>
  </form>`;
}
