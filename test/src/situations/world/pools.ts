import { known } from '../words/phrases.js';
import { ruleAttributes } from './attributes.js';
import type { Place } from './place.js';

const hour = 3_600_000;
const ages: Readonly<Record<string, number>> = {
  'an hour ago': hour,
  '10 hours ago': 10 * hour,
  '3 days ago': 72 * hour,
};

const form = /^(\d+) of (\d+) free(?: for (.+?))?(?:, counted (.+))?$/;

/** Reads "4 of 6 free for women from 18 or boys up to 12 with their adult, counted 3 days ago", one room each. */
export function poolsOf(id: string, { beds = [] }: Place, now = Date.now()): object[] {
  return beds.map((text, n) => {
    const [, free, total, who, counted = 'an hour ago'] = form.exec(text) ?? [];
    if (free === undefined) throw new Error(`Not beds: "${text}". Say "4 of 6 free for women from 18, counted 10 hours ago".`);
    const pool = `${id} room ${n}`;
    return {
      id: pool,
      unit: { id: 'haven bed', name: 'bed', scheme: 'haven', identifier: 'bed' },
      available: Number(free),
      maximum: Number(total),
      description: `Room ${n}`,
      updated: new Date(now - known(ages, counted)).toISOString(),
      attributes: who === undefined ? [] : ruleAttributes(pool, { takes: who.split(' or ') }),
    };
  });
}
