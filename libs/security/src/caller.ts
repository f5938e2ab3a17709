import { enumOf } from '@haven/kernel';

/** What a person does in the system; the token says which. */
export const Role = enumOf('HOTLINE', 'CASEWORKER', 'PROVIDER', 'COORDINATOR', 'AUDITOR');
/** {@link Role} */
export type Role = (typeof Role)[keyof typeof Role];

/** The caller, as the verified token names it. */
export interface Caller {
  readonly subject: string;
  readonly role: Role;
  /** Never null for a provider. */
  readonly organizationId: string | null;
}

/** Whether the text names a role exactly. */
export const isRole = (value: unknown): value is Role => typeof value === 'string' && Object.hasOwn(Role, value);
