import type { ObjectName } from './record.js';

/** Type of a scalar. `uuid` is a text that HSDS wants to be a UUID; other texts are kept. */
export type ScalarType = 'string' | 'number' | 'date' | 'datetime' | 'time' | 'email' | 'uri';

/** A scalar property of an HSDS object. */
export interface ScalarProperty {
  readonly name: string;
  readonly type: ScalarType;
  readonly required: boolean;
  /** Allowed values, if HSDS lists them. */
  readonly values: readonly string[] | null;
}

/** A property that nests other objects. */
export interface NestedProperty {
  readonly name: string;
  readonly object: ObjectName;
  readonly many: boolean;
}

/**
 * A tabular column that refers to another row: `link` puts this row into one of that row's arrays, `reference` nests that row in this one.
 */
export interface ForeignKey {
  readonly column: string;
  readonly object: ObjectName;
  readonly property: string;
  readonly kind: 'link' | 'reference';
}

/** The declaration of an object in HSDS 3.1. */
export interface ObjectDeclaration {
  readonly object: ObjectName;
  /** Tabular file name without `.csv`. */
  readonly file: string;
  readonly scalars: ReadonlyMap<string, ScalarProperty>;
  readonly nested: ReadonlyMap<string, NestedProperty>;
  readonly foreignKeys: readonly ForeignKey[];
}

interface Compact {
  readonly file: string;
  /** Space separated: `name`, `name!` when required, `name:type`, `name=a|b` with the allowed values (`_` for a blank). */
  readonly scalars: string;
  /** Space separated: `property=object`, `property=object[]`. */
  readonly nested: string;
  /** Space separated: `column>object.property` (this row is in that array), `column<property=object` (this row nests that one). */
  readonly keys: string;
}

const days = 'MO|TU|WE|TH|FR|SA|SU';
const places = 'physical|postal|virtual';

