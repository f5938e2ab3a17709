import type { HsdsRecord, JsonObject } from '../hsds/record.js';
import { isRecord } from '../reading/json-record.js';
import type { Relation } from '../hsds/relation.js';
import { withAreas } from '../confidentiality/public-entry.js';
import { tagsElsewhere } from '../confidentiality/visibility.js';
import type { Whereabouts } from '../places/place-town.js';
import { loadWhereabouts } from '../vault/load-whereabouts.js';
import { reachRemarks } from '../places/reach.js';
import { serviceMeaning } from '../meaning/service-meaning.js';
import { closeConfidential, knownConfidential } from '../confidentiality/close-places.js';
import { elsewhereLine, type ImportLine, loadCodes, waitingLine } from '../report/import-report.js';
import { loadServices } from '../vault/load-aggregate.js';
import type { ImportRun, RegistryTransaction } from '../ports.js';
import type { DecidedOfService } from '../crosswalks/decided.js';
import { decidedOf } from '../publishing/decided-of.js';
import { publishTouched } from '../publishing/publish-services.js';
import { awaitNew, placeIdsOf } from '../publishing/review-places.js';
import { adoptDecisions, adoptKept } from './adopt-decisions.js';
import { standIn } from './settle-references.js';
import { withPublisherIds } from '../sources/public-ids.js';
import type { StoreContext } from '../vault/store-open.js';
import { storeRecords } from '../vault/store-records.js';
import { forget, outdatedOf, recordsMeant } from '../vault/worked-out-attributes.js';

const batchSize = 200;

/** Works out categories and admission of the services that this import changed, and adds missing organizations. */
export async function describeServices(
  inTransaction: <T>(work: (tx: RegistryTransaction) => Promise<T>) => Promise<T>,
  context: StoreContext & { readonly deferredBy: ImportRun },
  onLine: (line: ImportLine) => void,
): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const from: string = after;
    after = await inTransaction(async (tx) => {
      const ids = await tx.deferrals.deferredAfter(context.deferredBy, 'service', from, batchSize);
      const services = await loadServices(tx.records, ids);
      await adoptDecisions(tx, context.source, services);
      await adoptKept(tx, context.source, services);
      // The whole directory is read, so it is known now which of its places are confidential.
      const { closed, touched } = await closeConfidential(tx, services);
      const { cells } = await knownConfidential(tx, services);
      const decided = await decidedOf(tx, services);
      const described = [...services].map(([id, service]) => describe(id, withAreas(service, cells), context.source, decided.get(id)!));
      await forget(
        tx,
        described.flatMap(({ outdated }) => outdated),
      );
      await storeRecords(
        tx,
        context,
        described.flatMap(({ records }) => records),
      );
      await tx.records.relate(described.flatMap(({ relations }) => relations));
      const fresh = await awaitNew(tx, services, cells);
      const copies = await publishTouched(tx, closed, touched, [...services.values()].flatMap(placeIdsOf));
      const lines = [
        ...[...fresh, ...copies].map(waitingLine),
        ...[...new Set([...services.values()].flatMap(tagsElsewhere))].map(elsewhereLine),
        ...described.flatMap((one) => one.lines),
        ...reachLines(services, cells, await loadWhereabouts(tx, services.values(), cells)),
      ];
      (await withPublisherIds(tx, context.source, lines)).forEach(onLine);
      return ids.at(-1);
    });
  }
}

/** Why match cannot find a service at its places; of a confidential place only whether it has a position. */
function reachLines(
  services: ReadonlyMap<string, JsonObject>,
  cells: ReadonlyMap<string, string | null>,
  whereabouts: Whereabouts,
): readonly ImportLine[] {
  return [...services].flatMap(([id, service]) =>
    reachRemarks(service, cells, whereabouts).map(({ code, message, locationId }): ImportLine => {
      const about = locationId === null ? { id, object: 'service' } : { id: locationId, object: 'location' };
      return { ...line(id, code, message, 'latitude', 'kept'), ...about };
    }),
  );
}

interface Described {
  readonly outdated: readonly Relation[];
  readonly records: readonly HsdsRecord[];
  readonly relations: readonly Relation[];
  readonly lines: readonly ImportLine[];
}

function describe(id: string, service: JsonObject, source: string, decided: DecidedOfService): Described {
  const meaning = serviceMeaning(service, decided);
  const records = recordsMeant(id, meaning);
  const lines = meaning.remarks.map(({ code, message, field }) => line(id, code, message, field, 'kept'));
  const outdated = outdatedOf(id, meaning);
  if (isRecord(service.organization)) return { outdated, records, relations: [], lines };
  const organization = standIn(`${source}:organization-not-named`);
  const relation = {
    parentObject: 'service',
    parentId: id,
    property: 'organization',
    childObject: 'organization',
    childId: organization.id,
    position: 0,
  } as const;
  return {
    outdated,
    records: [...records, organization],
    relations: [relation],
    lines: [...lines, line(id, 'ORGANIZATION_MISSING', loadCodes.ORGANIZATION_MISSING, 'organization', 'repaired')],
  };
}

const line = (id: string, code: string, message: string, field: string | null, action: ImportLine['action']): ImportLine => ({
  file: '',
  row: null,
  object: 'service',
  id,
  field,
  code,
  message,
  action,
});
