import { plainFields } from './change-history.js';

/** Whether a row of the change history may tell of a place, by the field that it speaks of. */
export const tellsOfPlace = (metadata: string): string =>
  `lower(btrim(coalesce(${metadata}.field_name, ''))) NOT IN (${plainFields.map((field) => `'${field}'`).join(', ')})`;

/** Change history that may tell of places: little, among much that does not. */
export const historyOfPlaces = `CREATE INDEX metadata_of_places ON registry.metadata (id) WHERE ${tellsOfPlace('metadata')}`;
