/** Names that are no spelling of the present one; plain form on both sides. */
export const aliases: Readonly<Record<string, string>> = {
  dacca: 'dhaka',
  poipet: 'paoy paet',
  rangoon: 'yangon',
  saigon: 'ho chi minh city',
  bombay: 'mumbai',
  calcutta: 'kolkata',
  madras: 'chennai',
  bangalore: 'bengaluru',
  'krung thep': 'bangkok',
  'krung thep maha nakhon': 'bangkok',
  peking: 'beijing',
  canton: 'guangzhou',
  batavia: 'jakarta',
  'ujung pandang': 'makassar',
  pegu: 'bago',
  moulmein: 'mawlamyine',
  akyab: 'sittwe',
};

/** Cities that come before others of the same name, as country and plain name; the data has no size to order them by. */
export const wellKnown: ReadonlySet<string> = new Set(['LK:colombo', 'PH:manila', 'ID:medan', 'BD:dhaka', 'IN:delhi', 'IN:hyderabad']);
