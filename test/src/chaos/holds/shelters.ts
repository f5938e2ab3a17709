/** A pool of a shelter of a run; `gender`: the only one that it admits. */
export interface ShelterPool {
  readonly name: string;
  readonly gender: 'WOMAN' | 'MAN' | null;
  readonly total: number;
}

/** A shelter of a run. */
export interface Shelter {
  readonly serviceId: string;
  readonly pools: readonly ShelterPool[];
}

/** The few beds that everybody wants. */
export const hot: Shelter = { serviceId: 'hot', pools: [{ name: 'Beds', gender: null, total: 6 }] };

const simple = (n: number): Shelter => ({ serviceId: `shelter-${n}`, pools: [{ name: 'Beds', gender: null, total: 3 + (n % 5) }] });
const mixed = (n: number): Shelter => ({
  serviceId: `mixed-${n}`,
  pools: [
    { name: 'Men', gender: 'MAN', total: 2 + (n % 3) },
    { name: 'Women', gender: 'WOMAN', total: 3 + (n % 2) },
  ],
});

/** Shelters where a party of women and men needs beds of two pools. */
export const mixedShelters: readonly Shelter[] = Array.from({ length: 12 }, (_, n) => mixed(n));
/** Shelters with beds for anybody. */
export const simpleShelters: readonly Shelter[] = Array.from({ length: 38 }, (_, n) => simple(n));
/** All shelters of a run. */
export const shelters: readonly Shelter[] = [hot, ...mixedShelters, ...simpleShelters];
