import { createHmac, randomBytes } from 'node:crypto';
import { canonicalJson, type Clock } from '@haven/kernel';
import type { MatchQuestion } from '../request/match-question.js';

const rememberedMilliseconds = 10 * 60_000;
const rememberedMost = 10_000;

/**
 * Whether the caller asks this for the first time in ten minutes: a caller who repeats a question has not met another person. Only this
 * process remembers it, as digests under a key that nobody else has, so nothing stored shows who asked what.
 */
export function newQuestions(clock: Clock): (subject: string, question: MatchQuestion) => boolean {
  const key = randomBytes(32);
  const remembered = new Map<string, number>();
  return (subject, { first: _first, after: _after, ...asked }) => {
    const now = clock.now().getTime();
    // The oldest comes first.
    for (const [digest, at] of remembered) {
      if (now - at < rememberedMilliseconds && remembered.size < rememberedMost) break;
      remembered.delete(digest);
    }
    const digest = createHmac('sha256', key)
      .update(canonicalJson([subject, asked]))
      .digest('base64');
    if (remembered.has(digest)) return false;
    remembered.set(digest, now);
    return true;
  };
}