const compact: Record<ObjectName, Compact> = {
  organization: {
    file: 'organizations',
    scalars:
      'name! alternate_name description! email:email website:uri tax_status tax_id year_incorporated:number legal_status logo uri:uri parent_organization_id',
    nested:
      'additional_websites=url[] funding=funding[] contacts=contact[] phones=phone[] locations=location[] programs=program[] organization_identifiers=organization_identifier[] services=service[] attributes=attribute[] metadata=metadata[]',
    keys: '',
  },
  program: {
    file: 'programs',
    scalars: 'name! alternate_name description!',
    nested: 'attributes=attribute[] metadata=metadata[]',
    keys: 'organization_id>organization.programs',
  },
  service: {
    file: 'services',
    scalars:
      'name! alternate_name description url:uri email:email status!=active|inactive|defunct|temporarily_closed interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age:number maximum_age:number assured_date:date assurer_email:email licenses alert last_modified:datetime',
    nested:
      'additional_urls=url[] phones=phone[] schedules=schedule[] service_areas=service_area[] service_at_locations=service_at_location[] languages=language[] organization=organization funding=funding[] cost_options=cost_option[] program=program required_documents=required_document[] contacts=contact[] capacities=service_capacity[] attributes=attribute[] metadata=metadata[]',
    keys: 'organization_id<organization=organization program_id<program=program',
  },
  service_at_location: {
    file: 'service_at_location',
    scalars: 'description',
    nested:
      'service_areas=service_area[] contacts=contact[] phones=phone[] schedules=schedule[] location=location service=service attributes=attribute[] metadata=metadata[]',
    keys: 'service_id>service.service_at_locations location_id<location=location',
  },
  location: {
    file: 'locations',
    scalars: `location_type!=${places} url:uri name alternate_name description transportation latitude:number longitude:number external_identifier external_identifier_type`,
    nested:
      'languages=language[] addresses=address[] contacts=contact[] accessibility=accessibility[] phones=phone[] schedules=schedule[] attributes=attribute[] metadata=metadata[]',
    keys: 'organization_id>organization.locations',
  },
  phone: {
    file: 'phones',
    scalars: 'number! extension:number type description',
    nested: 'languages=language[] attributes=attribute[] metadata=metadata[]',
    keys: 'location_id>location.phones service_id>service.phones organization_id>organization.phones contact_id>contact.phones service_at_location_id>service_at_location.phones',
  },
  contact: {
    file: 'contacts',
    scalars: 'name title department email:email',
    nested: 'phones=phone[] attributes=attribute[] metadata=metadata[]',
    keys: 'organization_id>organization.contacts service_id>service.contacts service_at_location_id>service_at_location.contacts location_id>location.contacts',
  },
  address: {
    file: 'addresses',
    scalars: `attention address_1! address_2 city! region state_province! postal_code! country! address_type!=${places}`,
    nested: 'attributes=attribute[] metadata=metadata[]',
    keys: 'location_id>location.addresses',
  },
  schedule: {
    file: 'schedules',
    scalars: `valid_from:date valid_to:date dtstart:date timezone:number until:date count:number wkst=${days} freq=WEEKLY|MONTHLY interval:number byday byweekno bymonthday byyearday description opens_at:time closes_at:time schedule_link:uri attending_type notes`,
    nested: 'attributes=attribute[] metadata=metadata[]',
    keys: 'service_id>service.schedules location_id>location.schedules service_at_location_id>service_at_location.schedules',
  },
  funding: {
    file: 'funding',
    scalars: 'source',
    nested: 'attributes=attribute[] metadata=metadata[]',
    keys: 'organization_id>organization.funding service_id>service.funding',
  },
  service_area: {
    file: 'service_areas',
    scalars: 'name description extent extent_type uri',
    nested: 'attributes=attribute[] metadata=metadata[]',
    keys: 'service_id>service.service_areas service_at_location_id>service_at_location.service_areas',
  },
  required_document: {
    file: 'required_documents',
    scalars: 'document uri:uri',
    nested: 'attributes=attribute[] metadata=metadata[]',
    keys: 'service_id>service.required_documents',
  },
  language: {
    file: 'languages',
    scalars: 'name code note',
    nested: 'attributes=attribute[] metadata=metadata[]',
    keys: 'service_id>service.languages location_id>location.languages phone_id>phone.languages',
  },
  accessibility: {
    file: 'accessibility',
    scalars: 'description details url:uri',
    nested: 'attributes=attribute[] metadata=metadata[]',
    keys: 'location_id>location.accessibility',
  },
  attribute: {
    file: 'attributes',
    scalars: 'link_id link_type link_entity value label',
    nested: 'taxonomy_term=taxonomy_term metadata=metadata[]',
    keys: 'taxonomy_term_id<taxonomy_term=taxonomy_term',
  },
  taxonomy_term: {
    file: 'taxonomy_terms',
    scalars: 'code name! description! parent_id taxonomy language term_uri:uri',
    nested: 'taxonomy_detail=taxonomy metadata=metadata[]',
    keys: 'taxonomy_id<taxonomy_detail=taxonomy',
  },
  taxonomy: { file: 'taxonomies', scalars: 'name! description! uri:uri version', nested: 'metadata=metadata[]', keys: '' },
  metadata: {
    file: 'metadata',
    scalars:
      'resource_id resource_type last_action_date!:date last_action_type! field_name! previous_value! replacement_value! updated_by!',
    nested: '',
    keys: '',
  },
  meta_table_description: { file: 'meta_table_descriptions', scalars: 'name language character_set', nested: '', keys: '' },
  cost_option: {
    file: 'cost_options',
    scalars: 'valid_from:date valid_to:date option currency amount:number amount_description',
    nested: 'attributes=attribute[] metadata=metadata[]',
    keys: 'service_id>service.cost_options',
  },
  organization_identifier: {
    file: 'organization_identifiers',
    scalars: 'identifier_scheme identifier_type! identifier!',
    nested: 'attributes=attribute[] metadata=metadata[]',
    keys: 'organization_id>organization.organization_identifiers',
  },
  service_capacity: {
    file: 'service_capacity',
    scalars: 'available!:number maximum:number description updated!:datetime',
    nested: 'unit=unit attributes=attribute[] metadata=metadata[]',
    keys: 'service_id>service.capacities unit_id<unit=unit',
  },
  unit: { file: 'units', scalars: 'name! scheme identifier uri:uri', nested: 'attributes=attribute[] metadata=metadata[]', keys: '' },
  url: {
    file: 'url',
    scalars: 'label url!:uri',
    nested: 'attributes=attribute[] metadata=metadata[]',
    keys: 'organization_id>organization.additional_websites service_id>service.additional_urls',
  },
};

const words = (text: string): string[] => text.split(' ').filter(Boolean);

function scalarOf(word: string): ScalarProperty {
  const [, name = '', sign, type, values] = /^(\w+?)(!?)(?::(\w+))?(?:=(.+))?$/.exec(word) ?? [];
  return { name, required: sign === '!', type: (type ?? 'string') as ScalarType, values: values?.replaceAll('_', ' ').split('|') ?? null };
}

function nestedOf(word: string): NestedProperty {
  const [name = '', object = ''] = word.split('=');
  return { name, object: object.replace('[]', '') as ObjectName, many: object.endsWith('[]') };
}

function keyOf(word: string): ForeignKey {
  const [, column = '', sign, left = '', right = ''] = /^(\w+)([<>])(\w+)[.=](\w+)$/.exec(word) ?? [];
  return sign === '>'
    ? { column, object: left as ObjectName, property: right, kind: 'link' }
    : { column, object: right as ObjectName, property: left, kind: 'reference' };
}

function declared(object: ObjectName): ObjectDeclaration {
  const { file, scalars, nested, keys } = compact[object];
  return {
    object,
    file,
    scalars: new Map(
      words(scalars)
        .map(scalarOf)
        .map((p) => [p.name, p]),
    ),
    nested: new Map(
      words(nested)
        .map(nestedOf)
        .map((p) => [p.name, p]),
    ),
    foreignKeys: words(keys).map(keyOf),
  };
}

/** Every HSDS 3.1 object by its name. */
export const declarations: ReadonlyMap<ObjectName, ObjectDeclaration> = new Map(
  (Object.keys(compact) as ObjectName[]).map((object) => [object, declared(object)]),
);

/** The declaration of the object in HSDS 3.1. */
export function declarationOf(object: ObjectName): ObjectDeclaration {
  return declarations.get(object)!;
}
