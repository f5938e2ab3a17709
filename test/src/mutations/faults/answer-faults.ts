import { matching, type SeededFault } from './seeded-fault.js';

const plan = (file: string) => matching(`plan/${file}`);

/** Near misses, funnel, pages and plans. */
export const answerFaults: Readonly<Record<string, SeededFault>> = {
  'near misses are the nearest': {
    file: matching('misses/choose-misses.ts'),
    find: 'rankOf(a.remedy) - rankOf(b.remedy)',
    replace: '0 * rankOf(a.remedy) - 0 * rankOf(b.remedy)',
  },
  'near misses that shut out many come first': {
    file: matching('misses/choose-misses.ts'),
    find: 'peopleOf(a) - peopleOf(b)',
    replace: 'peopleOf(b) - peopleOf(a)',
  },
  'nothing beyond the distance nearly fits': {
    file: matching('misses/find-misses.ts'),
    find: '[...inside, ...beyond]',
    replace: '[...inside, ...beyond.slice(0, 0)]',
  },
  'every full shelter is worth the wait': {
    file: matching('misses/remedy-of.ts'),
    find: 'free + held)',
    replace: 'free + held + 100)',
  },
  'somebody else does not fit': {
    file: matching('misses/who-fails.ts'),
    find: 'return { members, failed };',
    replace: 'return { members: members.map((place) => party.length - 1 - place), failed };',
  },
  'who remains need not fit': {
    file: matching('misses/without.ts'),
    find: 'judgeWithout(member)?.(provider, [spot])[0]!.failed.length === 0',
    replace: 'judgeWithout(member)?.(provider, [spot])[0]!.failed.length !== undefined',
  },
  'the funnel counts places': {
    file: matching('judging/funnel.ts'),
    find: 'new Set(judged.map(({ site }) => site.serviceId)).size',
    replace: 'judged.map(({ site }) => site.locationId).length',
  },
  'every page is the first': {
    file: matching('answer/page.ts'),
    find: 'place === -1 ? after.seen : place + 1',
    replace: '0 * place',
  },
  'a page repeats the last match': {
    file: matching('answer/page.ts'),
    find: 'after.seen : place + 1',
    replace: 'after.seen : place',
  },
  'a plan knows no way': { file: plan('search.ts'), find: 'lengthOf(from, to) * stopTie', replace: '0 * lengthOf(from, to)' },
  'a plan counts distances beside the way': {
    file: matching('answer/report-plan.ts'),
    find: 'burden.meters - meters',
    replace: 'burden.meters',
  },
  'a plan goes to the bed last': { file: plan('find-plan.ts'), find: 'bed === -1 ? null : bed', replace: 'bed === -2 ? bed : null' },
  'a need without a match empties the plan': {
    file: plan('find-plan.ts'),
    find: 'if (served.length === 0)',
    replace: 'if (served.length < needs.length)',
  },
  'a plan is that of the first matches': {
    file: matching('answer/report-plan.ts'),
    find: 'options: candidates.map(optionOf)',
    replace: 'options: candidates.slice(0, 1).map(optionOf)',
  },
};
