/** What the command line asks of the process that has the data directory open. Paths are absolute. */
export type ControlRequest =
  /** source null: as the directory itself says, or its name. */
  | {
      readonly command: 'import';
      readonly path: string;
      readonly dryRun: boolean;
      /** It has only some of the rows: what it does not have is not missing. */
      readonly partial?: boolean;
      readonly source: string | null;
      /** Whether it is the demo directory, beside which demo accounts may be. */
      readonly demo?: true;
    }
  | AccountRequest
  | ReviewRequest
  | ServiceAccountRequest
  | { readonly command: 'export'; readonly path: string; readonly format: 'json' | 'ndjson' | 'csv' }
  | { readonly command: 'rebuild'; readonly readModel: 'matching' }
  /** Publishes everything again that the process owns. */
  | { readonly command: 'retell' }
  /** Lists the events that could not be applied; `replay` tries them again first. consumer null: all. */
  | { readonly command: 'parked'; readonly replay: boolean; readonly consumer: string | null }
  /** Gives up the parked event of this id, where it is parked. consumer null: of all. */
  | { readonly command: 'discard'; readonly id: string; readonly consumer: string | null }
  /** Resolves when every event so far has taken effect in the process that is asked. */
  | { readonly command: 'settle' };

/** What waits for a coordinator is listed, or one of it is answered. `by`: who sits at the terminal. */
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

/** What a term, a text or a service means. */
export interface ReviewedTerm {
  readonly command: 'review';
  readonly action: 'term';
  readonly kind: 'TERM' | 'ELIGIBILITY' | 'SERVICE';
  readonly name: string | null;
  readonly taxonomy: string | null;
  /** Null: all sources, or one service. */
  readonly source: string | null;
  readonly serviceId: string | null;
  /** Null: nothing is decided of needs; the empty list: it is none. */
  readonly categories: readonly string[] | null;
  /** In the words of data/crosswalks/README.md. */
  readonly persons: readonly string[] | null;
  readonly withdraw: boolean;
  readonly key: string;
  readonly by: string;
}

/** What is done to the accounts of the embedded provider. */
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
  /** Share done is `done / total`; total null: not known. */
  | { readonly progress: { readonly done: number; readonly total: number | null; readonly what: string } }
  /** A line of the import report. */
  | { readonly report: unknown }
  /** The last line of a success. */
  | { readonly result: unknown }
  /** The last line of a failure, for the person at the terminal. */
  | { readonly failed: string };
