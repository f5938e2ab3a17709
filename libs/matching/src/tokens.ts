/** The database of schema `matching`, as `openDatabase` opens it. */
export const MATCHING_DATABASE = Symbol('MATCHING_DATABASE');
/** The clock that "now" is read from. */
export const MATCHING_CLOCK = Symbol('MATCHING_CLOCK');
/** {@link MatchingSettings} */
export const MATCHING_SETTINGS = Symbol('MATCHING_SETTINGS');
/** The offline gazetteer. */
export const GAZETTEER = Symbol('GAZETTEER');
/** Counts of demand. */
export const DEMAND_COUNTS = Symbol('DEMAND_COUNTS');
