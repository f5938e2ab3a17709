/** A row about a service; one that says nothing of beds has no `beds_version`. */
export interface VersionedRow {
  readonly service_id: string;
  readonly service_version: string;
  readonly beds_version?: string | null;
}

/** The version of a service's counts, also where none came yet. xmin names the transaction that wrote a row. */
export const bedsVersion = `coalesce(bed_state.xmin::text, 'none')`;
/** The version of a service: all that is known of it is written anew with it. */
export const serviceVersion = 'service.xmin::text AS service_version';
/** The versions of a service and its counts. */
export const versionColumns = `${serviceVersion}, ${bedsVersion} AS beds_version`;

/** Watches whether all that is read of a service is of one moment. Services are told of one by one, so no moment binds them together. */
export class Witness {
  private readonly seen = new Map<string, string>();
  private contradicted = false;

  get isSteady(): boolean {
    return !this.contradicted;
  }

  /** `asked`: services that were asked for by their ids. */
  see<R extends VersionedRow>(rows: readonly R[], asked: readonly string[] = []): readonly R[] {
    for (const { service_id: id, service_version, beds_version } of rows) {
      this.note(id, service_version);
      if (beds_version) this.note(`beds of ${id}`, beds_version);
    }
    if (rows.length < asked.length) this.contradicted = true;
    return rows;
  }

  private note(what: string, version: string): void {
    const known = this.seen.get(what);
    if (known === undefined) this.seen.set(what, version);
    else if (known !== version) this.contradicted = true;
  }
}
