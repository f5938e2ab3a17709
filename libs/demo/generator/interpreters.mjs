import { attribute } from './hsds.mjs';
import { chanceFor } from './random.mjs';

/** Some directories' facts about professional interpreters. `ways`: how they must work, if known. */
export function drawInterpreters(serviceId, ways) {
  const chance = chanceFor('interpreters', serviceId);
  const genders = chance.pick([[], [], ['WOMAN'], ['MAN'], ['WOMAN', 'MAN']]);
  const by = chance.pick([[], ['THERE'], ['PHONE'], ['THERE', 'PHONE']]);
  return { genders, by: ways ?? by, community: chance.pick([[], [], ['true'], ['false']]) };
}

/** Whether all of them work by phone only. */
export const isByPhoneOnly = (interpreters) => interpreters?.by.join() === 'PHONE';

/** The same in words; empty: nothing is known about how they interpret. */
export function saidOf({ by }) {
  const words = { THERE: 'in person', PHONE: 'by telephone' };
  return by.length > 0 ? ` They interpret ${by.map((way) => words[way]).join(' and ')}.` : '';
}

/** The same as attributes. */
export function interpreterAttributes(serviceId, { genders, by, community }) {
  const each = (code, values) => values.map((value) => attribute('service', serviceId, `haven:interpreter.${code}`, value));
  return [...each('gender', genders), ...each('by', by), ...each('from-community', community)];
}
