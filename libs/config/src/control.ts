/** A command from the command line to the process that has the data directory open. Paths are absolute. */
export type ControlRequest =
  /** source null: the directory's own statement, or its file name. */
  | {
      readonly command: 'import';
      readonly path: string;
      readonly dryRun: boolean;
      /** It has only some of the rows: absent rows are not missing. */
      readonly partial?: boolean;
      readonly source: string | null;
      /** Whether it is the demo directory, with which demo accounts may exist. */
      readonly demo?: true;
    }
  | AccountRequest
  | ReviewRequest
  | ServiceAccountRequest
  | { readonly command: 'export'; readonly path: string; readonly format: 'json' | 'ndjson' | 'csv' }
  | { readonly command: 'rebuild'; readonly readModel: 'matching' }
  /** Publishes again everything that the process owns. */
  | { readonly command: 'retell' }
  /** Lists the events that could not be applied; `replay` retries them first. consumer null: all. */
  | { readonly command: 'parked'; readonly replay: boolean; readonly consumer: string | null }
  /** Discards the parked event with this id. consumer null: for all consumers. */
  | { readonly command: 'discard'; readonly id: string; readonly consumer: string | null }
  /** Resolves when every event so far has taken effect in this process. */
  | { readonly command: 'settle' };

/** Lists open reviews for a coordinator, or answers one. `by`: the person at the terminal. */
export type ReviewRequest = { readonly command: 'review' } & (
  | { readonly action: 'list'; readonly source: string | null }
  | {
      readonly action: 'place';
      readonly id: string;
      readonly decision: 'PUBLIC' | 'CONFIDENTIAL' | 'REFUSE';
      readonly key: string;
      readonly by: string;
    }
  | ReviewedTerm
);

/** The meaning of a term, a text or a service. */
export interface ReviewedTerm {
  readonly command: 'review';
  readonly action: 'term';
  readonly kind: 'TERM' | 'ELIGIBILITY' | 'SERVICE';
  readonly name: string | null;
  readonly taxonomy: string | null;
  /** Null: all sources, or one service. */
  readonly source: string | null;
  readonly serviceId: string | null;
  /** Null: needs are not decided; the empty list: none. */
  readonly categories: readonly string[] | null;
  /** In the terms of data/crosswalks/README.md. */
  readonly persons: readonly string[] | null;
  readonly withdraw: boolean;
  readonly key: string;
  readonly by: string;
}

/** A command about the accounts of the embedded provider. */
export type AccountRequest = { readonly command: 'account' } & (
  | { readonly action: 'list' }
  | {
      readonly action: 'add';
      readonly name: string;
      readonly role: 'HOTLINE' | 'CASEWORKER' | 'PROVIDER' | 'COORDINATOR' | 'AUDITOR';
      readonly organizationId: string | null;
    }
  | { readonly action: 'disable' | 'enable' | 'reset'; readonly name: string }
);

/** Lists or changes service accounts; `key` is the text of a public key. */
export type ServiceAccountRequest = { readonly command: 'service-account' } & (
  | { readonly action: 'list' }
  | {
      readonly action: 'add';
      readonly id: string;
      readonly role: string;
      readonly organizationId: string | null;
      readonly key: string;
    }
  | { readonly action: 'add-key'; readonly id: string; readonly key: string }
  | { readonly action: 'remove-key'; readonly id: string; readonly keyId: string }
  | { readonly action: 'disable'; readonly id: string }
);

/** One line of the answer. */
export type ControlMessage =
  /** Progress is `done / total`; total null: unknown. */
  | { readonly progress: { readonly done: number; readonly total: number | null; readonly what: string } }
  /** A line of the import report. */
  | { readonly report: unknown }
  /** The last line of a success. */
  | { readonly result: unknown }
  /** The last line of a failure, with a message for the person at the terminal. */
  | { readonly failed: string };
