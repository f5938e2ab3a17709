/** Fields that contain the moment of the answer or of the import, and nothing of the place: masked before two systems are compared. */
const instants = ['asOf'];
/** A body with its instants masked. */
export const maskedBody = (body: string): string =>
  instants.reduce((text, field) => text.replace(new RegExp(`"${field}":\\s*"[^"]*"`, 'g'), `"${field}":"-"`), body);
