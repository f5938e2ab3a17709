import type { Role } from '@haven/security';

/** A person who may sign in. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly organizationId: string | null;
  /** PHC string; null: no password chosen yet. */
  readonly passwordHash: string | null;
  /** The sealed secret of the second factor; null: none. */
  readonly secondFactor: Uint8Array | null;
  readonly disabled: boolean;
  /** A demo account, which works on this machine only. */
  readonly demo: boolean;
  /** Grows when everything issued before must become invalid. */
  readonly generation: number;
  readonly createdAt: Date;
}

/** What was done to an account. Recorded for ever, with the actor. */
export type AccountAction = 'ADDED' | 'PASSWORD_CHOSEN' | 'SECOND_FACTOR_ADDED' | 'DISABLED' | 'ENABLED' | 'RESET' | 'REMOVED';

/** Who changes an account: the command line, or the id of an account. */
export type Actor = string;

/** The command line. Its user owns the data directory. */
export const commandLine: Actor = 'command line';
