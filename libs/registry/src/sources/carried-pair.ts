/** A service by the id of its publisher. */
export interface NamedService {
  readonly source: string;
  readonly id: string;
}

/** What was decided of two services, as an export carries it. Of two that were merged, the first stays. */
export interface CarriedPair {
  readonly state: 'APART' | 'MERGED';
  readonly services: readonly [NamedService, NamedService];
}
