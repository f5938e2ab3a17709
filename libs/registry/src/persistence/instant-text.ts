/** SQL of an instant in ISO 8601, in UTC. `US`: with microseconds, which a cursor needs so that no row comes twice. */
export const instantText = (instant: string, digits: 'MS' | 'US' = 'MS'): string =>
  `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.${digits}"Z"')`;
