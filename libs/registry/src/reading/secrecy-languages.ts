/**
 * Words of secrecy, language by language; English and the older lists are in `secrecy-words.ts`. Written as people write them: they are
 * compared without case and accents.
 */
export interface SecrecyWords {
  /** They mean "secret" whatever other words are there. */
  readonly secret?: string;
  /** They mean "secret" if the other words add nothing. */
  readonly perhaps?: string;
  /** A value with one of them means "secret", whatever the name of its property. Also one of the two above. */
  readonly plainly?: string;
  /** They say "public". */
  readonly open?: string;
  /** Those of `open` that are commands to show. */
  readonly orders?: string;
  readonly not?: string;
  /** They reverse the word before them. */
  readonly notAfter?: string;
  readonly no?: string;
  readonly yes?: string;
  /** They do not change what is said about the record itself. */
  readonly fillers?: string;
  /** Several words, or one long word, and what they say in known words. */
  readonly phrases?: { readonly [phrase: string]: string };
  /** Written without spaces between words: looked for inside the text, and replaced by known words. */
  readonly inside?: { readonly [known: string]: string };
}

const ofScriptsWithoutSpaces: { readonly [language: string]: SecrecyWords } = {
  th: {
    inside: {
      'undisclosed address': 'ที่อยู่ลับ สถานที่ลับ',
      undisclosed: 'ปกปิด ข้อมูลลับ เป็นความลับ ความลับ ปิดลับ ห้ามเผยแพร่ ห้ามเปิดเผย ห้ามเผยแพร่ต่อสาธารณะ ซ่อนไว้',
      restricted: 'ส่วนตัว ส่วนบุคคล',
      public: 'เปิดเผย(?!ชื่อ|ตัวตน) เผยแพร่ สาธารณะ',
      not: 'ไม่เป็น ไม่ใช่ ไม่',
      address: 'ที่อยู่ สถานที่ ที่ตั้ง',
    },
    yes: 'ใช่',
    no: 'ไม่ ไม่ใช่',
  },
  my: {
    inside: { undisclosed: 'လျှို့ဝှက်', restricted: 'သီးသန့် ကိုယ်ပိုင်', address: 'လိပ်စာ တည်နေရာ နေရာ' },
    yes: 'ဟုတ် ဟုတ်ကဲ့ ဟုတ်ပါတယ်',
    no: 'မဟုတ် မဟုတ်ဘူး မဟုတ်ပါ',
  },
  km: {
    inside: {
      undisclosed: 'សម្ងាត់ សំងាត់ មិនបង្ហាញ',
      restricted: 'ឯកជន',
      public: 'សាធារណៈ ផ្សព្វផ្សាយ',
      not: 'មិន កុំ',
      address: 'អាសយដ្ឋាន ទីតាំង ទីកន្លែង',
    },
    yes: 'បាទ ចាស មាន',
    no: 'ទេ អត់',
  },
  lo: {
    inside: { undisclosed: 'ຄວາມລັບ ປິດລັບ ບໍ່ເປີດເຜີຍ', restricted: 'ສ່ວນຕົວ', address: 'ທີ່ຢູ່ ສະຖານທີ່' },
    yes: 'ແມ່ນ',
    no: 'ບໍ່ ບໍ່ແມ່ນ',
  },
  zh: {
    inside: {
      undisclosed: '保密 机密 機密 秘密 隐藏 隱藏',
      restricted: '私人',
      public: '公开 公開',
      not: '不 未 非 勿',
      address: '地址 地点 地點 位置',
    },
  },
  ja: { inside: { undisclosed: '極秘 内密', address: '住所 所在地 場所' } },
};

