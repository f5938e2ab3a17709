import { areaInOwnWords, hoursInOwnWords, interpretersInOwnWords, type OwnWords } from '../meaning/in-own-words.js';

/**
 * What of an object goes out where a service has a confidential place: fields by name, texts that go out once somebody of the
 * organization released them, and nested objects, each with a list of its own. Whatever is not named here stays.
 */
export interface PublicFields {
  readonly fields: readonly string[];
  readonly texts?: readonly string[];
  /** What is understood of some of these texts, which goes out in words of ours until they are released. */
  readonly understood?: { readonly [text: string]: OwnWords };
  readonly nested?: { readonly [property: string]: PublicFields };
  /** Which attributes of ours: what the object means, or that a place is confidential and in which area. */
  readonly attributes?: 'meaning' | 'marks';
}

const language: PublicFields = { fields: ['id', 'name', 'code'], texts: ['note'], attributes: 'meaning' };
const phone: PublicFields = { fields: ['id', 'number', 'extension', 'type'], texts: ['description'], nested: { languages: language } };
const unit: PublicFields = { fields: ['id', 'name', 'scheme', 'identifier', 'uri'] };

const schedule: PublicFields = {
  fields: [
    ...['id', 'valid_from', 'valid_to', 'dtstart', 'timezone', 'until', 'count', 'wkst', 'freq', 'interval', 'byday', 'byweekno'],
    ...['bymonthday', 'byyearday', 'opens_at', 'closes_at', 'attending_type'],
  ],
  texts: ['description', 'notes', 'schedule_link'],
  understood: { description: hoursInOwnWords },
  attributes: 'meaning',
};

/** An organization that has a confidential place. */
export const organizationFields: PublicFields = {
  fields: ['id', 'name', 'alternate_name', 'email', 'website', 'tax_status', 'tax_id', 'year_incorporated', 'legal_status', 'uri'],
  texts: ['description'],
  nested: { phones: phone },
};

/** A service that has a confidential place, its places apart. */
export const serviceFields: PublicFields = {
  fields: [
    ...['id', 'name', 'alternate_name', 'url', 'email', 'status', 'minimum_age', 'maximum_age', 'assured_date', 'assurer_email'],
    'last_modified',
  ],
  texts: [
    ...['description', 'interpretation_services', 'application_process', 'fees_description', 'wait_time', 'fees', 'accreditations'],
    ...['eligibility_description', 'licenses', 'alert'],
  ],
  understood: { interpretation_services: interpretersInOwnWords },
  nested: {
    organization: organizationFields,
    program: { fields: ['id', 'name', 'alternate_name'], texts: ['description'] },
    phones: phone,
    languages: language,
    schedules: schedule,
    service_areas: {
      fields: ['id', 'extent', 'extent_type', 'uri'],
      texts: ['name', 'description'],
      understood: { name: areaInOwnWords },
    },
    capacities: { fields: ['id', 'available', 'maximum', 'updated'], texts: ['description'], nested: { unit }, attributes: 'meaning' },
    cost_options: {
      fields: ['id', 'valid_from', 'valid_to', 'option', 'currency', 'amount'],
      texts: ['amount_description'],
    },
    required_documents: { fields: ['id'], texts: ['document', 'uri'] },
  },
  attributes: 'meaning',
};

/** How such a service stands at a public place. */
export const publicPlaceFields: PublicFields = {
  fields: ['id'],
  texts: ['description'],
  nested: {
    phones: phone,
    schedules: schedule,
    location: {
      fields: ['id', 'name', 'alternate_name', 'location_type', 'latitude', 'longitude', 'external_identifier', 'external_identifier_type'],
      texts: ['description', 'transportation', 'url'],
      nested: {
        languages: language,
        phones: phone,
        schedules: schedule,
        accessibility: { fields: ['id'], texts: ['description', 'details', 'url'] },
        addresses: {
          fields: [
            ...['id', 'attention', 'address_1', 'address_2', 'city', 'region', 'state_province', 'postal_code', 'country'],
            'address_type',
          ],
        },
      },
    },
  },
};

/** How such a service stands at a confidential place: that it does, and the area. */
export const confidentialPlaceFields: PublicFields = {
  fields: ['id'],
  nested: {
    location: {
      nested: {
        addresses: { fields: ['city', 'state_province', 'country'] },
      },
      fields: ['location_type', 'name', 'id'],
      attributes: 'marks',
    },
  },
};

/** A term belongs to everybody. */
export const termFields: PublicFields = {
  fields: ['id', 'code', 'name', 'description', 'parent_id', 'taxonomy', 'language', 'term_uri'],
};
