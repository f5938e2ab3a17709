import type { Role } from '@haven/security';

/** The account that signed in, as its token describes it. */
export interface SignedIn {
  readonly accountId: string;
  readonly role: Role;
  readonly organizationId: string | null;
  /** The sign-in name, for display. It does not belong in a token. */
  readonly name: string;
  /** Grows when the account is disabled or reset. Everything issued for an older number is invalid, so a refresh must fail. */
  readonly generation: number;
}

/** The caller. */
export interface Visitor {
  /** Network address as text; attempts are counted by it. */
  readonly address: string;
  /** On this machine, and not through a proxy. */
  readonly isLocal: boolean;
}

/** Name and password, as they were typed. */
export interface Attempt extends Visitor {
  readonly name: string;
  readonly password: string;
}

/** A code of the second factor, with the ticket of the answer that asked for it. */
export interface CodeAttempt extends Visitor {
  readonly ticket: string;
  readonly code: string;
}

/**
 * The result of an attempt. `ticket` proves for five minutes that the password was right. It is opaque and sealed, so a page may put it in
 * a hidden field, but never in an address.
 */
export type SignInAnswer =
  | { readonly kind: 'SIGNED_IN'; readonly account: SignedIn }
  /** The password is right. Ask for the code of the second factor and call `answerCode`. */
  | { readonly kind: 'CODE_NEEDED'; readonly ticket: string }
  /** The password is right, and this deployment requires a second factor. Show both, ask for a code, call `answerCode`. */
  | { readonly kind: 'ENROL'; readonly ticket: string; readonly secret: string; readonly uri: string }
  /** Only from `answerCode`: ask for another code, with the same ticket. */
  | { readonly kind: 'CODE_WRONG' }
  /** Name or password is wrong, the account is disabled, or the ticket is too old: one answer for all. Start again. */
  | { readonly kind: 'REFUSED' }
  /** Too many attempts for this name or from this address. The same for unknown names. */
  | { readonly kind: 'WAIT'; readonly seconds: number };

/** What a one-time link is for. name null: it makes the first coordinator, who also chooses a name. */
export interface LinkPurpose {
  readonly name: string | null;
}

/** What a person chose on the page of a one-time link. */
export interface LinkUse {
  readonly token: string;
  /** Used only if the link has no name. */
  readonly name: string | null;
  readonly password: string;
}

/** DONE: the link is used up, and the person can sign in. Every other answer changed nothing; `message` is for the person. */
export type LinkAnswer =
  | { readonly kind: 'DONE' }
  | { readonly kind: 'INVALID_NAME'; readonly message: string }
  | { readonly kind: 'INVALID_PASSWORD'; readonly message: string }
  /** Unknown, used or too old. */
  | { readonly kind: 'LINK_SPENT'; readonly message: string };

/** What sign-in pages and tokens need of accounts. */
export interface SignIn {
  attempt(attempt: Attempt): Promise<SignInAnswer>;
  answerCode(attempt: CodeAttempt): Promise<SignInAnswer>;
  /** The account as it is now. Null: it is disabled or gone, so nothing more is issued. */
  account(accountId: string): Promise<SignedIn | null>;
  /** What the link is for, without using it up; null: unknown, used or too old. */
  readLink(token: string): Promise<LinkPurpose | null>;
  useLink(use: LinkUse): Promise<LinkAnswer>;
}

/** Path of the page of a one-time link; the token follows it. */
export const linkPath = '/sign-in/link/';
