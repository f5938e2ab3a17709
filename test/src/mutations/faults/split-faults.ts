import { matching, type SeededFault } from './seeded-fault.js';

/** Ways to place a party in parts. */
export const splitFaults: Readonly<Record<string, SeededFault>> = {
  'a split parts people from who cares for them': {
    file: matching('splits/parts.ts'),
    find: 'return carer === null ? place :',
    replace: 'return carer !== undefined ? place :',
  },
  'a party is split whoever cares for its children': {
    file: matching('splits/parts.ts'),
    find: 'childrenWithoutCarer(party).length > 0',
    replace: 'childrenWithoutCarer(party).length > 99',
  },
  'a part is placed as if it were another one': {
    file: matching('splits/parts.ts'),
    find: 'partyOf(request.party, members)',
    replace: 'partyOf(request.party, [...members].reverse().slice(0, 1))',
  },
  'two parts go to one service': {
    file: matching('splits/choose-splits.ts'),
    find: 'serviceId !== option.serviceId',
    replace: 'serviceId !== undefined || option.serviceId',
  },
  'the dearest split comes first': {
    file: matching('splits/choose-splits.ts'),
    find: 'a.meters - b.meters',
    replace: 'b.meters - a.meters',
  },
  'how far apart a split is does not matter': {
    file: matching('splits/choose-splits.ts'),
    find: 'Math.max(...lengths)',
    replace: '0 * Math.max(...lengths)',
  },
  'a party is split though somebody takes it whole': {
    file: matching('answer/find-for-need.ts'),
    find: 'ranked.length > 0 ? []',
    replace: 'ranked.length > 99 ? []',
  },
};
