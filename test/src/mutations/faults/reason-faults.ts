import { matching, type SeededFault } from './seeded-fault.js';

const clauses = 'libs/kernel/src/admission/clauses.ts';

/** What an answer says and asks. */
export const reasonFaults: Readonly<Record<string, SeededFault>> = {
  'the rooms are those of nobody': {
    file: matching('judging/judge-beds.ts'),
    find: 'pool: Number(poolId)',
    replace: 'pool: rooms.length - 1 - Number(poolId)',
  },
  'a service asks what its rooms answer': {
    file: matching('judging/judge-service.ts'),
    find: '(placed?.open ?? verdicts)',
    replace: '[...verdicts, ...(placed?.open ?? [])]',
  },
  'an age that changes nothing is asked': { file: clauses, find: 'return next > last', replace: 'return next > last && next < first' },
  'ages that no clause takes do not matter': { file: clauses, find: 'if (from <= next)', replace: 'if (from <= Infinity)' },
  'a gender that changes nothing is asked': {
    file: clauses,
    find: "(gender === 'UNDISCLOSED' ? statedGenders : [gender])",
    replace: '[gender]',
  },
  'a part of the rules that decided is not named': {
    file: matching('answer/explain.ts'),
    find: '...whyAdmitted(service.ruled, service.party)',
    replace: '...whyAdmitted(service.ruled, request.party).slice(1)',
  },
  'the rule of a room says nothing in a reason': {
    file: matching('judging/judge-beds.ts'),
    find: 'rooms[Number(id)]!.admits',
    replace: 'rooms[Number(id)]!.admits.slice(0, 1)',
  },
  'a clause names more people than it takes': {
    file: 'libs/kernel/src/reasons/why-admitted.ts',
    find: 'return best ? [best] :',
    replace: 'return best ? clauses :',
  },
  'four questions at once': { file: matching('judging/questions.ts'), find: 'questionsMost = 3', replace: 'questionsMost = 4' },
  'what is left to ask is lost': {
    file: matching('judging/questions.ts'),
    find: 'rest.length > 0 ?',
    replace: 'rest.length > 99 ?',
  },
};
