import { createHmac, randomBytes } from 'node:crypto';
import { canonicalJson, type Clock } from '@haven/kernel';
import type { MatchQuestion } from '../request/match-question.js';

const rememberedMilliseconds = 10 * 60_000;
const rememberedMost = 10_000;

/**
 * Whether the caller asks this for the first time in ten minutes: who sends a question again has not met somebody else. Only this process
 * knows, and only as long as it runs: digests under a key that is nowhere else, so that nothing stored says who asked what.
 */
export function newQuestions(clock: Clock): (subject: string, question: MatchQuestion) => boolean {
  const key = randomBytes(32);
  const remembered = new Map<string, number>();
  return (subject, { first: _first, after: _after, ...asked }) => {
    const now = clock.now().getTime();
    // The oldest is the first.
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
