/** What the server tells the page of its deployment. */
export interface Settings {
  /** Minutes without use after which the screen is locked. */
  readonly lockMinutes: number;
  /** The one address where people use this page; null: wherever they reach it. */
  readonly publicUrl: string | null;
  /** The OpenID provider: a path of this address, or a whole address elsewhere. */
  readonly identityProvider: string;
  readonly clientId: string;
  /** Where coordinators manage accounts; null: elsewhere. */
  readonly accountsPage: string | null;
  /** Whether the directory began as the demo. */
  readonly isDemo: boolean;
}

const defaults: Settings = {
  lockMinutes: 10,
  publicUrl: null,
  identityProvider: '/oidc',
  clientId: 'haven-console',
  accountsPage: null,
  isDemo: false,
};

/** Reads what the server wrote into the page. */
export function readSettings(root: HTMLElement): Settings {
  const told = root.dataset['settings'];
  return told ? { ...defaults, ...(JSON.parse(told) as Partial<Settings>) } : defaults;
}
