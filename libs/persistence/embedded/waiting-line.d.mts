export interface Entry {
  readonly client: unknown;
  readonly unit: unknown;
  readonly isLong: boolean;
}

export class WaitingLine {
  push(entry: Entry): void;
  take(owner: unknown): Entry | undefined;
  leave(client: unknown): void;
}
