import { html, Html } from './html.js';
import { directionOf, type Language } from './language.js';
import { style } from './style.js';
import { texts, type Texts } from './texts.js';

/** Target of the link that takes a reader away at once: the console's quick exit, which clears the browser. */
export const leavePath = '/exit';

/** In one piece, because the policy allows exactly this text. */
const styleElement = new Html(`<style>${style}</style>`);

/** The content of a page, in the language of its reader. */
export interface Content {
  readonly title: string;
  /** What went wrong. A screen reader announces it at once. */
  readonly problem?: string | undefined;
  readonly body: Html;
}

/** A whole page. It needs no script, so old phones show it, too. */
export function layout(language: Language, contentOf: (say: Texts) => Content): string {
  const say: Texts = texts[language];
  const { title, problem, body } = contentOf(say);
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · Haven</title>
        ${styleElement}
      </head>
      <body>
        <header><a class="leave" href="${leavePath}">${say.leave}</a></header>
        <main>
          <h1>${title}</h1>
          ${problem === undefined ? null : html`<p role="alert" id="problem">${problem}</p>`} ${body}
        </main>
      </body>
    </html> `.text;
}
