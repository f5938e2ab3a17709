import type { JsonValue, ObjectName } from '../../hsds/record.js';

/** How to read a kind of CSV file of HSDS 2.x or of a real publisher as an HSDS 3.1 object. */
export interface FileVariant {
  readonly object: ObjectName;
  /** Publisher's column → Haven's property or foreign key. Other columns keep their names. */
  readonly columns?: { readonly [column: string]: string };
  /** Values that the kind of file implies. */
  readonly constants?: { readonly [property: string]: JsonValue };
  /** Ids in this kind of file are line numbers of a sort, so Haven makes an id and keeps theirs as `source_id`. */
  readonly madeIds?: boolean;
  /** The column that makes the row a child of any object: `[id column, object]`. */
  readonly ownerOf?: readonly [column: string, object: ObjectName];
  /** The rows repeat those of another file. */
  readonly repeats?: string;
}

const weekly: FileVariant = { object: 'schedule', constants: { freq: 'WEEKLY' } };
const serviceAttribute: FileVariant = {
  object: 'attribute',
  columns: { taxonomy_id: 'taxonomy_term_id', taxonomy_recordid: 'taxonomy_term_id' },
  ownerOf: ['service_id', 'service'],
};
const servicePart = (label: string, column: string): FileVariant => ({
  object: 'attribute',
  columns: { [column]: 'value' },
  constants: { label },
  ownerOf: ['service_id', 'service'],
});

/** File name without `.csv`, in lower case. Official HSDS 3.1 names need no entry. */
export const fileVariants: { readonly [name: string]: FileVariant } = {
  physical_addresses: { object: 'address', constants: { address_type: 'physical' } },
  postal_addresses: { object: 'address', constants: { address_type: 'postal' } },
  regular_schedules: weekly,
  holiday_schedules: { object: 'schedule', columns: { start_date: 'valid_from', end_date: 'valid_to' } },
  services_at_location: { object: 'service_at_location' },
  services_at_locations: { object: 'service_at_location' },
  accessibility_for_disabilities: { object: 'accessibility', columns: { accessibility: 'description' }, madeIds: true },
  service_attributes: serviceAttribute,
  service_taxonomy: serviceAttribute,
  services_taxonomy: serviceAttribute,
  other_attributes: { object: 'attribute', columns: { link_type: 'link_entity' } },
  eligibility: servicePart('eligibility', 'eligibility'),
  payment_accepted: servicePart('payment_accepted', 'payment'),
  payments_accepted: servicePart('payment_accepted', 'payment'),
  fees: { object: 'cost_option', columns: { fee: 'amount_description' } },
  taxonomy_types: { object: 'taxonomy', columns: { taxonomy_type_recordid: 'id', reference_url: 'uri', notes: 'description' } },
  taxonomy_terms_types: { object: 'taxonomy_term', repeats: 'taxonomy_terms.csv' },
  detail: { object: 'meta_table_description' },
};

/**
 * Columns of HSDS 2.x and of publishers that name each column after its table, by object. One is used if HSDS 3.1 has no column of this
 * name, and the header lacks the name that it stands for.
 */
export const columnVariants: { readonly [name in ObjectName]?: { readonly [column: string]: string } } = {
  organization: {
    organization_recordid: 'id',
    organization_name: 'name',
    organization_alternate_name: 'alternate_name',
    organization_description: 'description',
    organization_email: 'email',
    organization_url: 'website',
    url: 'website',
    organization_year_incorporated: 'year_incorporated',
    organization_tax_id: 'tax_id',
    organization_tax_status: 'tax_status',
    organization_legal_status: 'legal_status',
  },
  program: { program_recordid: 'id', program_name: 'name', program_alternate_name: 'alternate_name' },
  service: {
    service_recordid: 'id',
    service_name: 'name',
    service_alternate_name: 'alternate_name',
    service_organization: 'organization_id',
    service_description: 'description',
    service_url: 'url',
    service_email: 'email',
    service_status: 'status',
    service_application_process: 'application_process',
    service_wait_time: 'wait_time',
    service_fees: 'fees',
    service_accreditations: 'accreditations',
    service_licenses: 'licenses',
    service_program: 'program_id',
    eligibility: 'eligibility_description',
  },
  location: {
    location_recordid: 'id',
    location_name: 'name',
    location_alternate_name: 'alternate_name',
    location_organization: 'organization_id',
    location_description: 'description',
    location_transportation: 'transportation',
    location_latitude: 'latitude',
    location_longitude: 'longitude',
  },
  address: { address_recordid: 'id', address: 'address_1', state: 'state_province', zip: 'postal_code' },
  phone: { phone_recordid: 'id', phone_number: 'number', phone_extension: 'extension', phone_type: 'type' },
  contact: {
    contact_recordid: 'id',
    contact_name: 'name',
    contact_title: 'title',
    contact_department: 'department',
    contact_email: 'email',
  },
  schedule: { schedule_recordid: 'id', schedule_description: 'description' },
  language: { language: 'name' },
  service_area: { service_area: 'name' },
  taxonomy_term: { vocabulary: 'taxonomy', parent_name: 'parent_id' },
  accessibility: { accessibility: 'description' },
};

/** If a header has the column `key`, these names mean this, whatever HSDS 3.1 says. */
export const headerVariants: { readonly [column: string]: { readonly [column: string]: string } } = {
  taxonomy_recordid: {
    taxonomy_recordid: 'id',
    taxonomy_name: 'name',
    taxonomy_parent_name: 'parent_id',
    taxonomy_x_description: 'description',
    // Here `taxonomy` is the id of a taxonomy, and `taxonomy_id` the publisher's own key of the term.
    taxonomy: 'taxonomy_id',
    taxonomy_id: 'source_taxonomy_id',
  },
};
