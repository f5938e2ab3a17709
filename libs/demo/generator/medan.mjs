import { bedPool } from './beds.mjs';
import { place } from './places.mjs';
import { service } from './services.mjs';
import { shelters } from './admission.mjs';

const everyStatus = ['CITIZEN', 'RESIDENT', 'TEMPORARY', 'ASYLUM_SEEKER', 'REFUGEE', 'UNDOCUMENTED', 'STATELESS', 'UNKNOWN'];

/**
 * Written by hand: the case of the guided tour is a Khmer-speaking woman with a small child near Medan. [kind, languages, confidential,
 * [available, maximum, age] of each room, more of the rule, interpretation]
 */
const medanShelters = [
  [
    'womenWithChildren',
    ['id', 'km', 'en'],
    true,
    [
      [4, 12, 'fresh'],
      [2, 6, 'fresh'],
    ],
    { legalStatuses: everyStatus, referralRequired: false },
  ],
  [
    'womenWithChildren',
    ['id', 'en'],
    true,
    [
      [3, 10, 'fresh'],
      [1, 4, 'aging'],
    ],
    { accessibility: ['WHEELCHAIR', 'DEAF'] },
    'Interpreters for Khmer (km), Burmese (my) and Thai (th) by telephone, day and night.',
  ],
  [
    'mothersAndYoungChildren',
    ['id', 'bbc', 'km'],
    false,
    [[6, 14, 'fresh']],
    { legalStatuses: ['UNDOCUMENTED', 'STATELESS', 'REFUGEE', 'ASYLUM_SEEKER', 'TEMPORARY'] },
  ],
  [
    'families',
    ['id', 'en', 'zh'],
    false,
    [[8, 20, 'fresh']],
    { exploitation: ['LABOUR', 'DOMESTIC_SERVITUDE', 'SEXUAL', 'FORCED_CRIMINALITY'] },
  ],
  [
    'womenWithChildren',
    ['id', 'ace'],
    false,
    [
      [0, 12, 'fresh'],
      [0, 6, 'fresh'],
    ],
    {},
  ],
  [
    'womenWithChildren',
    ['id', 'my', 'rhg'],
    true,
    [
      [5, 16, 'stale'],
      [3, 8, 'stale'],
    ],
    { nationalities: ['ID', 'KH', 'MM', 'BD', 'TH', 'LA', 'VN'] },
  ],
  ['womenOnly', ['id', 'km'], false, [[7, 10, 'fresh']], {}],
  [
    'mixed',
    ['id', 'en', 'ta'],
    false,
    [
      [2, 8, 'aging'],
      [4, 8, 'aging'],
      [3, 6, 'aging'],
    ],
    { referralRequired: true },
  ],
  ['girls', ['id', 'en'], true, [[3, 9, 'fresh']], { accessibility: [] }],
  ['nothingSaid', ['id'], false, [], {}],
];

/** Medan's shelters, shared out among its organizations that run one. */
export function medanServices(organizations) {
  const owners = organizations.filter((one) => one.city.name === 'Medan' && ['shelter', 'refuge'].includes(one.kind));
  return medanShelters.map(([kind, codes, confidential, counts, more, interpretation], index) => {
    const owner = owners[index % owners.length];
    const { title, says, rule, rooms } = shelters[kind];
    const location = place(owner.record, owner.city, { key: `medan-${index}`, name: `House ${index + 1} (demo)`, confidential });
    return service(owner, `medan-${index}`, {
      title,
      says,
      categories: ['ACCOMMODATION'],
      does: 'A safe place to sleep, meals and a key worker, for up to three months.',
      dependable: true,
      rule: { ...rule, ...more },
      languages: codes,
      interpretation,
      hours: 'always',
      area: null,
      locations: [location],
      pools: (id) =>
        counts.map(([available, maximum, age], room) => bedPool(id, rooms[room][0], { available, maximum, age, rule: rooms[room][1] })),
    });
  });
}
