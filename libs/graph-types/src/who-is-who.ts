/** Descriptions of the input fields by which a party says who cares for whom: the same wherever people are named. */
export const whoIsWho = {
  id: 'Any name within this request, to be pointed at by carerId, and by the needs of match; it is not kept.',
  carerId:
    'The id of who of the party cares for this person: where a home takes the carer, the person may come along. Nobody is assumed to care for a child: left out, the child stays with the whole party, and ASK_CARER asks.',
  mayBeMinor:
    'The age is not known, and perhaps under 18: never taken for an adult, but asked about. In match places for children come first, and a guardian is to be involved.',
} as const;
