/** A row about a service; a row without beds has no `beds_version`. */
export interface VersionedRow {
  readonly service_id: string;
  readonly service_version: string;
  readonly beds_version?: string | null;
}

/** The version of a service's counts, also if none has arrived yet. */
export const bedsVersion = `coalesce(bed_state.version, 'none') AS beds_version`;
/** The versions of a service and its counts; each of its places has the service's version too. */
export const versionColumns = `service.version AS service_version, ${bedsVersion}`;

/** The combined version of a service and its counts, from a row that has both. */
export const versionOf = ({ service_version, beds_version }: Pick<VersionedRow, 'service_version' | 'beds_version'>): string =>
  `${service_version} ${beds_version}`;

const bedsOf = (serviceId: string): string => `beds of ${serviceId}`;

/** Watches whether all reads of a service belong to one version. Services change one by one, with events, so there is no common version. */
export class Witness {
  private readonly seen = new Map<string, string>();
  private contradicted = false;

  get isSteady(): boolean {
    return !this.contradicted;
  }

  /** The combined version of a service and its counts, as far as they were read; null: not read. */
  versionOf(serviceId: string): string | null {
    const [service, beds] = [this.seen.get(serviceId), this.seen.get(bedsOf(serviceId))];
    return service === undefined || beds === undefined ? null : versionOf({ service_version: service, beds_version: beds });
  }

  /** `asked`: services that were requested by id. */
  see<R extends VersionedRow>(rows: readonly R[], asked: readonly string[] = []): readonly R[] {
    for (const { service_id: id, service_version, beds_version } of rows) {
      this.note(id, service_version);
      if (beds_version) this.note(bedsOf(id), beds_version);
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
