/** A place, as its file describes it. Missing fields are missing in the directory too. */
export interface Place {
  readonly name: string;
  /** The words of its own leaflet, for the reader. */
  readonly says?: string;
  readonly where: string;
  readonly offers: readonly string[];
  readonly takes?: readonly string[];
  readonly 'legal status'?: readonly string[];
  readonly nationalities?: readonly string[];
  readonly 'lived through'?: readonly string[];
  readonly 'can meet'?: readonly string[];
  readonly pregnant?: 'yes' | 'no';
  readonly referral?: 'needed' | 'not needed';
  readonly speaks?: string;
  readonly interpreters?: string;
  readonly 'interpreters are'?: readonly string[];
  readonly beds?: readonly string[];
  readonly hours?: readonly string[];
  readonly intake?: readonly string[];
  readonly phone?: readonly string[];
  readonly 'phone speaks'?: string;
  readonly serves?: string;
  readonly address?: 'secret';
  readonly door?: string;
  readonly status?: string;
  readonly organization?: string;
}

const fields =
  'name says where offers takes nationalities pregnant referral speaks interpreters beds hours intake phone serves address door status organization'
    .split(' ')
    .concat('legal status', 'lived through', 'can meet', 'interpreters are', 'phone speaks');

/** Problems in the form of a place. */
export function problemsOf(place: Place): string[] {
  const named = place.name ?? JSON.stringify(place);
  return [
    ...Object.keys(place)
      .filter((key) => !fields.includes(key))
      .map((key) => `${named}: "${key}" is not one of: ${fields.join('; ')}`),
    ...(['name', 'where', 'offers'] as const).filter((key) => !place[key]).map((key) => `${named}: has no "${key}"`),
  ];
}