const ofAsiaAndAfrica: { readonly [language: string]: SecrecyWords } = {
  id: {
    secret: 'dirahasiakan merahasiakan kerahasiaan privasi konfidensial konfidensialitas disembunyikan rahasiakan',
    perhaps: 'tertutup dilindungi',
    plainly: 'dirahasiakan konfidensial',
    open: 'dipublikasikan publikasikan dipublikasi disebarkan sebarkan disebarluaskan dibagikan bagikan diumumkan umumkan ditampilkan',
    orders: 'dipublikasikan publikasikan disebarkan sebarkan disebarluaskan ditampilkan',
    not: 'tidak jangan bukan',
    yes: 'iya',
    fillers: 'tempat ini itu untuk adalah harap mohon nomor telepon kontak terbuka',
    phrases: { 'untuk umum': 'public', 'kepada umum': 'public', 'rumah aman': 'safehouse' },
  },
  ms: {
    secret: 'rahsia dirahsiakan rahsiakan kerahsiaan',
    perhaps: 'sulit peribadi persendirian',
    plainly: 'rahsia dirahsiakan',
    open: 'siarkan disiarkan dedahkan didedahkan',
    orders: 'siarkan disiarkan dedahkan didedahkan',
  },
  fil: {
    secret: 'lihim sikreto nakatago itinatago kompidensyal',
    perhaps: 'pribado',
    plainly: 'lihim kompidensyal kumpidensyal',
    open: 'ilathala ilalathala pampubliko ipakita ibahagi isapubliko publiko',
    orders: 'ilathala ipakita isapubliko',
    not: 'huwag hindi wag',
    yes: 'oo opo',
    no: 'hindi',
    fillers: 'lokasyon tirahan ang ng na sa ay po',
  },
  vi: {
    phrases: {
      ...{ 'bảo mật': 'undisclosed', 'bí mật': 'confidential', 'riêng tư': 'restricted' },
      ...{ 'công khai': 'public', 'tiết lộ': 'disclose', 'công bố': 'publish', 'phổ biến': 'publish', 'chia sẻ': 'share' },
      ...{ 'địa chỉ': 'address', 'vị trí': 'location', 'địa điểm': 'location', 'nơi ở': 'place', 'điện thoại': 'phone', được: 'is' },
    },
    inside: { undisclosed: 'giữ\\s+kín(?!\\p{L})', restricted: '(?<!\\p{L})kín(?!\\p{L})' },
    not: 'không',
    yes: 'có',
  },
  bn: {
    secret: 'গোপন গোপনীয় গুপ্ত অপ্রকাশিত',
    perhaps: 'ব্যক্তিগত গোপনীয়তা',
    plainly: 'গোপন গোপনীয় অপ্রকাশিত',
    open: 'প্রকাশ্য',
    notAfter: 'নয় না',
    yes: 'হ্যাঁ',
    no: 'না',
    fillers: 'ঠিকানা স্থান ফোন এই',
    phrases: { 'প্রকাশ করবেন না': 'not publish', 'প্রকাশ করা যাবে না': 'not publish' },
  },
  ur: {
    secret: 'خفیہ پوشیدہ رازدارانہ',
    perhaps: 'نجی ذاتی',
    plainly: 'خفیہ پوشیدہ',
    notAfter: 'نہیں',
    yes: 'ہاں',
    no: 'نہیں',
    fillers: 'پتہ پتا مقام جگہ فون یہ ہے',
    phrases: { 'شائع نہ کریں': 'not publish', 'ظاہر نہ کریں': 'not publish' },
  },
  fa: {
    secret: 'پنهان پنهانی سری محرمانه',
    perhaps: 'خصوصی شخصی',
    plainly: 'سری محرمانه',
    open: 'عمومی',
    yes: 'بله آری',
    no: 'خیر نه',
    fillers: 'نشانی آدرس مکان محل تلفن است این',
    phrases: { 'منتشر نشود': 'not publish', 'منتشر نکنید': 'not publish' },
  },
  ar: {
    secret: 'سري سرية سريا محجوب محجوبة مخفي مخفية',
    perhaps: 'خاص خاصة خصوصي خصوصية محمي محمية',
    plainly: 'سري سرية محجوب محجوبة',
    open: 'نشر تنشر ينشر معلن معلنة علني علنية منشور منشورة',
    orders: 'نشر تنشر ينشر',
    not: 'غير عدم ليس ليست لا ممنوع بدون',
    fillers: 'هاتف رقم هذا هذه مكان',
  },
  hi: {
    secret: 'गोपनीय गुप्त',
    perhaps: 'निजी गोपनीयता',
    open: 'सार्वजनिक प्रकाशित',
    notAfter: 'नहीं',
    fillers: 'पता स्थान',
    phrases: { 'प्रकाशित न करें': 'not publish', 'साझा न करें': 'not share' },
  },
  ne: { secret: 'गोप्य', plainly: 'गोप्य', notAfter: 'होइन छैन', yes: 'हो छ', no: 'होइन छैन', fillers: 'ठेगाना' },
  ta: {
    secret: 'இரகசியம் ரகசியம் இரகசியமான ரகசியமான',
    plainly: 'இரகசியம் ரகசியம் இரகசியமான ரகசியமான',
    yes: 'ஆம்',
    no: 'இல்லை',
    fillers: 'முகவரி இடம்',
  },
  am: {
    secret: 'ምስጢር ሚስጥር ምስጢራዊ ሚስጥራዊ',
    plainly: 'ምስጢር ሚስጥር ምስጢራዊ ሚስጥራዊ',
    yes: 'አዎ',
    no: 'አይ አይደለም',
    fillers: 'አድራሻ ቦታ',
  },
  sw: {
    perhaps: 'siri faragha',
    yes: 'ndiyo',
    no: 'hapana',
    fillers: 'anwani mahali',
    phrases: { 'ya siri': 'confidential', usichapishe: 'not publish', usionyeshe: 'not show' },
  },
};

