import { iso6393 } from 'iso-639-3';

type Language = Pick<(typeof iso6393)[number], 'name' | 'type' | 'iso6393' | 'iso6391' | 'iso6392B' | 'iso6392T'>;

/** In ISO 639-3 and IANA's subtag registry, but not in the package. */
const leftOut: readonly Language[] = [
  { iso6393: 'csx', name: 'Cambodian Sign Language', type: 'living' },
  { iso6393: 'ysm', name: 'Myanmar Sign Language', type: 'living' },
];

/** Every language with its codes and its English name. */
export const allLanguages: readonly Language[] = [...iso6393, ...leftOut];
