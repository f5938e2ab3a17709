/** Places by name, tolerant of spelling, without leaving the machine. */
export { openGazetteer, type Gazetteer } from './search/gazetteer.js';
export type { Place } from './place.js';
/** Where a postal code is. */
export { postalPosition } from './postal-codes.js';
/** The town that an address names. */
export { readTowns, townsRead, type FindTown, type Town, type TownAddress } from './towns.js';
