import type { ComponentType, LazyExoticComponent } from 'react';
import type { Area, MessageId } from '../i18n/catalogues';
import type { Messages } from '../i18n/messages';
import { lazyLasting } from './offline/load-lasting';

/** Roles as the graph names them. */
export type Role = 'HOTLINE' | 'CASEWORKER' | 'PROVIDER' | 'COORDINATOR' | 'AUDITOR';

/** A screen of the console. */
export interface Screen {
  readonly path: string;
  readonly title: MessageId;
  readonly area: Area;
  readonly roles: readonly Role[];
  /** The screen works without sign-in when there is no network. */
  readonly worksOffline: boolean;
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** All screens, in the order of the menu; a role starts at its first screen. */
export const screens: readonly Screen[] = [
  {
    path: '/find',
    title: 'screen.find',
    area: 'find',
    roles: ['HOTLINE', 'CASEWORKER', 'COORDINATOR'],
    worksOffline: false,
    load: () => import('../screens/find/Find'),
  },
  {
    path: '/holds',
    title: 'screen.holds',
    area: 'holds',
    roles: ['HOTLINE', 'CASEWORKER', 'COORDINATOR'],
    worksOffline: false,
    load: () => import('../screens/holds/Holds'),
  },
  {
    path: '/beds',
    title: 'screen.beds',
    area: 'beds',
    roles: ['PROVIDER'],
    worksOffline: true,
    load: () => import('../screens/beds/Beds'),
  },
  {
    path: '/start',
    title: 'screen.start',
    area: 'i18n',
    // Roles that have no other screen yet.
    roles: ['AUDITOR'],
    worksOffline: false,
    load: () => import('../screens/start/Start'),
  },
];

/** The screens of a role. */
export const screensOf = (role: Role): readonly Screen[] => screens.filter(({ roles }) => roles.includes(role));

/** A screen with its texts, both fetched when it is first opened. */
export const lazyScreen = (screen: Screen, messages: Messages): LazyExoticComponent<ComponentType> =>
  lazyLasting(() => Promise.all([screen.load(), messages.need(screen.area)]).then(([module]) => module));
