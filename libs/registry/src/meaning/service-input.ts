import { type AdmissionRule, enumOf, type NeedCategory } from '@haven/kernel';

/** CONFIDENTIAL: position and address go to the vault, and everybody sees only the public cell. */
export const LocationVisibility = enumOf('PUBLIC', 'CONFIDENTIAL');
/** {@link LocationVisibility} */
export type LocationVisibility = (typeof LocationVisibility)[keyof typeof LocationVisibility];

/** A place, as a person enters it. */
export interface PlaceEntry {
  readonly name: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly address: string | null;
  readonly city: string | null;
  readonly country: string;
  readonly visibility: LocationVisibility;
}

/** A phone, as a person enters it. */
export interface PhoneEntry {
  readonly number: string;
  readonly extension: string | null;
  readonly type: string | null;
  readonly languages: readonly string[];
}

/** A whole service, as a person enters it. */
export interface ServiceEntry {
  readonly name: string;
  readonly description: string | null;
  readonly categories: readonly NeedCategory[];
  readonly locations: readonly PlaceEntry[];
  readonly languages: readonly string[];
  readonly admission: AdmissionRule;
  readonly phones: readonly PhoneEntry[];
  readonly url: string | null;
  readonly email: string | null;
  /** Whether the texts may be shown although a place is confidential; null: unchanged. */
  readonly textReleased: boolean | null;
}