const ofEnglish: SecrecyWords = {
  phrases: {
    ...{ 'give out': 'disclose', 'given out': 'disclosed', 'make public': 'publish', 'made public': 'published' },
    ...{ 'staff only': 'staffonly', 'agency only': 'agencyonly', 'opt out': 'optout', 'opted out': 'optout' },
    ...{ 'safe house': 'safehouse', 'safe houses': 'safehouse', 'secure location': 'securelocation', 'secure address': 'securelocation' },
    ...{ 'mask address': 'masked address', 'mask location': 'masked location', 'mask coordinates': 'masked location' },
    ...{ 'anonymous address': 'masked address', 'anonymous location': 'masked location' },
  },
};

const ofEurope: { readonly [language: string]: SecrecyWords } = {
  fr: {
    secret: 'cachée cachés cachées masquée masqués masquées secrète secrets secrètes confidentiels confidentielles',
    perhaps: 'protégée protégés protégées restreint restreinte',
    plainly: 'cachée masquée secrète confidentiels confidentielles',
    open: 'diffuser diffusée diffusable diffusion divulguer divulguée communiquer communiquée communicable publiée',
    orders: 'diffuser divulguer',
    not: 'jamais',
    fillers: 'ne tenue tenu gardée gardé sur site en ligne données',
  },
  es: {
    secret: 'confidenciales ocultos ocultas secretos secretas privados privadas',
    perhaps: 'reservados reservadas',
    plainly: 'confidenciales',
    open: 'divulgar divulgue difundir difunda compartir comparta revelar revele publicado publicada mostrado mostrada',
    orders: 'divulgar difundir revelar',
    fillers: 'datos favor por se debe puede este lugar',
  },
  pt: {
    secret: 'confidenciais sigilosos sigilosas',
    perhaps: 'restritos',
    plainly: 'confidenciais',
    open: 'compartilhar partilhar divulgado divulgada exibir exibido',
    orders: 'exibir',
    not: 'nunca',
    fillers: 'dados',
  },
  it: {
    secret: 'riservati riservate nascosti segreti',
    open: 'pubblicare divulgare mostrare diffondere',
    orders: 'pubblicare divulgare mostrare diffondere',
    fillers: 'dati',
  },
  de: {
    secret: 'vertrauliche vertrauliches geheime unsichtbar',
    plainly: 'vertrauliche vertrauliches',
    open: 'veröffentlicht veröffentlichung öffentliche weitergeben sichtbar',
    orders: 'weitergeben',
    fillers: 'bitte zur zum ist',
  },
  nl: {
    secret: 'geheime vertrouwelijke',
    plainly: 'vertrouwelijke',
    open: 'publiceren delen openbare',
    orders: 'publiceren',
    not: 'niet geen',
  },
  pl: { open: 'publikować udostępniać ujawniać', orders: 'publikować udostępniać ujawniać', not: 'nie' },
  ro: { not: 'nu', fillers: 'se' },
  ru: { perhaps: 'частный', open: 'публиковать разглашать показывать', orders: 'публиковать разглашать', not: 'не' },
  tr: {
    notAfter: 'değil',
    phrases: { yayınlamayın: 'not publish', paylaşmayın: 'not share', gizlidir: 'confidential' },
    fillers: 'adresi',
  },
};

export const secrecyLanguages: readonly SecrecyWords[] = [
  ofEnglish,
  ...Object.values(ofScriptsWithoutSpaces),
  ...Object.values(ofAsiaAndAfrica),
  ...Object.values(ofEurope),
];

/** All words of one kind. */
export const wordsInAllLanguages = (kind: Exclude<keyof SecrecyWords, 'phrases' | 'inside'>): string =>
  secrecyLanguages.flatMap((language) => language[kind] ?? []).join(' ');
