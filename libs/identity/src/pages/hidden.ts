import { html, type Html } from './html.js';

/** A field that nobody sees. */
export const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}" />`;
