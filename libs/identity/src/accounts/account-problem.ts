/** Why a request about an account failed. The message is for people at the command line; pages translate the problem themselves. */
export interface AccountProblem {
  readonly kind: 'INVALID_NAME' | 'NAME_TAKEN' | 'NO_ORGANIZATION' | 'NO_ACCOUNT' | 'DEMO_ACCOUNT' | 'OWN_ACCOUNT';
  readonly message: string;
}
