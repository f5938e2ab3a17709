/**
 * Names that GeoNames does not have, or has for a smaller place too: what people say for short, former names, and islands and camps for
 * the city that is meant. Plain form on both sides.
 */
export const aliases: Readonly<Record<string, string>> = {
  bali: 'denpasar',
  canton: 'guangzhou',
  cdo: 'cagayan de oro',
  gensan: 'general santos',
  hcm: 'ho chi minh city',
  jb: 'johor bahru',
  jogja: 'yogyakarta',
  kk: 'kota kinabalu',
  kl: 'kuala lumpur',
  kutupalong: 'coxs bazar',
  lombok: 'mataram',
  odessa: 'odesa',
  sabah: 'kota kinabalu',
  sarawak: 'kuching',
  smyrna: 'izmir',
  'st petersburg': 'saint petersburg',
  'ujung pandang': 'makassar',
  yogya: 'yogyakarta',
  zambo: 'zamboanga',
};
