import type { Speech } from '../../../i18n/messages';
import type { Guest } from '../queries';

const young = ['INFANT', 'CHILD', 'TEENAGER'];
const youngOnes: Partial<Record<Guest['gender'], 'GIRL' | 'BOY'>> = { WOMAN: 'GIRL', MAN: 'BOY' };

/** Describes a guest to prepare for: the shelter sees ages in bands only. */
export function saidOfGuest(t: Speech['t'], { gender, ageBand }: Guest): string {
  const who = t(`gender.${young.includes(ageBand) ? (youngOnes[gender] ?? 'CHILD') : gender}`);
  return t('party.someone', { who, age: t(`beds.band.${ageBand}`) });
}

/** Describes the whole party; equal guests are counted. */
export function saidOfParty(t: Speech['t'], party: readonly Guest[]): { readonly said: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const guest of party) {
    const said = saidOfGuest(t, guest);
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return [...counts].map(([said, count]) => ({ said, count }));
}
