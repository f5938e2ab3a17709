// What all mutations have in common.
import { randomUUID } from 'node:crypto';

/** Each call has its own key, so that it does its work rather than repeat a stored answer. */
export const once = (input) => ({ idempotencyKey: randomUUID(), ...input });

/** How it ended. */
export const said = '{ __typename ... on UserError { code } }';
