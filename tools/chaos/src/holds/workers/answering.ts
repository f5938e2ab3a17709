import {
  addSurgeBeds,
  changeHold,
  extendPlacement,
  holdBeds,
  holdGroup,
  joinWaitlist,
  leaveWaitlist,
  setBedCounts,
  setIntake,
  type Capacity,
} from '@haven/capacity';
import type { Database } from '@haven/persistence';
import type { Caller } from '@haven/security';
import { naiveHoldBeds } from './naive-claim.js';
import type { CallInput, Change, Look } from '../history.js';
import type { ApiRequest, ApiSettings } from './protocol.js';

const caseworker = (subject: string | null, organizationId: string | null): Caller => ({
  subject: subject!,
  role: 'CASEWORKER',
  organizationId,
});
const staff = (subject: string | null): Caller => ({ subject: subject!, role: 'PROVIDER', organizationId: 'shelters' });

/** Calls the use case of a request, as a caller with the right role. */
export function answering(database: Database, capacity: Capacity, naive: ApiSettings['naive']): (request: ApiRequest) => Promise<unknown> {
  const claim = (caller: Caller, command: never) =>
    naive === 'reads-then-writes' ? naiveHoldBeds(database, caller, command) : holdBeds(capacity, caller, command);
  return async ({ operation, key, subject, organization, input }) => {
    if (isLook(operation)) return looks[operation](capacity, input);
    const asked = Object.entries(input).map(([field, value]) => [field, field === 'endsAt' ? new Date(value as string) : value]);
    const command = { ...Object.fromEntries(asked), idempotencyKey: key } as never;
    if (operation === 'holdBeds') return claim(caseworker(subject, organization), command);
    if (isOfStaff(operation)) return ofStaff[operation](capacity, staff(subject), command);
    return ofWorkers[operation](capacity, caseworker(subject, organization), command);
  };
}

const looks: Readonly<Record<Look, (capacity: Capacity, input: CallInput) => Promise<unknown>>> = {
  availability: (capacity, { serviceId }) => capacity.availability(serviceId!),
  intake: (capacity, { serviceId }) => capacity.intake(serviceId!),
  waiting: async (capacity, { waitingId }) => (await capacity.waiting(waitingId!))?.waiting ?? { kind: 'NotFound' },
};
const isLook = (operation: Change | Look): operation is Look => operation in looks;

type UseCase = (capacity: Capacity, caller: Caller, command: never) => Promise<unknown>;

const ofStaff = {
  setBedCounts,
  addSurgeBeds,
  setIntake,
  acceptHold: changeHold('acceptHold'),
  declineHold: changeHold('declineHold'),
} as const satisfies { readonly [O in Change]?: UseCase };
const isOfStaff = (operation: Change): operation is keyof typeof ofStaff => operation in ofStaff;

const ofWorkers: Readonly<Record<Exclude<Change, keyof typeof ofStaff | 'holdBeds'>, UseCase>> = {
  holdGroup,
  joinWaitlist,
  leaveWaitlist,
  extendPlacement,
  confirmHold: changeHold('confirmHold'),
  releaseHold: changeHold('releaseHold'),
  checkOut: changeHold('checkOut'),
  takeOffer: changeHold('takeOffer'),
};
