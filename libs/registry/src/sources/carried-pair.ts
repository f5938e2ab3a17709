/** A service by its publisher's id. */
export interface NamedService {
  readonly source: string;
  readonly id: string;
}

/** A decision on a pair, in the form of an export. Of a merged pair, the first service stays. */
export interface CarriedPair {
  readonly state: 'APART' | 'MERGED';
  readonly services: readonly [NamedService, NamedService];
}
