import { describe, expect, it } from '@jest/globals';
import type { JsonValue, ObjectName } from './record.js';
import { labelSaysSecret, saysSecret } from './says-secret.js';

const said = (property: string, value: JsonValue, kind: ObjectName = 'location') => saysSecret(kind, property, value);

/** Words of secrecy, and how people who use them answer "yes" and "no". */
const languages: { readonly [language: string]: readonly [yes: string, no: string, ...words: string[]] } = {
  id: [
    ...(['ya', 'tidak'] as const),
    ...['dirahasiakan', 'kerahasiaan', 'privasi', 'konfidensial', 'tidak dipublikasikan', 'jangan dipublikasikan', 'tidak untuk umum'],
    ...['disembunyikan', 'tertutup', 'dilindungi', 'alamat dirahasiakan', 'tidak_dipublikasikan', 'jangan ditampilkan'],
  ],
  ms: ['ya', 'tidak', 'rahsia', 'sulit', 'peribadi', 'persendirian', 'jangan siarkan', 'alamat dirahsiakan'],
  th: [
    ...(['ใช่', 'ไม่'] as const),
    ...['ปกปิด', 'ที่อยู่ลับ', 'ไม่เปิดเผย', 'ห้ามเผยแพร่', 'ส่วนตัว', 'เป็นความลับ', 'ข้อมูลลับ', 'ลับ', 'ความลับ', 'ที่อยู่ไม่เปิดเผย'],
  ],
  vi: ['có', 'không', 'bảo mật', 'riêng tư', 'bí mật', 'không công khai', 'kín', 'Địa chỉ bảo mật', 'địa_chỉ_kín', 'dia chi bao mat'],
  my: ['ဟုတ်', 'မဟုတ်', 'လျှို့ဝှက်', 'သီးသန့်', 'လိပ်စာလျှို့ဝှက်'],
  km: ['បាទ', 'ទេ', 'សម្ងាត់', 'ឯកជន', 'អាសយដ្ឋានសម្ងាត់'],
  bn: ['হ্যাঁ', 'না', 'গোপনীয়', 'গোপন', 'ব্যক্তিগত', 'ঠিকানা গোপনীয়', 'প্রকাশ করবেন না'],
  ur: ['ہاں', 'نہیں', 'خفیہ', 'نجی', 'پوشیدہ', 'خفیہ پتہ'],
  fa: ['بله', 'خیر', 'خصوصی', 'پنهان', 'سری', 'محرمانه', 'آدرس محرمانه', 'خصوصي'],
  ar: ['نعم', 'لا', 'السرية', 'سري', 'خاص', 'خصوصي', 'محجوب', 'عدم النشر', 'غير معلن', 'العنوان السري', 'سرّي', 'والسرية'],
  fr: [
    ...(['oui', 'non'] as const),
    ...['adresse cachée', 'masquée', 'protégée', 'secrète', 'ne pas diffuser', 'ne pas divulguer', 'diffusion restreinte'],
    ...['non diffusable', 'Adresse tenue secrète', 'adresse non communiquée'],
  ],
  es: ['sí', 'no', 'no divulgar', 'no difundir', 'no compartir', 'datos reservados', 'No publicada', 'por favor no divulgar'],
  pt: ['sim', 'não', 'não divulgar', 'não publicar', 'não mostrar', 'nao_divulgar'],
  fil: ['oo', 'hindi', 'lihim', 'pribado', 'sikreto', 'huwag ilathala', 'hindi pampubliko', 'nakatago'],
  lo: ['ແມ່ນ', 'ບໍ່', 'ຄວາມລັບ'],
  hi: ['हाँ', 'नहीं', 'निजी', 'गोपनीय', 'पता गोपनीय'],
  ne: ['हो', 'होइन', 'गोप्य'],
  ta: ['ஆம்', 'இல்லை', 'இரகசியம்'],
  am: ['አዎ', 'አይ', 'ምስጢር'],
  sw: ['ndiyo', 'hapana', 'siri', 'ya siri'],
  zh: ['是', '不', '地址保密', '不公开', '保密'],
  de: ['ja', 'nein', 'nicht veröffentlichen', 'bitte nicht weitergeben', 'vertrauliche Adresse'],
  nl: ['ja', 'nee', 'niet publiceren', 'geheime locatie'],
  pl: ['tak', 'nie', 'nie publikować'],
  ru: ['да', 'нет', 'не публиковать', 'конфиденциально'],
  tr: ['evet', 'hayır', 'gizli', 'yayınlamayın'],
};

