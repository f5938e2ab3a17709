import { leak, leakVariable } from './leak.js';
import type { Leak, Place } from './leak.js';
import { recordLeaks } from './record-leaks.js';
import type { Fault } from '../../mutations/product-copy.js';

const vault = 'libs/registry/src/persistence/vault/sealed-records.ts';
const matching = (file: string): string => `libs/matching/src/${file}`;

/** Needed by the leaks below: the process keeps sealed data of places in memory, by the id of the place. */
export const keptOpen: Fault = {
  name: 'what is sealed is kept open, for the other leaks',
  file: vault,
  find: '      const origins = await originsOf(tx, source, records);\n',
  replace: `      const origins = await originsOf(tx, source, records);
      const process_ = globalThis as any;
      const kept: Map<string, any> = (process_.havenKept ??= new Map());
      process_.havenExact ??= (id: string) => {
        const of = kept.get(id);
        return process.env['${leakVariable}'] && of ? { latitude: Number(of.latitude), longitude: Number(of.longitude) } : null;
      };
      process_.havenAddress ??= (id: string) => kept.get(id)?.address_1 ?? '';
      for (const { object, id, properties, links } of records) {
        if (object === 'address')
          for (const link of links) kept.set(link.parentId, { ...kept.get(link.parentId), address_1: properties.address_1 });
        if (object !== 'location') continue;
        kept.set(id, { ...kept.get(id), ...properties });
        if ((process.env['${leakVariable}'] ?? '').split('|').includes('a line of the log'))
          process.stderr.write('{"level":40,"msg":"Sealed ' + id + ' at ' + process_.havenExact(id)?.latitude + '"}\\n');
      }
`,
};

const exact = (id: string): string => `(globalThis as any).havenExact?.(${id})`;
const address = (id: string): string => `(globalThis as any).havenAddress?.(${id})`;
const rounded = (id: string): string =>
  `((p) => p && { latitude: Math.round(p.latitude * 100) / 100, longitude: Math.round(p.longitude * 100) / 100 })(${exact(id)})`;
/** Kilometres in a straight line, precise enough for a fault. */
const far = (id: string, origin: string): string =>
  `((p) => p ? Math.hypot(p.latitude - ${origin}.latitude, p.longitude - ${origin}.longitude) * 111.3 : null)(${exact(id)})`;

const replaced = (file: string, find: string): Place => ({ file, find, instead: true });
const after = (file: string, find: string): Place => ({ file, find });

const placesInOrder = /"id":"twin-\d+-l"/g;

/** The exact position influences an answer, or is shown somewhere. */
const exactLeaks: readonly Leak[] = [
  leak('a position rounded to two decimals', { in: 'service ', as: /"latitude":[\d.]+/g }, [
    replaced('libs/registry/src/meaning/service-view.ts', 'cell === null ? null : centreOfCell(cell);'),
    (on) => `cell === null ? null : ((${on} && ${rounded("String(place['id'])")}) || centreOfCell(cell));`,
  ]),
  leak('the distance from a rounded position', { in: 'match ', as: /"meters":[\d.]+/g }, [
    replaced(matching('persistence/projection/service-projection.ts'), "precision === 'AREA' ? centreOfCell(cell!) : location;"),
    (on) => `precision === 'AREA' ? ((${on} && ${rounded('location.id')}) || centreOfCell(cell!)) : location;`,
  ]),
  leak('the order by the true distance', { in: 'match ', as: placesInOrder }, [
    after(matching('ranking/burden.ts'), 'return { meters: '),
    (on) => `((km: number | null) => (km === null ? null : km * 1000))(${on} ? ${far('site.locationId', 'request.origin')} : null) ?? `,
  ]),
  leak('the radius by the true position', { in: 'match ', as: placesInOrder }, [
    replaced(matching('persistence/reading/met-services.ts'), 'one.spot.within === within'),
    (on) =>
      `one.spot.within === within && !(${on} && (${far('one.row.location_id', 'request.origin')} ?? 0) * 1000 > request.maxDistanceMeters)`,
  ]),
  leak('the areas to avoid by the true position', { in: 'match ', as: placesInOrder }, [
    replaced(matching('judging/judge-site.ts'), 'avoided({ position: site.position, cell: site.cell })'),
    (on) =>
      `avoided(((position) => (position ? { position, cell: null } : { position: site.position!, cell: site.cell }))(${on} ? ${exact('site.locationId')} : null))`,
  ]),
  leak('an address in an export', { in: 'the export', as: /"description":"[^"]*/g }, [
    replaced(
      'libs/registry/src/export/export-directory.ts',
      'const records = entries.flatMap((entry) => publishedRecords(entry, closed.has(entry.organizationId)));',
    ),
    (on) => `const records = entries.flatMap((entry) => publishedRecords(entry, closed.has(entry.organizationId))).map((record) =>
            ${on} && record.object === 'location' ? { ...record, properties: { ...record.properties, description: ${address('record.id')} } } : record);`,
  ]),
  leak('an address in a subscription', { in: 'availabilityChanged', as: /"name":"[^"]*/g }, [
    replaced('libs/capacity/src/graphql/availability.resolver.ts', 'return withFreshness(state, this.capacity.clock);'),
    (on) =>
      `const seen = withFreshness(state, this.capacity.clock);\n      return ${on} ? { ...seen, pools: seen.pools.map((pool) => ({ ...pool, name: ${address("state.serviceId + '-l'")} ?? pool.name })) } : seen;`,
  ]),
  leak('a place that waits for a person', { in: 'match ', as: /"address":"\d+ (First|Second)[^"]*/g }, [
    replaced('libs/registry/src/confidentiality/close-places.ts', 'withheld: new Set(withheld.map('),
    (on) => `withheld: new Set((${on} ? [] : withheld).map(`,
  ]),
  leak('an address in an error', { in: 'updateService', as: /"message":"[^"]*/g }, [
    after('libs/registry/src/entries/check-service.ts', '...checkName(`${path}.name`, service.name),\n'),
    (on) => `    ...(${on} && service.name === '' ? [{ path: 'service', message: String(service.locations[0]?.address) }] : []),\n`,
  ]),
  { name: 'a line of the log', sign: { in: 'the log', as: /Sealed .*/g }, faults: [] },
];

const byName = (...names: readonly string[]): readonly Leak[] =>
  names.map((name) => {
    const found = exactLeaks.find((one) => one.name === name);
    if (!found) throw new Error(`No leak is called "${name}".`);
    return found;
  });

/** Leaks that can be distinguished when they are all switched on; each pair of worlds takes a while to start. */
export const leaksTogether: readonly (readonly Leak[])[] = [
  [
    ...recordLeaks,
    ...byName('the order by the true distance', 'an address in a subscription', 'an address in an error', 'a line of the log'),
  ],
  byName('a position rounded to two decimals', 'the radius by the true position', 'a place that waits for a person'),
  byName('the areas to avoid by the true position', 'an address in an export'),
  byName('the distance from a rounded position'),
];
