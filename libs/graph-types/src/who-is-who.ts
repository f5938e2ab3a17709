/** Descriptions of the input fields that name the carers in a party: the same wherever people are named. */
export const whoIsWho = {
  id: 'Any name within this request, for carerId and for the needs of match to refer to. Haven does not keep it.',
  carerId:
    'The id of the person who cares for this one: a home that takes the carer may take this person along. Haven assumes no carer: if you leave it out, a child stays with the whole party, and ASK_CARER asks you.',
  mayBeMinor:
    'The age is not known and may be under 18. Haven never treats the person as an adult, but asks. Places for children come first in match, and a guardian has to be involved.',
} as const;
