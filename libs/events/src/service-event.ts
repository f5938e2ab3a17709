import { z } from 'zod';
import { AccessibilityNeed, type AdmissionRule, enumOf, ExploitationType, Gender, LegalStatus, NeedCategory } from '@haven/kernel';
import { scheduleSchema } from './schedule.js';

/** Topic of service snapshots: compacted, key is the service id, a null value withdraws the service. */
export const serviceTopic = 'haven.registry.service.v1';

/** HSDS service status. */
export const ServiceStatus = enumOf('ACTIVE', 'INACTIVE', 'DEFUNCT', 'TEMPORARILY_CLOSED');
export type ServiceStatus = (typeof ServiceStatus)[keyof typeof ServiceStatus];

/** EXACT: the position itself; AREA: the centre of the public cell; CITY: the middle of the town of its address. */
export const LocationPrecision = enumOf('EXACT', 'AREA', 'CITY');
export type LocationPrecision = (typeof LocationPrecision)[keyof typeof LocationPrecision];

/** Admission rule in an event; null parts are unknown. */
export const admissionRuleSchema = z.object({
  persons: z
    .array(
      z.object({
        genders: z.array(z.enum(Gender)).nullable(),
        minimumAge: z.number().int().nullable(),
        maximumAge: z.number().int().nullable(),
        /** Age limits that include a part of a year. People of exactly that age in whole years are asked about. */
        exactMinimumAge: z.number().optional(),
        exactMaximumAge: z.number().optional(),
        accompaniedOnly: z.boolean(),
        /** The shelter decides whether it admits them. Missing: certain. */
        asked: z.boolean().optional(),
        /** Terms of taxonomies on which this is based, by the crosswalks. */
        terms: z.array(z.string()).optional(),
      }),
    )
    .nullable(),
  legalStatuses: z.array(z.enum(LegalStatus)).nullable(),
  nationalities: z.array(z.string()).nullable(),
  exploitation: z.array(z.enum(ExploitationType)).nullable(),
  pregnancy: z.boolean().nullable(),
  accessibility: z.array(z.enum(AccessibilityNeed)).nullable(),
  referralRequired: z.boolean().nullable(),
});

const locationSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  latitude: z.number(),
  longitude: z.number(),
  /** AREA: the position is the centre of the public cell, and the address is null. CITY: it is the middle of the town. */
  precision: z.enum(LocationPrecision),
  address: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
});

const phoneSchema = z.object({
  number: z.string(),
  /** For a tel: link (RFC 3966), like "+12027978806;ext=1311"; null or missing: the number cannot be parsed. */
  dial: z.string().nullable().optional(),
  extension: z.string().nullable(),
  type: z.string().nullable(),
  languages: z.array(z.string()),
});

/** A service exactly as the graph shows it; instants are ISO 8601 text. */
export const serviceViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  alternateName: z.string().nullable(),
  description: z.string().nullable(),
  status: z.enum(ServiceStatus),
  categories: z.array(z.enum(NeedCategory)),
  organization: z.object({ id: z.string(), name: z.string() }),
  /** Only places with a position on a map. */
  locations: z.array(locationSchema),
  languages: z.array(z.string()),
  admission: admissionRuleSchema,
  phones: z.array(phoneSchema),
  url: z.string().nullable(),
  email: z.string().nullable(),
  confidential: z.boolean(),
  verifiedAt: z.string().nullable(),
  /** Since when the files of its directory no longer contain it; missing: they do. */
  missingSince: z.string().optional(),
  version: z.number().int(),
  hsds: z.record(z.string(), z.unknown()),
});

/** HSDS `service_capacity` of one unit, with the admission rule from its attributes. */
const seedCapacitySchema = z.object({
  id: z.string(),
  name: z.string(),
  available: z.number().int().nullable(),
  maximum: z.number().int().nullable(),
  /** ISO 8601; null: the directory gives no time of the count. */
  updatedAt: z.string().nullable(),
  admits: admissionRuleSchema,
});

/** GeoJSON multipolygon, positions as [longitude, latitude] in WGS 84 degrees. */
const multiPolygonSchema = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
});

/** An interpreter at a service. */
const interpreterSchema = z.object({
  /** BCP 47; null: other, unnamed languages. */
  language: z.string().nullable(),
  /** Missing: unknown. */
  by: z.enum(['THERE', 'PHONE']).optional(),
  /** Genders of the interpreters; missing: unknown. */
  genders: z.array(z.enum(Gender)).optional(),
  /** Whether they belong to the community that speaks the language; missing: unknown. */
  fromCommunity: z.boolean().optional(),
});

/** Full snapshot of one service. */
export const serviceSnapshotSchema = z.object({
  service: serviceViewSchema,
  /** H3 cell of each confidential location, by location id. */
  publicCells: z.record(z.string(), z.string()),
  /** The area from which the service takes people; null: not declared, or not as geometry. */
  serviceArea: multiPolygonSchema.nullable(),
  /** In addition to the area, countries from which it takes people: ISO 3166-1 alpha-2. Without both: from everywhere. */
  serviceCountries: z.array(z.string()).optional(),
  /** It declares an area that cannot be fully read: people outside of the known part are asked about. */
  serviceAreaUnclear: z.boolean().optional(),
  /** Countries of its addresses, ISO 3166-1 alpha-2; missing: it has a place on the map. */
  addressCountries: z.array(z.string()).optional(),
  /** Seeds of bed pools. */
  capacities: z.array(seedCapacitySchema),
  /** When it is open; missing: unknown. */
  schedules: z.array(scheduleSchema).optional(),
  /** Its interpreters, besides staff who speak a language themselves; missing: unknown. */
  interpreters: z.array(interpreterSchema).optional(),
});

export type ServiceView = z.infer<typeof serviceViewSchema>;
export type ServiceSnapshot = z.infer<typeof serviceSnapshotSchema>;
/** A count of one unit in a directory: the seed of a bed pool. */
export interface SeedCapacity extends Readonly<Omit<z.infer<typeof seedCapacitySchema>, 'admits'>> {
  readonly admits: AdmissionRule;
}
/** CloudEvents type of {@link ServiceSnapshot}. */
export const serviceSnapshotType = 'haven.registry.service.snapshot';
/** CloudEvents type of a withdrawal; data is null. */
export const serviceWithdrawnType = 'haven.registry.service.withdrawn';
