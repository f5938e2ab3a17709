/** The cost of a field, by its arguments and by the selection on each returned thing. */
type Cost = (args: Readonly<Record<string, unknown>>, child: number) => number;

/** Things whose number is unknown in advance cost as if there were so many. */
const usualLength = 20;

/** A paginated list: a cost for the search, and for each thing on the page. */
const page =
  (search: number, each: number, { usual, most }: { usual: number; most: number }): Cost =>
  ({ first }, child) =>
    search + numberIn(first, usual, most) * (each + child);

const each =
  (own: number): Cost =>
  (_args, child) =>
    own + usualLength * child;

const plain =
  (own: number): Cost =>
  (_args, child) =>
    own + child;

/**
 * The cost of each root field, and of fields below it that are computed or large: one row for each, which a test compares with the schema.
 * A unit is about a page entry or two milliseconds. Arguments beyond the limit of an operation cost as much as the limit: the operation
 * itself refuses them.
 */
export const costs: Readonly<Record<string, Cost>> = {
  'Query.match': ({ input }, child) =>
    cornersIn(input) / cornersPerCost + listIn(input, 'needs', 8).length * (8 + numberIn(partOf(input, 'first'), 10, 50) * (0.1 + child)),
  'Query.planGroup': ({ input }) => 50 + (listIn(input, 'parties', 60).length * listIn(input, 'serviceIds', 50).length) / 20,
  'Query.services': page(10, 0.3, { usual: 20, most: 100 }),
  'Query.service': plain(2),
  'Query.organization': plain(2),
  'Query.places': page(5, 0.1, { usual: 10, most: 50 }),
  'Query.bedPools': plain(2),
  'Query.occupancyHistory': plain(20),
  'Query.bedReconciliation': plain(5),
  'Query.surges': plain(2),
  'Query.intake': plain(1),
  'Query.hold': plain(2),
  'Query.activeHolds': each(5),
  'Query.holds': each(10),
  'Query.placements': each(5),
  'Query.waitlist': plain(5),
  'Query.waits': plain(10),
  'Query.reviewQueue': page(5, 0.5, { usual: 20, most: 100 }),
  'Query.unclearTerms': page(20, 0.5, { usual: 20, most: 100 }),
  'Query.directoryQuality': plain(20),
  'Query.possiblePairs': page(20, 0.2, { usual: 20, most: 100 }),
  'Query.missingServices': page(5, 0.2, { usual: 20, most: 100 }),
  'Query.termDecisions': page(5, 0.2, { usual: 20, most: 100 }),
  'Query.unmetNeeds': () => 100,
  'Query.me': plain(1),
  'Query.__schema': () => 20,
  'Query.__type': () => 5,

  'Mutation.registerOrganization': plain(10),
  'Mutation.registerService': plain(10),
  'Mutation.updateService': plain(10),
  'Mutation.withdrawService': plain(10),
  'Mutation.verifyService': plain(5),
  'Mutation.resolveReview': plain(10),
  'Mutation.resolveMissing': plain(100),
  'Mutation.decidePair': plain(10),
  'Mutation.decideTerm': plain(30),
  'Mutation.defineBedPool': plain(5),
  'Mutation.setBedCounts': plain(2),
  'Mutation.addSurgeBeds': plain(5),
  'Mutation.endSurge': plain(5),
  'Mutation.setIntake': plain(5),
  'Mutation.holdBeds': plain(5),
  'Mutation.holdGroup': ({ input }, child) => 20 + listIn(input, 'holds', 60).length * (2 + child),
  'Mutation.joinWaitlist': plain(5),
  'Mutation.leaveWaitlist': plain(2),
  'Mutation.takeOffer': plain(2),
  'Mutation.confirmHold': plain(2),
  'Mutation.releaseHold': plain(2),
  'Mutation.acceptHold': plain(2),
  'Mutation.declineHold': plain(2),
  'Mutation.extendHold': plain(2),
  'Mutation.extendPlacement': plain(2),
  'Mutation.checkOut': plain(2),

  // Later events cost nothing.
  'Subscription.availabilityChanged': ({ filter }) =>
    partOf(filter, 'serviceIds') ? 5 + listIn(filter, 'serviceIds', 100).length / 5 : 50,
  'Subscription.holdChanged': each(10),

  'NeedReport.splits': plain(0.5),
  'Organization.services': each(10),
  'Service.hsds': () => 0.7,
  'Hold.party': () => 0.2,
};

/** Corners are the longest part of a question, and all of them are read in one turn. */
const cornersPerCost = 10;

const cornersIn = (input: unknown): number =>
  listIn(input, 'avoid', 50).reduce<number>((sum, area) => sum + listIn(area, 'polygon', 100).length, 0);

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

const numberIn = (value: unknown, usual: number, most: number): number =>
  typeof value === 'number' ? Math.min(Math.max(value, 0), most) : usual;

const listIn = (value: unknown, name: string, most: number): readonly unknown[] => {
  const list = partOf(value, name);
  // A single value counts as a list of one.
  return Array.isArray(list) ? list.slice(0, most) : list === undefined ? [] : [list];
};
