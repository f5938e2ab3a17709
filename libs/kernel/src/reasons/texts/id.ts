import { indonesianRules } from '../rules/id.js';
import type { Translation } from '../translation.js';

export const indonesian: Translation = {
  locale: 'id',
  rightToLeft: false,
  words: {
    statuses: { ACTIVE: 'aktif', INACTIVE: 'tidak aktif', TEMPORARILY_CLOSED: 'tutup sementara', DEFUNCT: 'tutup selamanya' },
    moment: 'pada {date} pukul {time} waktu UTC',
    unknownMoment: 'pada waktu yang tidak diketahui',
    unknownCountry: 'negaranya tidak diketahui',
    aboutMember: 'Ini tentang orang nomor {member} dalam daftar.',
    aboutMembers: 'Ini tentang orang-orang nomor {members} dalam daftar.',
    byTerms: 'Direktori mencantumkannya untuk: {terms}.',
  },
  rules: indonesianRules,
  texts: {
    NEARBY: 'Jaraknya {km} km.',
    ADMITTED: 'Aturan tempat ini mengizinkan semua orang yang perlu datang.',
    ADMITTED_PERSONS: 'Mereka menerima {persons}.',
    ADMITTED_LEGAL_STATUS: 'Mereka menerima orang dengan status hukum ini: {legalStatuses}.',
    ADMITTED_NATIONALITY: 'Mereka menerima orang dengan kewarganegaraan ini: {nationalities}.',
    ADMITTED_EXPLOITATION: 'Mereka mendampingi orang yang mengalami ini: {exploitation}.',
    ADMITTED_PREGNANCY: 'Mereka menerima orang yang sedang hamil.',
    ADMITTED_ACCESSIBILITY: 'Mereka bisa menyediakan ini: {accessibility}.',
    NO_REFERRAL_NEEDED: 'Mereka menerima orang tanpa rujukan.',
    BEDS_FREE: 'Tempat tidur kosong: {free}; yang dibutuhkan: {needed}.',
    LANGUAGE_SPOKEN: 'Petugas di sana bisa berbahasa {language}.',
    LANGUAGE_CLOSE:
      'Petugas di sana bisa berbahasa {language}, yang sebagian besar dimengerti oleh penutur bahasa {understoodBy}: pastikan saat menelepon.',
    INTERPRETER_THERE: 'Di sana ada juru bahasa untuk bahasa {language}: beri tahu sebelumnya bahwa juru bahasa diperlukan.',
    INTERPRETER_BY_PHONE: 'Mereka memakai juru bahasa {language} lewat telepon: mintalah itu saat menelepon.',
    INTERPRETS: 'Mereka menyediakan juru bahasa {language}.',
    INTERPRETER_SUITABLE: 'Juru bahasa mereka sesuai dengan permintaan dalam hal ini: {wishes}.',
    OPEN_NOW: 'Sekarang buka.',
    PHONE_ALWAYS: 'Teleponnya dijawab siang dan malam.',
    LANGUAGE_NOT_SPOKEN: 'Petugas di sana tidak menguasai bahasa yang diminta: siapkan juru bahasa.',
    BED_COUNT_OLD: 'Tempat tidur terakhir kali dihitung {confirmedAt}: telepon dulu untuk memastikan.',
    LAST_BEDS: 'Ini tempat tidur kosong yang terakhir: pesan sekarang.',
    ASSESSMENT_REQUIRED:
      'Mereka sendiri yang memutuskan setiap permintaan: pesan tempat tidurnya dan tunggu jawaban, atau telepon dan tanyakan apa yang mereka perlukan.',
    REFERRAL_REQUIRED: 'Mereka hanya menerima orang dengan rujukan: buat rujukan sebelum orangnya berangkat.',
    CROSSES_BORDER: 'Tempat ini berada di negara lain ({country}).',
    PLACE_CONFIDENTIAL: 'Alamatnya dirahasiakan: telepon dulu sebelum orangnya berangkat. Jarak dihitung sampai ke tengah wilayahnya.',
    POSITION_BY_CITY:
      'Hanya kotanya yang diketahui: jarak dihitung sampai ke tengah kota. Telepon dan tanyakan tempatnya sebelum orangnya berangkat.',
    POSITION_UNKNOWN:
      'Direktori tidak menyebutkan tempatnya: telepon dan tanyakan sebelum orangnya berangkat. Mungkin ini layanan telepon.',
    GONE_FROM_DIRECTORY: 'Direktori asalnya tidak lagi mencantumkannya: telepon dan tanyakan apakah masih ada sebelum orang itu berangkat.',
    CHILD_APART:
      'Seorang anak (orang nomor {member} dalam daftar) akan tidur di kamar tanpa orang dewasa yang datang bersamanya: telepon dan tanyakan apakah mereka bisa tidur bersama, atau pilih tempat lain.',
    INVOLVE_CHILD_PROTECTION:
      'Orang ini mungkin berusia di bawah {age} tahun dan tidak didampingi orang dewasa yang bertanggung jawab: sebelum berangkat, telepon layanan perlindungan anak ini: {service}.',
    INVOLVE_GUARDIAN:
      'Orang ini mungkin berusia di bawah {age} tahun dan tidak didampingi orang dewasa yang bertanggung jawab: sebelum berangkat, telepon wali atau layanan perlindungan anak setempat.',
    CLOSED_NOW: 'Sekarang tutup: jangan kirim siapa pun sebelum buka ({opensAt}).',
    INTAKE_LATER: 'Pada jam ini mereka tidak menerima orang baru: datang saat penerimaan dibuka ({opensAt}), atau telepon.',
    ASK_PERSONS:
      'Tanyakan apakah mereka menerima semua orang ini, menurut gender dan usia: direktori tidak menyebutkannya atau tidak memastikannya.',
    ASK_LEGAL_STATUS:
      'Tanyakan kepada penampungan atau layanannya, bukan kepada orangnya, status hukum apa saja yang diterima: direktori tidak menyebutkannya.',
    ASK_NATIONALITY:
      'Tanyakan kepada penampungan atau layanannya, bukan kepada orangnya, kewarganegaraan apa saja yang diterima: direktori tidak menyebutkannya.',
    ASK_EXPLOITATION:
      'Tanyakan kepada penampungan atau layanannya, bukan kepada orangnya, bentuk eksploitasi apa saja yang mereka tangani: direktori tidak menyebutkannya.',
    ASK_PREGNANCY: 'Tanyakan apakah mereka menerima orang yang sedang hamil: direktori tidak menyebutkannya.',
    ASK_ACCESSIBILITY: 'Tanyakan apakah mereka bisa memenuhi kebutuhan aksesibilitas: direktori tidak menyebutkannya.',
    ASK_AGE_OR_GENDER_OF_PERSON: 'Siapa yang diterima bergantung pada gender dan usia: tanyakan kepada orangnya apa yang belum diketahui.',
    ASK_LEGAL_STATUS_OF_PERSON: 'Siapa yang diterima bergantung pada status hukum: tanyakan hanya sejauh orangnya bersedia bercerita.',
    ASK_NATIONALITY_OF_PERSON: 'Siapa yang diterima bergantung pada kewarganegaraan: tanyakan hanya sejauh orangnya bersedia bercerita.',
    ASK_EXPLOITATION_OF_PERSON:
      'Siapa yang diterima bergantung pada bentuk eksploitasi: tanyakan hanya sejauh orangnya bersedia bercerita.',
    ASK_PREGNANCY_OF_PERSON: 'Mereka tidak menerima orang yang sedang hamil: tanyakan apakah ada yang sedang hamil.',
    ASK_ACCESSIBILITY_OF_PERSON: 'Tanyakan kepada orangnya apa kebutuhan aksesibilitasnya.',
    ASK_REFERRAL: 'Tanyakan apakah mereka memerlukan rujukan: direktori tidak menyebutkannya.',
    ASK_BEDS: 'Tanyakan apakah ada tempat tidur kosong: direktori tidak mencatat jumlahnya.',
    ASK_CARER:
      'Tanyakan tanpa memaksa siapa di antara mereka yang mengasuh setiap anak, lalu sebutkan dalam pertanyaan: tidak ada yang dianggap pengasuh, dan sampai saat itu tidak ada anak yang dipisahkan dari siapa pun.',
    ASK_LANGUAGES: 'Tanyakan bahasa apa saja yang mereka kuasai: direktori tidak menyebutkannya.',
    ASK_INTERPRETER_GENDER: 'Tanyakan jenis kelamin juru bahasanya: direktori tidak menyebutkannya.',
    ASK_INTERPRETER_BY_PHONE: 'Tanyakan apakah juru bahasa tersedia lewat telepon: direktori tidak menyebutkannya.',
    ASK_INTERPRETER_COMMUNITY:
      'Tanpa menyebut nama orangnya, tanyakan apakah juru bahasa berasal dari komunitas penutur bahasa ini: direktori tidak menyebutkannya.',
    ASK_HOURS: 'Tanyakan kapan mereka buka: direktori tidak menyebutkannya.',
    ASK_COUNTRY: 'Tanyakan tempat ini ada di negara mana sebelum siapa pun berangkat: direktori tidak menyebutkannya.',
    ASK_PAPERS: 'Tempat ini berada di negara lain: tanyakan apakah semua orang punya dokumen untuk melintasi perbatasan.',
    ASK_SERVICE_AREA: 'Tanyakan apakah mereka melayani tempat orang itu berada: wilayah layanan di direktori tidak jelas.',
    ASK_FURTHER: 'Jika ada waktu, tanyakan juga tentang ini: {parts}. Tanyakan kepada orangnya hanya sejauh ia bersedia bercerita.',
    NOT_ACTIVE: 'Tempat ini tidak menerima siapa pun sekarang, karena {status}. Pilih tempat lain.',
    TOO_FAR: 'Jaraknya {km} km: izinkan jarak yang lebih jauh.',
    OTHER_COUNTRY: 'Tempat ini berada di negara lain ({country}): izinkan melintasi perbatasan, jika semua orang punya dokumennya.',
    NO_PAPERS_TO_CROSS:
      'Tempat ini berada di negara lain ({country}), dan ada yang tidak punya dokumen untuk melintasi perbatasan: cari tempat di sisi sini.',
    IN_AVOIDED_AREA: 'Tempat ini berada di wilayah yang harus dihindari: jangan kirim siapa pun ke sana.',
    MAY_BE_IN_AVOIDED_AREA:
      'Tempat ini mungkin berada di wilayah yang harus dihindari, karena hanya sekitarnya yang diketahui: telepon dan tanyakan sebelum siapa pun berangkat.',
    OUTSIDE_SERVICE_AREA: 'Mereka tidak melayani wilayah tempat orang itu berada: telepon dan tanyakan apakah bisa ada pengecualian.',
    NOT_ADMITTED_PERSONS: 'Tidak semua orang ini diterima, karena gender atau usia: pilih tempat lain, atau telepon dan tanyakan.',
    NOT_ADMITTED_LEGAL_STATUS: 'Tidak semua orang ini diterima, karena status hukum: pilih tempat lain, atau telepon dan tanyakan.',
    NOT_ADMITTED_NATIONALITY: 'Tidak semua orang ini diterima, karena kewarganegaraan: pilih tempat lain, atau telepon dan tanyakan.',
    NOT_ADMITTED_EXPLOITATION:
      'Mereka mendampingi orang yang mengalami bentuk eksploitasi lain: pilih tempat lain, atau telepon dan tanyakan.',
    NOT_ADMITTED_PREGNANCY: 'Mereka tidak menerima orang yang sedang hamil: pilih tempat lain, atau telepon dan tanyakan.',
    NOT_ADMITTED_ACCESSIBILITY:
      'Mereka tidak bisa memenuhi salah satu kebutuhan aksesibilitas: pilih tempat lain, atau telepon dan tanyakan.',
    NOT_ADMITTED_TO_BEDS:
      'Ada yang tidak bisa diterima di kamar mana pun, karena gender, usia, atau aturan lain: pilih tempat lain, atau telepon dan tanyakan.',
    NO_BEDS:
      'Tempat tidur kosong tidak cukup untuk semua orang ini, atau tidak di kamar yang sesuai (kosong: {free}; dibutuhkan: {needed}): pilih tempat lain, atau masuk daftar tunggu.',
    INTAKE_CLOSED: 'Saat ini mereka tidak menerima orang baru: pilih tempat berikutnya, atau telepon.',
    NOT_INTERPRETED: 'Mereka tidak menyediakan juru bahasa {language}: ambil pilihan lain, atau telepon dan tanyakan.',
    INTERPRETER_UNSUITABLE:
      'Tidak ada juru bahasa mereka yang sesuai dengan permintaan dalam hal ini: {wishes}. Ambil pilihan lain, atau telepon dan tanyakan.',
    EXCLUDED_ORGANIZATION: 'Ini milik organisasi yang tidak diinginkan: ambil pilihan lain.',
    HOLD_LIMIT:
      'Organisasi Anda akan memesan lebih banyak tempat tidur di sana daripada yang boleh pada satu waktu (paling banyak: {most}): lepaskan pesanan yang tidak diperlukan. Jika yang membutuhkan tempat tidur lebih banyak dari itu, telepon penampungannya, atau pilih tempat lain.',
    TOO_FEW_BEDS:
      'Tempat tidur di sana tidak cukup untuk semua orang ini, sekalipun semuanya kosong (jumlah: {beds}; dibutuhkan: {needed}): pilih tempat lain, atau minta lebih sedikit tempat tidur jika ada yang bisa berbagi.',
  },
};
