import type { AskedInterpreter, AskedNeed, MatchRequest } from '../contract-types.js';
import { randomOf, type Random } from './random.js';

const languages = ['km', 'en', 'th', 'my', 'rhg', 'zh', 'tsq', 'bn', 'haz'];
const genders = ['WOMAN', 'MAN', 'NON_BINARY'];

/**
 * Often adds a need for an interpreter, or a wish for one with another need. It has its own seed, so the rest of the requests stays the
 * same.
 */
export function withInterpreters(request: MatchRequest, organizationIds: readonly string[], seed: number): MatchRequest {
  const random = randomOf(seed + 7_000);
  const hasNeed = request.needs.some(({ category }) => category === 'INTERPRETATION');
  const more: AskedNeed[] = !hasNeed && request.needs.length < 2 && random.chance(0.3) ? [{ category: 'INTERPRETATION' }] : [];
  const needs = [...request.needs, ...more].map((need) =>
    random.chance(need.category === 'INTERPRETATION' ? 0.7 : 0.4) ? { ...need, interpreter: wish(random, request, organizationIds) } : need,
  );
  return { ...request, needs };
}

const wish = (random: Random, { person }: MatchRequest, organizationIds: readonly string[]): AskedInterpreter => ({
  language: random.pick([person.languages[0]!, ...person.languages, random.pick(languages)]),
  ...(random.chance(0.5) && { genders: random.some(genders, random.whole(1, 2)) }),
  ...(random.chance(0.5) && { byPhoneOnly: true }),
  ...(random.chance(0.4) && { notFromCommunity: true }),
  ...(random.chance(0.4) && { notOrganizationIds: random.some(organizationIds, Math.ceil(organizationIds.length / 3)) }),
});
