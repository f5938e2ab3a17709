/** Fields whose value is the moment of the answer or of the load, in no way the place: masked before two systems are compared. */
const instants = ['asOf'];
/** A body with its instants masked. */
export const maskedBody = (body: string): string =>
  instants.reduce((text, field) => text.replace(new RegExp(`"${field}":\\s*"[^"]*"`, 'g'), `"${field}":"-"`), body);
