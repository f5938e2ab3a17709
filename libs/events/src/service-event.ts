import { z } from 'zod';
import { AccessibilityNeed, type AdmissionRule, enumOf, ExploitationType, Gender, LegalStatus, NeedCategory } from '@haven/kernel';
import { scheduleSchema } from './schedule.js';

/** Topic of service snapshots: compacted, key is the service id, a null value withdraws the service. */
export const serviceTopic = 'haven.registry.service.v1';

/** HSDS service status. */
export const ServiceStatus = enumOf('ACTIVE', 'INACTIVE', 'DEFUNCT', 'TEMPORARILY_CLOSED');
export type ServiceStatus = (typeof ServiceStatus)[keyof typeof ServiceStatus];

/** EXACT position; AREA: the centre of the public cell; CITY: the middle of the town of its address. */
export const LocationPrecision = enumOf('EXACT', 'AREA', 'CITY');
export type LocationPrecision = (typeof LocationPrecision)[keyof typeof LocationPrecision];

/** Admission rule on the wire; null parts are not said. */
export const admissionRuleSchema = z.object({
  persons: z
    .array(
      z.object({
        genders: z.array(z.enum(Gender)).nullable(),
        minimumAge: z.number().int().nullable(),
        maximumAge: z.number().int().nullable(),
        /** Years of which there is a part. Who has just that age in whole years is asked about. */
        exactMinimumAge: z.number().optional(),
        exactMaximumAge: z.number().optional(),
        accompaniedOnly: z.boolean(),
        /** The shelter says whether it admits them. Left out: certain. */
        asked: z.boolean().optional(),
        /** Terms of taxonomies that say so, by the crosswalks. */
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
  /** For a tel: link (RFC 3966), as "+12027978806;ext=1311"; null or left out: the number is not understood. */
  dial: z.string().nullable().optional(),
  extension: z.string().nullable(),
  type: z.string().nullable(),
  languages: z.array(z.string()),
});

/** A service exactly as the graph shows it, instants as ISO 8601 text. */
export const serviceViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  alternateName: z.string().nullable(),
  description: z.string().nullable(),
  status: z.enum(ServiceStatus),
  categories: z.array(z.enum(NeedCategory)),
  organization: z.object({ id: z.string(), name: z.string() }),
  /** Only places that can be on a map. */
  locations: z.array(locationSchema),
  languages: z.array(z.string()),
  admission: admissionRuleSchema,
  phones: z.array(phoneSchema),
  url: z.string().nullable(),
  email: z.string().nullable(),
  confidential: z.boolean(),
  verifiedAt: z.string().nullable(),
  /** Since when the files of its directory no longer have it; left out: they do. */
  missingSince: z.string().optional(),
  version: z.number().int(),
  hsds: z.record(z.string(), z.unknown()),
});

/** HSDS `service_capacity` of one unit, with the admission rule that its attributes state. */
const seedCapacitySchema = z.object({
  id: z.string(),
  name: z.string(),
  available: z.number().int().nullable(),
  maximum: z.number().int().nullable(),
  /** ISO 8601; null: the directory does not say when it was counted. */
  updatedAt: z.string().nullable(),
  admits: admissionRuleSchema,
});

/** GeoJSON multipolygon, positions as [longitude, latitude] in WGS 84 degrees. */
const multiPolygonSchema = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))),
});

/** Somebody who interprets at a service. */
const interpreterSchema = z.object({
  /** BCP 47; null: other languages, which is not said. */
  language: z.string().nullable(),
  /** Left out: not said. */
  by: z.enum(['THERE', 'PHONE']).optional(),
  /** Of those who do it; left out: not said. */
  genders: z.array(z.enum(Gender)).optional(),
  /** Whether they are of the people who speak the language among themselves; left out: not said. */
  fromCommunity: z.boolean().optional(),
});

/** Full snapshot of one service. */
export const serviceSnapshotSchema = z.object({
  service: serviceViewSchema,
  /** H3 cell of each confidential location, by location id. */
  publicCells: z.record(z.string(), z.string()),
  /** Where the service takes people from; null: not declared, or not as geometry. */
  serviceArea: multiPolygonSchema.nullable(),
  /** Beside the area, countries that it takes people from: ISO 3166-1 alpha-2. Neither is there: from everywhere. */
  serviceCountries: z.array(z.string()).optional(),
  /** It declares an area that cannot be read, or not whole: whoever is outside of what is known is asked about. */
  serviceAreaUnclear: z.boolean().optional(),
  /** Countries of its addresses, ISO 3166-1 alpha-2; left out: it has a place on the map. */
  addressCountries: z.array(z.string()).optional(),
  /** Seeds of bed pools. */
  capacities: z.array(seedCapacitySchema),
  /** When it is open; left out: the directory does not say. */
  schedules: z.array(scheduleSchema).optional(),
  /** Who interprets there, besides those who speak a language themselves; left out: the directory does not say. */
  interpreters: z.array(interpreterSchema).optional(),
});

export type ServiceView = z.infer<typeof serviceViewSchema>;
export type ServiceSnapshot = z.infer<typeof serviceSnapshotSchema>;
/** A count of one unit that a directory states: the seed of a bed pool. */
export interface SeedCapacity extends Readonly<Omit<z.infer<typeof seedCapacitySchema>, 'admits'>> {
  readonly admits: AdmissionRule;
}
/** CloudEvents type of {@link ServiceSnapshot}. */
export const serviceSnapshotType = 'haven.registry.service.snapshot';
/** CloudEvents type of a withdrawal; data is null. */
export const serviceWithdrawnType = 'haven.registry.service.withdrawn';
