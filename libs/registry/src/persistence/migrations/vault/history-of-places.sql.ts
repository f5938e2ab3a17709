import { plainFields } from './change-history.js';

/** Whether a row of the change history may reveal a place, by the name of its field. */
export const tellsOfPlace = (metadata: string): string =>
  `lower(btrim(coalesce(${metadata}.field_name, ''))) NOT IN (${plainFields.map((field) => `'${field}'`).join(', ')})`;

/** Change history that may reveal places: little, among much that does not. */
export const historyOfPlaces = `CREATE INDEX metadata_of_places ON registry.metadata (id) WHERE ${tellsOfPlace('metadata')}`;
