import { enumOf } from '@haven/kernel';
import { z } from 'zod';
import { admissionRuleSchema } from './service-event.js';

/** Topic of bed counts: compacted, key is the service id. */
export const availabilityTopic = 'haven.capacity.availability.v1';

/** CloudEvents type of {@link AvailabilitySnapshot}. */
export const availabilityType = 'haven.capacity.availability.changed';

/** CloudEvents type of the tombstone of a withdrawn service; its data is null. */
export const availabilityWithdrawnType = 'haven.capacity.availability.withdrawn';

/** FHIR SDOHCC capacity status. */
export const CapacityStatus = enumOf('CAPACITY', 'NO_CAPACITY', 'WAITLIST', 'ADDITIONAL_ASSESSMENT_REQUIRED', 'UNKNOWN');
export type CapacityStatus = (typeof CapacityStatus)[keyof typeof CapacityStatus];

/** One pool with its counts; free = total − occupied − held − outOfService. */
export const bedPoolSchema = z.object({
  id: z.string(),
  serviceId: z.string(),
  /** Room 1, Room 2, …: only staff and coordinators see the given names. */
  name: z.string(),
  admits: admissionRuleSchema,
  total: z.number().int(),
  occupied: z.number().int(),
  held: z.number().int(),
  outOfService: z.number().int(),
  free: z.number().int(),
  version: z.number().int(),
  /** ISO 8601; null: never counted. */
  confirmedAt: z.string().nullable(),
});

/** All pools of one service at one moment. */
export const availabilitySnapshotSchema = z.object({
  serviceId: z.string(),
  organizationId: z.string(),
  country: z.string().nullable(),
  free: z.number().int(),
  total: z.number().int(),
  status: z.enum(CapacityStatus),
  /** The oldest count of the pools, since that is the least certain one. */
  confirmedAt: z.string().nullable(),
  /** Increases by one with every change of the service's beds. */
  sequence: z.number().int(),
  pools: z.array(bedPoolSchema),
});

export type BedPoolView = z.infer<typeof bedPoolSchema>;
export type AvailabilitySnapshot = z.infer<typeof availabilitySnapshotSchema>;
