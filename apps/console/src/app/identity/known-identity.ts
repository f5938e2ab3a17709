import type { ResultOf } from '../graph/graph';
import { createStore, useStore, type Store } from '../store';
import type { whoAmI } from './who-am-i';

/** The signed-in user, as the server returns them. */
export type Identity = ResultOf<typeof whoAmI>['me'];

/** The signed-in user; null until the server has answered. */
export const knownIdentity: Store<Identity | null> = createStore<Identity | null>(null);

/** The signed-in user. Every screen has one, except those that open without network and without sign-in. */
export const useIdentity = (): Identity | null => useStore(knownIdentity);
