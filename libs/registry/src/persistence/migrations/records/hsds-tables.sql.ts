/** The 24 objects of HSDS 3.1. `haven_extra` holds what has no column, so that nothing is dropped. */
export const hsdsTables = `
  CREATE TABLE registry."organization" (
    id text CONSTRAINT "organization_pkey" PRIMARY KEY,
    "name" text, "alternate_name" text, "description" text, "email" text, "website" text, "tax_status" text,
    "tax_id" text, "year_incorporated" double precision, "legal_status" text, "logo" text, "uri" text,
    "parent_organization_id" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."program" (
    id text CONSTRAINT "program_pkey" PRIMARY KEY,
    "name" text, "alternate_name" text, "description" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."service" (
    id text CONSTRAINT "service_pkey" PRIMARY KEY,
    "name" text, "alternate_name" text, "description" text, "url" text, "email" text, "status" text,
    "interpretation_services" text, "application_process" text, "fees_description" text, "wait_time" text,
    "fees" text, "accreditations" text, "eligibility_description" text, "minimum_age" double precision,
    "maximum_age" double precision, "assured_date" text, "assurer_email" text, "licenses" text, "alert" text,
    "last_modified" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."attribute" (
    id text CONSTRAINT "attribute_pkey" PRIMARY KEY,
    "link_id" text, "link_type" text, "link_entity" text, "value" text, "label" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."service_at_location" (
    id text CONSTRAINT "service_at_location_pkey" PRIMARY KEY,
    "description" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."location" (
    id text CONSTRAINT "location_pkey" PRIMARY KEY,
    "location_type" text, "url" text, "name" text, "alternate_name" text, "description" text,
    "transportation" text, "latitude" double precision, "longitude" double precision, "external_identifier" text,
    "external_identifier_type" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."phone" (
    id text CONSTRAINT "phone_pkey" PRIMARY KEY,
    "number" text, "extension" double precision, "type" text, "description" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."contact" (
    id text CONSTRAINT "contact_pkey" PRIMARY KEY,
    "name" text, "title" text, "department" text, "email" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."address" (
    id text CONSTRAINT "address_pkey" PRIMARY KEY,
    "attention" text, "address_1" text, "address_2" text, "city" text, "region" text, "state_province" text,
    "postal_code" text, "country" text, "address_type" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."schedule" (
    id text CONSTRAINT "schedule_pkey" PRIMARY KEY,
    "valid_from" text, "valid_to" text, "dtstart" text, "timezone" double precision, "until" text,
    "count" double precision, "wkst" text, "freq" text, "interval" double precision, "byday" text, "byweekno" text,
    "bymonthday" text, "byyearday" text, "description" text, "opens_at" text, "closes_at" text,
    "schedule_link" text, "attending_type" text, "notes" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."funding" (
    id text CONSTRAINT "funding_pkey" PRIMARY KEY,
    "source" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."service_area" (
    id text CONSTRAINT "service_area_pkey" PRIMARY KEY,
    "name" text, "description" text, "extent" text, "extent_type" text, "uri" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."required_document" (
    id text CONSTRAINT "required_document_pkey" PRIMARY KEY,
    "document" text, "uri" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."language" (
    id text CONSTRAINT "language_pkey" PRIMARY KEY,
    "name" text, "code" text, "note" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."accessibility" (
    id text CONSTRAINT "accessibility_pkey" PRIMARY KEY,
    "description" text, "details" text, "url" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."taxonomy_term" (
    id text CONSTRAINT "taxonomy_term_pkey" PRIMARY KEY,
    "code" text, "name" text, "description" text, "parent_id" text, "taxonomy" text, "language" text,
    "term_uri" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."metadata" (
    id text CONSTRAINT "metadata_pkey" PRIMARY KEY,
    "resource_id" text, "resource_type" text, "last_action_date" text, "last_action_type" text, "field_name" text,
    "previous_value" text, "replacement_value" text, "updated_by" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."meta_table_description" (
    id text CONSTRAINT "meta_table_description_pkey" PRIMARY KEY,
    "name" text, "language" text, "character_set" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."cost_option" (
    id text CONSTRAINT "cost_option_pkey" PRIMARY KEY,
    "valid_from" text, "valid_to" text, "option" text, "currency" text, "amount" double precision,
    "amount_description" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."organization_identifier" (
    id text CONSTRAINT "organization_identifier_pkey" PRIMARY KEY,
    "identifier_scheme" text, "identifier_type" text, "identifier" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."taxonomy" (
    id text CONSTRAINT "taxonomy_pkey" PRIMARY KEY,
    "name" text, "description" text, "uri" text, "version" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."service_capacity" (
    id text CONSTRAINT "service_capacity_pkey" PRIMARY KEY,
    "available" double precision, "maximum" double precision, "description" text, "updated" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."unit" (
    id text CONSTRAINT "unit_pkey" PRIMARY KEY,
    "name" text, "scheme" text, "identifier" text, "uri" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
  CREATE TABLE registry."url" (
    id text CONSTRAINT "url_pkey" PRIMARY KEY,
    "label" text, "url" text,
    haven_source text NOT NULL, haven_digest text NOT NULL, haven_extra jsonb NOT NULL DEFAULT '{}'
  );
`;
