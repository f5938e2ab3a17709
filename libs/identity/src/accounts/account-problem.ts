/** Why an account is not as it was asked for. The message is for who types commands; pages say it in their own languages. */
export interface AccountProblem {
  readonly kind: 'INVALID_NAME' | 'NAME_TAKEN' | 'NO_ORGANIZATION' | 'NO_ACCOUNT' | 'DEMO_ACCOUNT' | 'OWN_ACCOUNT';
  readonly message: string;
}
