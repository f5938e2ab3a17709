/** Fields of HSDS 3.1 that cannot reveal where a place is; any other field may. An index has this list, too. */
export const plainFields: readonly string[] = [
  ...['name', 'alternate_name', 'description', 'email', 'website', 'url', 'uri', 'tax_status', 'tax_id', 'year_incorporated', 'logo'],
  ...[
    'legal_status',
    'parent_organization_id',
    'status',
    'interpretation_services',
    'application_process',
    'fees_description',
    'wait_time',
  ],
  ...[
    'fees',
    'accreditations',
    'eligibility_description',
    'minimum_age',
    'maximum_age',
    'assured_date',
    'assurer_email',
    'licenses',
    'alert',
  ],
  ...['last_modified', 'number', 'extension', 'title', 'department', 'valid_from', 'valid_to', 'opens_at', 'closes_at', 'byday', 'freq'],
  ...['code', 'language', 'label', 'value', 'source', 'document', 'option', 'currency', 'amount', 'amount_description', 'identifier'],
  ...['identifier_scheme', 'identifier_type', 'available', 'maximum', 'updated', 'scheme', 'taxonomy', 'parent_id', 'version'],
];
