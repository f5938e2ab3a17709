import { html, type Html } from './html.js';

/** A field that nobody sees. */
export const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}" />`;

/** The name of an account; `more` are attributes of its own. */
export const nameField = (value: string, autocomplete: 'username' | 'off', more: Html | null): Html =>
  html`<input
    id="name"
    name="name"
    value="${value}"
    autocomplete="${autocomplete}"
    autocapitalize="none"
    spellcheck="false"
    required${more}
  />`;

/** The way back to the console; `quiet` beside another main button. */
export const openHaven = (said: string, looks: 'main' | 'quiet' = 'main'): Html =>
  html`<p><a class="${looks === 'main' ? 'button' : 'button quiet'}" href="/">${said}</a></p>`;
