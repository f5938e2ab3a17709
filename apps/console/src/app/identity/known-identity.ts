import type { ResultOf } from '../graph/graph';
import { createStore, useStore, type Store } from '../store';
import type { whoAmI } from './who-am-i';

/** Who works here, as the server knows them. */
export type Identity = ResultOf<typeof whoAmI>['me'];

/** Who works here; null until the server has said so. */
export const knownIdentity: Store<Identity | null> = createStore<Identity | null>(null);

/** Who works here; screens have one, except those that are open without network and without anybody signed in. */
export const useIdentity = (): Identity | null => useStore(knownIdentity);
