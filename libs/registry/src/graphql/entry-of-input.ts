import type { AdmissionRuleInput } from '@haven/graph-types';
import { type AdmissionRule, unknownRule } from '@haven/kernel';
import type { ServiceEntry } from '../meaning/service-input.js';
import type { LocationInput, PhoneInput, ServiceInput } from './service-inputs.js';

/** The entry of an input; missing fields become null. */
export const entryOf = (input: ServiceInput): ServiceEntry => ({
  name: input.name,
  description: input.description ?? null,
  categories: [...new Set(input.categories)],
  locations: input.locations.map(placeOf),
  languages: input.languages ?? [],
  admission: ruleOf(input.admission ?? null),
  phones: (input.phones ?? []).map(phoneOf),
  url: blankIsNull(input.url),
  email: blankIsNull(input.email),
  textReleased: input.textReleased ?? null,
});

const blankIsNull = (text: string | null | undefined): string | null =>
  text === undefined || text === null || text.trim() === '' ? null : text.trim();

const placeOf = ({ latitude, longitude, country, visibility, ...rest }: LocationInput): ServiceEntry['locations'][number] => ({
  latitude,
  longitude,
  country,
  visibility,
  name: rest.name ?? null,
  address: rest.address ?? null,
  city: rest.city ?? null,
});

const phoneOf = ({ number, extension, type, languages }: PhoneInput): ServiceEntry['phones'][number] => ({
  number,
  extension: extension ?? null,
  type: type ?? null,
  languages: languages ?? [],
});

function ruleOf(input: AdmissionRuleInput | null): AdmissionRule {
  if (input === null) return unknownRule;
  const { persons, ...rest } = input;
  return {
    persons:
      persons?.map(({ genders, minimumAge, maximumAge, accompaniedOnly, asked }) => ({
        genders: genders ?? null,
        minimumAge: minimumAge ?? null,
        maximumAge: maximumAge ?? null,
        accompaniedOnly: accompaniedOnly ?? false,
        ...(typeof asked === 'boolean' && { asked }),
      })) ?? null,
    legalStatuses: rest.legalStatuses ?? null,
    nationalities: rest.nationalities ?? null,
    exploitation: rest.exploitation ?? null,
    pregnancy: rest.pregnancy ?? null,
    accessibility: rest.accessibility ?? null,
    referralRequired: rest.referralRequired ?? null,
  };
}
