/** Whether the database can store the text: it has no NUL and no half surrogate pair. */
const isStorable = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);

const longestId = 500;
/** Whether the text can be an id at all. If it cannot, it is simply not found. */
export const couldBeId = (text: string): boolean => text.length > 0 && text.length <= longestId && isStorable(text);

/** Whether the text looks like an id that capacity gives: of a pool, hold, waitlist entry or surge. */
export const couldBeUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