describe.each(Object.entries(languages))('words of secrecy in %s', (_language, [yes, no, ...words]) => {
  it.each(words)('%s', (word) => {
    for (const name of [word, word.toUpperCase(), word.replaceAll(' ', '_')]) {
      for (const value of [yes, true, 1, 'x']) expect([name, value, said(name, value)]).toEqual([name, value, 'SAID']);
      for (const value of [no, false, 0, '']) expect([name, value, said(name, value)]).toEqual([name, value, null]);
    }
    for (const name of ['confidential', 'privacy', 'visibility', 'public', 'x_privacy'])
      expect([name, said(name, word)]).not.toEqual([name, null]);
    expect([word, labelSaysSecret(word, undefined)]).toEqual([word, 'SAID']);
    expect([word, said('confidential', no), said('confidential', yes)]).toEqual([word, null, 'SAID']);
  });
});

describe('an address or a remark says in another language that it is secret', () => {
  it.each([
    ...['Jalan Melati 6, alamat dirahasiakan', 'Adresse tenue secrète', 'Địa chỉ bảo mật', 'ที่อยู่ไม่เปิดเผย', '12 ถนนสุขุมวิท (ที่อยู่ลับ)'],
    ...['12 rue des Lilas (ne pas diffuser)', 'Calle 5, no divulgar', 'Rua 5 - não divulgar', 'လိပ်စာလျှို့ဝှက်', 'អាសយដ្ឋាន​សម្ងាត់'],
    ...[
      'শান্তি সড়ক ৬, ঠিকানা গোপনীয়',
      'شارع السلام 6، العنوان سري',
      'Huwag ilathala',
      '地址保密',
      'ที่อยู่\u200bไม่\u200bเปิดเผย',
      '北京路6号（地址保密）',
    ],
    ...['12 ถนนสุขุมวิท ห้ามเผยแพร่', 'ပန်းလမ်း ၆ လိပ်စာလျှို့ဝှက်', 'ຖະໜົນ 6 ຄວາມລັບ', 'ផ្លូវ ៦ សម្ងាត់', 'बाग रोड 6, पता गोपनीय'],
  ])('%s', (value) => {
    expect(said('address_1', value, 'address')).toBe('SAID');
    expect(said('name', value)).toBe('SAID');
  });

  it.each([
    ...['โรงพยาบาลสาธารณะ', 'ห้องน้ำส่วนตัว', 'กลับบ้าน', 'Phòng riêng tư', 'Rumah Sakit Umum', 'kamar pribadi', 'سكن خاص للنساء'],
    ...['ذوي الاحتياجات الخاصة', 'بخش خصوصی', 'chambre privée', 'habitación privada', 'Jalan Rahasia 77', 'ตรวจเลือดแบบไม่เปิดเผยชื่อ'],
    ...['Écoute confidentielle et gratuite', 'konseling rahasia', 'សាលាឯកជន', '私人诊所', 'next of kin', 'निजी अस्पताल', 'ไม่เป็นความลับ'],
  ])('not: %s', (value) => {
    for (const kind of ['location', 'address', 'phone'] as const) expect([kind, said('description', value, kind)]).toEqual([kind, null]);
    expect(labelSaysSecret(value, undefined)).toBeNull();
  });

  it.each(['next_of_kin', 'kamar_pribadi', 'chambre_privee', 'kebijakan_privasi', 'politica_de_privacidad', 'hindi', 'sulit_bicara'])(
    'not by its name: %s',
    (name) => {
      for (const value of [true, 'yes', 'no', 'https://example.org']) expect([value, said(name, value)]).toEqual([value, null]);
    },
  );
});
