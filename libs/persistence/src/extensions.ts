/** PostgreSQL extensions that the schemas need, all in schema `public`. */
export const extensions: readonly string[] = ['postgis', 'btree_gist', 'intarray', 'pg_trgm', 'unaccent'];
