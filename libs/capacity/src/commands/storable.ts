/** Whether a database can keep the text: no NUL, no half of a surrogate pair. */
const isStorable = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);

const longestId = 500;
/** Whether the text can be an id at all; what cannot is simply not found. */
export const couldBeId = (text: string): boolean => text.length > 0 && text.length <= longestId && isStorable(text);

/** Whether the text has the form of the ids that capacity gives: of pools, holds, parties on a list and surges. */
export const couldBeUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
