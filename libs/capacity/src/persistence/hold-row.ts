import type { HoldState, HoldView } from '@haven/events';
import type { Reason } from '@haven/kernel';
import type { GuestView, StoredHold } from '../ports.js';

/** A hold as the database stores it, with its beds. Times are Dates, or text inside JSON. */
export interface HoldRow {
  readonly id: string;
  readonly service_id: string;
  readonly state: HoldState;
  readonly subject: string;
  readonly organization_id: string | null;
  readonly case_reference: string | null;
  readonly party: readonly GuestView[] | null;
  readonly asks: readonly Reason[];
  readonly created_at: Date | string;
  readonly expires_at: Date | string;
  readonly accept_by: Date | string | null;
  readonly acceptance_minutes: number | null;
  readonly version: number;
  readonly beds: HoldView['beds'];
  readonly shelter: string;
  readonly is_offer: boolean;
  readonly stay_until: string | null;
}

/** Formats an instant of the database as ISO 8601. */
export const iso = (time: Date | string): string => new Date(time).toISOString();

/** The hold as use cases see it. */
export const holdOf = (row: HoldRow): StoredHold => ({
  hold: {
    id: row.id,
    serviceId: row.service_id,
    state: row.state,
    beds: row.beds,
    createdAt: iso(row.created_at),
    expiresAt: iso(row.expires_at),
    version: row.version,
  },
  isOffer: row.is_offer,
  expectedEnd: row.stay_until,
  acceptBy: row.accept_by === null ? null : iso(row.accept_by),
  isToAccept: row.accept_by !== null || row.acceptance_minutes !== null,
  holder: { subject: row.subject, organizationId: row.organization_id },
  shelterOrganizationId: row.shelter,
  caseReference: row.case_reference,
  party: row.party,
  asks: row.asks,
});
