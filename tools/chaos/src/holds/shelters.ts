import type { Random } from '@haven/test/reference/requests/random';

/** A pool of a shelter in a run; `gender`: the only one that it admits. */
export interface ShelterPool {
  readonly name: string;
  readonly gender: 'WOMAN' | 'MAN' | null;
  readonly total: number;
}

/** What happens at a shelter besides holds. */
export interface Traits {
  /** It has a waiting list. */
  readonly waits?: boolean;
  /** It accepts each hold itself. */
  readonly asks?: boolean;
  /** It sometimes closes its intake, and limits the beds of one organization. */
  readonly doors?: boolean;
  /** It sometimes has surge beds. */
  readonly surges?: boolean;
}

/** A shelter of a run; `admits`: the only gender that its service admits, whatever its pools say. */
export interface Shelter extends Traits {
  readonly serviceId: string;
  readonly admits?: 'WOMAN' | 'MAN';
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

/** The traits of each shelter in the second half; the last has all of them. */
const ways: readonly Traits[] = [
  { waits: true },
  { waits: true },
  { asks: true },
  { doors: true },
  { surges: true },
  { waits: true, asks: true, doors: true, surges: true },
];

/** Shelters where a party of women and men needs beds of two pools. */
const mixedShelters: readonly Shelter[] = Array.from({ length: 12 }, (_, n) => mixed(n));
/** Shelters with beds for anybody. */
const simpleShelters: readonly Shelter[] = Array.from({ length: 30 }, (_, n) => simple(n));
/** Homes whose rule is at the service; a pool has no rule, or the same. */
const homes: readonly Shelter[] = Array.from({ length: 8 }, (_, n) => {
  const admits = n % 2 === 0 ? 'WOMAN' : 'MAN';
  const [beds, ...others] = mixed(n).pools.map((pool) => ({ ...pool, gender: null }));
  const pools = n < 4 ? [beds!] : [beds!, ...others.map((pool) => ({ ...pool, gender: admits }) as const)];
  return { serviceId: `home-${n}`, pools, admits, ...(n % 4 > 1 && { waits: true }) };
});
/** Shelters with special traits. */
const specialShelters: readonly Shelter[] = ways.flatMap((traits, n) => [
  { ...simple(n), ...traits, serviceId: `special-${n}` },
  { ...mixed(n), ...traits, serviceId: `special-mixed-${n}` },
]);
/** All shelters of a run. */
export const shelters: readonly Shelter[] = [hot, ...mixedShelters, ...simpleShelters, ...homes, ...specialShelters];

/** A home that admits no men. */
export const homeForWomen: Shelter = homes[0]!;

/** A random shelter: in a quarter of cases the hot one, in a quarter one with special traits. */
export function someShelter(random: Random): Shelter {
  const dice = random.next();
  if (dice < 0.25) return hot;
  if (dice < 0.5) return random.pick(specialShelters);
  if (dice < 0.6) return random.pick(homes);
  return random.pick(dice < 0.74 ? mixedShelters : simpleShelters);
}

/** A random shelter with this trait. */
export const shelterThat = (random: Random, trait: keyof Traits): Shelter =>
  random.pick([...homes, ...specialShelters].filter((one) => one[trait]));
