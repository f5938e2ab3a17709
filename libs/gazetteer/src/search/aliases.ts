/**
 * Names that GeoNames does not have, or has for a smaller place too: what people say for short, former names, and islands, camps and
 * regions for the city that is meant. Plain form on both sides.
 */
export const aliases: Readonly<Record<string, string>> = {
  bali: 'denpasar',
  canton: 'guangzhou',
  cdo: 'cagayan de oro',
  genova: 'genoa',
  gensan: 'general santos',
  hcm: 'ho chi minh city',
  'jawa barat': 'west java',
  'jawa tengah': 'central java',
  'jawa timur': 'east java',
  jb: 'johor bahru',
  jogja: 'yogyakarta',
  'kalimantan barat': 'west kalimantan',
  kk: 'kota kinabalu',
  kl: 'kuala lumpur',
  kutupalong: 'coxs bazar',
  lombok: 'mataram',
  medina: 'madinah',
  ntb: 'west nusa tenggara',
  ntt: 'east nusa tenggara',
  'nusa tenggara barat': 'west nusa tenggara',
  'nusa tenggara timur': 'east nusa tenggara',
  odessa: 'odesa',
  smyrna: 'izmir',
  'st petersburg': 'saint petersburg',
  'sumatera utara': 'north sumatra',
  'ujung pandang': 'makassar',
  yogya: 'yogyakarta',
  zambo: 'zamboanga',
};
