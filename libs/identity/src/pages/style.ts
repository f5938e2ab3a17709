import { createHash } from 'node:crypto';

/** One column that fits a phone of 320 px, in the reader's colour scheme. Contrast is at least 4.5:1 in both. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --line: #6b6b76; --act: #1a4fa3; --on-act: #fff; --bad: #a3161a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececf1; --paper: #17171c; --line: #a5a5b0; --act: #a9c7ff; --on-act: #10203c; --bad: #ffb3ae; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 system-ui, sans-serif; }
main, header { max-width: 26rem; margin: 0 auto; }
h1 { font-size: 1.5rem; line-height: 1.3; }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
input { width: 100%; padding: .75rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .25rem; }
button, .button { display: block; width: 100%; min-height: 3rem; margin-top: 1.25rem; padding: .75rem; font: inherit; font-weight: 600;
  text-align: center; text-decoration: none; color: var(--on-act); background: var(--act); border: 1px solid var(--act); border-radius: .25rem; }
.quiet { color: var(--act); background: var(--paper); }
.leave { display: inline-block; padding: .75rem 0; }
a { color: var(--act); }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
[role="alert"] { padding: .75rem; color: var(--bad); border: 2px solid var(--bad); border-radius: .25rem; }
select { width: 100%; min-height: 3rem; padding: .75rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .25rem; }
label + p { margin: 0 0 .25rem; }
.list { margin: 0; padding: 0; list-style: none; }
.list li { padding: 1rem 0; border-bottom: 1px solid var(--line); }
.list p { margin: .25rem 0; }
.row { display: flex; gap: .75rem; }
.row button { margin-top: .5rem; }
.note { padding: .75rem; border: 2px solid var(--act); border-radius: .25rem; }
code { display: block; padding: .75rem; overflow-wrap: anywhere; font-size: 1.25rem; border: 1px solid var(--line); border-radius: .25rem; }
`;

const digest = createHash('sha256').update(style).digest('base64');

/** What a browser may do with a page: show it with this style, and send its form back here. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${digest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
