import type { IncomingMessage, ServerResponse } from 'node:http';
import { choosePasswordPage, failedPage, linkRefusedPage, passwordSetPage, type Choice, type FormOf } from '../../pages/pages.js';
import { linkPath, type SignIn } from '../../sign-in/ports.js';
import { isOurs, isProof, proofOf } from '../http/form-proof.js';
import { sendPage, type Page } from '../http/page.js';
import { readForm } from '../http/read-form.js';

/** What the pages of one-time links need. */
export interface LinkPagesOptions {
  readonly publicUrl: string;
  readonly secrets: readonly [string, ...string[]];
  readonly signIn: Pick<SignIn, 'readLink' | 'useLink'>;
}

const spent: Page = { status: 404, show: linkRefusedPage };

/** Serves the page of a one-time link. It shows what the link is for, and its form uses the link up. Opening the page does not. */
export async function linkPages(
  options: LinkPagesOptions,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  sendPage(request, response, await pageOf(options, token, request));
}

async function pageOf({ publicUrl, secrets, signIn }: LinkPagesOptions, token: string, request: IncomingMessage): Promise<Page> {
  const purpose = await signIn.readLink(token);
  if (!purpose) return spent;
  const about = `link ${token}`;
  const of: FormOf = { action: `${linkPath}${token}`, proof: proofOf(secrets[0], about), refused: false };
  const ask = (choice: Choice, typed: string): Page => ({
    status: choice.problem ? 400 : 200,
    show: (language) => choosePasswordPage(language, of, choice, typed),
  });
  if (request.method !== 'POST') return ask(purpose, '');
  const form = isOurs(request, publicUrl) ? await readForm(request) : null;
  if (!form || !isProof(secrets, about, form.get('proof'))) return { status: 403, show: failedPage };
  const typed = form.get('name') ?? '';
  const answer = await signIn.useLink({ token, name: purpose.name === null ? typed : null, password: form.get('password') ?? '' });
  switch (answer.kind) {
    case 'DONE':
      return { status: 200, show: passwordSetPage };
    case 'LINK_SPENT':
      return spent;
    case 'INVALID_NAME':
      return ask({ ...purpose, problem: 'nameRefused' }, typed);
    case 'INVALID_PASSWORD':
      return ask({ ...purpose, problem: 'passwordRefused' }, typed);
  }
}
