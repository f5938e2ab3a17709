import type { CallInput, Change, Look } from '../history.js';

/** What a process is told when it starts; one JSON text as its only argument. */
export interface ApiSettings {
  readonly database: { readonly host: string; readonly port: number; readonly user: string; readonly database: string };
  /** What is as it must not be, so that the checker has something to find: a claim that reads and then writes, a list, or a rule. */
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

/** What a process says: that it serves, an answer, or that there is none because something was thrown. */
export type FromApi =
  { readonly ready: true } | { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly problem: string };
