import type { Speech } from '../../../i18n/messages';
import type { Guest } from '../queries';

const young = ['INFANT', 'CHILD', 'TEENAGER'];
const youngOnes: Partial<Record<Guest['gender'], 'GIRL' | 'BOY'>> = { WOMAN: 'GIRL', MAN: 'BOY' };

/** Describes a guest to prepare for: the shelter sees ages in bands only. */
export function guestText(t: Speech['t'], { gender, ageBand }: Guest): string {
  const who = t(`gender.${young.includes(ageBand) ? (youngOnes[gender] ?? 'CHILD') : gender}`);
  return t('party.someone', { who, age: t(`beds.band.${ageBand}`) });
}

/** Describes the whole party; equal guests are counted. */
export function partyTexts(t: Speech['t'], party: readonly Guest[]): { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const guest of party) {
    const text = guestText(t, guest);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => ({ text, count }));
}
