/** A city or town of the gazetteer. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly region: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
}
