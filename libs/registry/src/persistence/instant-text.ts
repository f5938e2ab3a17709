/** SQL of an instant as ISO 8601 writes it in UTC. `US`: with microseconds, which a cursor needs so that it meets no row twice. */
export const instantText = (instant: string, digits: 'MS' | 'US' = 'MS'): string =>
  `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.${digits}"Z"')`;
