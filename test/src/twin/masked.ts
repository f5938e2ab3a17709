/** Fields whose value is the moment of the answer or of the load, in no way the place: masked before two worlds are compared. */
const instants = ['asOf'];
/** Headers that differ between any two answers. */
const headers = ['date'];

/** A body with its instants masked. */
export const maskedBody = (body: string): string =>
  instants.reduce((text, field) => text.replace(new RegExp(`"${field}":\\s*"[^"]*"`, 'g'), `"${field}":"-"`), body);

/** All headers of an answer that say something about it. */
export const maskedHeaders = (all: Headers): string =>
  [...all]
    .filter(([name]) => !headers.includes(name))
    .map(([name, value]) => `${name}: ${value}`)
    .sort()
    .join('\n');
