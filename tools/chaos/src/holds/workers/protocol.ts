import type { CallInput, Change, Look } from '../history.js';

/** Settings of a process at its start: one JSON text as its only argument. */
export interface ApiSettings {
  readonly database: { readonly host: string; readonly port: number; readonly user: string; readonly database: string };
  /** A deliberate fault, so that the checker has something to find: in a claim, a list, or a rule. */
  readonly naive?: 'reads-then-writes' | 'last-come-first-served' | 'rules-of-pools-only';
}

/** A request; `input` is the command of the use case without its key. */
export interface ApiRequest {
  readonly id: number;
  readonly operation: Change | Look;
  readonly key: string | null;
  readonly subject: string | null;
  readonly organization: string | null;
  readonly input: CallInput;
}

/** A message of a process: it is ready, an answer, or no answer because something was thrown. */
export type FromApi =
  { readonly ready: true } | { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly problem: string };
