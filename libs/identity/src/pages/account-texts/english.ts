/** What the page of accounts says, in English. */
export const en = {
  accounts: 'Accounts',
  add: 'Add an account',
  nameHelp: '3 to 40 letters a to z, digits, dots and dashes. Use no real name of a survivor and no e-mail address.',
  role: 'Role',
  roles: { HOTLINE: 'Hotline', CASEWORKER: 'Caseworker', PROVIDER: 'Shelter or service', COORDINATOR: 'Coordinator', AUDITOR: 'Auditor' },
  organization: 'Organization',
  organizationHelp: 'Its id in the directory. Needed for a shelter or service.',
  linkFor: 'Give this link to {name}, and to nobody else. It works once, within a day. It is shown only now.',
  disable: 'Close',
  enable: 'Open again',
  reset: 'New password',
  you: 'this is you',
  demo: 'demo account',
  disabled: 'closed',
  noPassword: 'has chosen no password yet',
  secondStep: 'has a second step',
  coordinatorsOnly: 'Only coordinators see this page. Sign in as one, then open it again.',
  problems: {
    INVALID_NAME: 'This name cannot be used. Choose another one.',
    NAME_TAKEN: 'Somebody has this name. Choose another one.',
    NO_ROLE: 'Choose a role.',
    NO_ORGANIZATION: 'A shelter or service needs its organization.',
    UNKNOWN_ORGANIZATION: 'The directory has no organization with this id. Check it.',
    NO_ACCOUNT: 'This account does not exist any more.',
    DEMO_ACCOUNT: 'Demo accounts end by themselves.',
    OWN_ACCOUNT: 'You cannot close or reset your own account. Ask another coordinator.',
  },
};

/** The same in another language. */
export type AccountTexts = typeof en;
