import type { Role } from '@haven/security';

/** Somebody who may sign in. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly organizationId: string | null;
  /** PHC string; null: no password was chosen yet. */
  readonly passwordHash: string | null;
  /** The sealed secret of the second factor; null: none. */
  readonly secondFactor: Uint8Array | null;
  readonly disabled: boolean;
  /** One of the demo directory's, which counts on this machine only. */
  readonly demo: boolean;
  /** Grows when what was issued before must count no more. */
  readonly generation: number;
  readonly createdAt: Date;
}

/** What was done to an account; kept for ever, with who did it. */
export type AccountAction = 'ADDED' | 'PASSWORD_CHOSEN' | 'SECOND_FACTOR_ADDED' | 'DISABLED' | 'ENABLED' | 'RESET' | 'REMOVED';

/** Actor that changes an account: the command line, or the id of an account. */
export type Actor = string;

/** The command line, whose user owns the data directory. */
export const commandLine: Actor = 'command line';
