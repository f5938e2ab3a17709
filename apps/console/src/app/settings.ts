/** The settings of the deployment that the server sends to the page. */
export interface Settings {
  /** Minutes without use after which the screen is locked. */
  readonly lockMinutes: number;
  /** The one address where users open this page; null: any address. */
  readonly publicUrl: string | null;
  /** The OpenID provider: a path on this address, or a full URL. */
  readonly identityProvider: string;
  readonly clientId: string;
  /** Where coordinators manage accounts; null: outside this console. */
  readonly accountsPage: string | null;
  /** Whether this directory is the demo. */
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

/** Reads the settings that the server wrote into the page. */
export function readSettings(root: HTMLElement): Settings {
  const told = root.dataset['settings'];
  return told ? { ...defaults, ...(JSON.parse(told) as Partial<Settings>) } : defaults;
}
