import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { codePage, enrolPage, failedPage, signInPage, type FormOf } from '../../pages/pages.js';
import type { SignedIn, SignIn, SignInAnswer, Visitor } from '../../sign-in/ports.js';
import { endedSignIn } from '../http/cookies.js';
import { generationName } from '../create-provider.js';
import { isOurs, isProof, proofOf } from '../http/form-proof.js';
import { sendPage, type Page } from '../http/page.js';
import type { ProviderRecords } from '../ports.js';
import { readForm } from '../http/read-form.js';
import { interactionPath } from '../sign-in-policy.js';

/** What the pages of a sign-in need. */
export interface SignInPagesOptions {
  readonly provider: Provider;
  readonly publicUrl: string;
  readonly secrets: readonly [string, ...string[]];
  readonly signIn: SignIn;
  readonly records: Pick<ProviderRecords, 'endSession'>;
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;
type Form = ReadonlyMap<string, string>;

/** Serves the pages of the sign-in that the cookie names. Rejects if there is none. */
export async function signInPages(
  options: SignInPagesOptions,
  request: IncomingMessage,
  response: ServerResponse,
  visitor: Visitor,
): Promise<void> {
  const interaction = await options.provider.interactionDetails(request, response);
  const show = (page: Page) => sendPage(request, response, page, interaction.params['ui_locales']);
  if (interaction.prompt.name !== 'login') return show({ status: 400, show: failedPage });
  if (request.method !== 'POST') return show(nameAndPassword(formOf(options, interaction), ''));
  const form = isOurs(request, options.publicUrl) ? await readForm(request) : null;
  if (!form || !isProof(options.secrets, interaction.uid, form.get('proof'))) return show({ status: 403, show: failedPage });
  const answer = await answerOf(options.signIn, form, visitor);
  if (answer.kind !== 'SIGNED_IN') return show(nextPage(answer, form, formOf(options, interaction)));
  await leaveOtherSession(options, interaction, answer.account);
  response.appendHeader('set-cookie', endedSignIn(`${interactionPath}${interaction.uid}`, options.publicUrl));
  return options.provider.interactionFinished(request, response, { login: loginOf(answer.account) }, { mergeWithLastSubmission: false });
}

const formOf = ({ secrets }: SignInPagesOptions, { uid }: Interaction): FormOf => ({
  action: `${interactionPath}${uid}`,
  proof: proofOf(secrets[0], uid),
  refused: false,
});

const nameAndPassword = (of: FormOf, name: string): Page => ({
  status: of.refused ? 401 : 200,
  show: (language) => signInPage(language, of, name),
});

/** The cookie ends with the browser. The server decides how long the session lasts. */
const loginOf = (account: SignedIn) => ({ accountId: account.accountId, acr: generationName(account), remember: false });

function answerOf(signIn: SignIn, form: Form, { address, isLocal }: Visitor): Promise<SignInAnswer> {
  const visitor = { address, isLocal };
  const ticket = form.get('ticket');
  return ticket === undefined
    ? signIn.attempt({ ...visitor, name: form.get('name') ?? '', password: form.get('password') ?? '' })
    : signIn.answerCode({ ...visitor, ticket, code: (form.get('code') ?? '').replace(/\s/g, '') });
}

/** The page is the same whether name, password or account was wrong, and for a caller who has to wait. */
function nextPage(answer: Exclude<SignInAnswer, { kind: 'SIGNED_IN' }>, form: Form, of: FormOf): Page {
  switch (answer.kind) {
    case 'CODE_NEEDED':
      return { status: 200, show: (language) => codePage(language, of, answer.ticket) };
    case 'ENROL':
      return { status: 200, show: (language) => enrolPage(language, of, answer) };
    case 'CODE_WRONG':
      return anotherCode(form, { ...of, refused: true });
    case 'REFUSED':
      return nameAndPassword({ ...of, refused: true }, form.get('name') ?? '');
    case 'WAIT':
      return { ...nameAndPassword({ ...of, refused: true }, form.get('name') ?? ''), retryAfter: answer.seconds };
  }
}

/** Shows the page that asked for the code again. */
function anotherCode(form: Form, of: FormOf): Page {
  const [ticket = '', secret = '', uri = ''] = ['ticket', 'secret', 'uri'].map((name) => form.get(name));
  if (!/^[A-Z2-7]+$/.test(secret) || !uri.startsWith('otpauth://totp/'))
    return { status: 401, show: (language) => codePage(language, of, ticket) };
  return { status: 401, show: (language) => enrolPage(language, of, { ticket, secret, uri }) };
}

/** Signing in while somebody else is signed in on this browser ends that session first. */
async function leaveOtherSession({ records }: SignInPagesOptions, interaction: Interaction, { accountId }: SignedIn): Promise<void> {
  const { session } = interaction;
  if (!session || session.accountId === accountId) return;
  await records.endSession(session.uid);
  delete interaction.session;
  await interaction.persist();
}
