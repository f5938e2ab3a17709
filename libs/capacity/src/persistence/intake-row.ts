import { usualIntake, type Intake } from '../placing/intake.js';

/** How a service takes people in, as the database keeps it. */
export interface IntakeRow {
  readonly open: boolean;
  readonly closed_because: Intake['closedBecause'];
  /** Text if a database function made JSON of the row. */
  readonly closed_until: Date | string | null;
  readonly requires_acceptance: boolean;
  readonly acceptance_minutes: number;
  readonly usual_minutes: number;
  readonly most_beds_per_organization: number | null;
  readonly version: number;
}

/** The intake of a service; null: it has not set one, so the defaults apply. */
export const intakeOf = (row: IntakeRow | null): Intake =>
  row === null
    ? usualIntake
    : {
        open: row.open,
        closedBecause: row.closed_because,
        closedUntil: row.closed_until === null ? null : new Date(row.closed_until).toISOString(),
        requiresAcceptance: row.requires_acceptance,
        acceptanceMinutes: row.acceptance_minutes,
        usualMinutes: row.usual_minutes,
        mostBedsPerOrganization: row.most_beds_per_organization,
        version: row.version,
      };
