import { malayRules } from '../rules/ms.js';
import type { Translation } from '../translation.js';

export const malay: Translation = {
  locale: 'ms',
  rightToLeft: false,
  words: {
    statuses: { ACTIVE: 'aktif', INACTIVE: 'tidak aktif', TEMPORARILY_CLOSED: 'ditutup buat sementara', DEFUNCT: 'ditutup secara kekal' },
    moment: 'pada {date}, jam {time} waktu UTC',
    unknownMoment: 'pada masa yang tidak diketahui',
    unknownCountry: 'negaranya tidak diketahui',
    aboutMember: 'Ini tentang orang nombor {member} dalam senarai.',
    aboutMembers: 'Ini tentang orang-orang nombor {members} dalam senarai.',
    byTerms: 'Direktori menyenaraikannya untuk: {terms}.',
  },
  rules: malayRules,
  texts: {
    NEARBY: 'Jaraknya {km} km dari sini.',
    ADMITTED: 'Peraturan tempat ini membenarkan semua orang yang perlu datang.',
    ADMITTED_PERSONS: 'Mereka menerima {persons}.',
    ADMITTED_LEGAL_STATUS: 'Mereka menerima orang dengan status undang-undang ini: {legalStatuses}.',
    ADMITTED_NATIONALITY: 'Mereka menerima orang dengan kewarganegaraan ini: {nationalities}.',
    ADMITTED_EXPLOITATION: 'Mereka membantu orang yang melalui hal ini: {exploitation}.',
    ADMITTED_PREGNANCY: 'Mereka menerima orang yang hamil.',
    ADMITTED_ACCESSIBILITY: 'Mereka dapat menyediakan ini: {accessibility}.',
    NO_REFERRAL_NEEDED: 'Mereka menerima orang tanpa rujukan.',
    BEDS_FREE: 'Katil kosong: {free}; yang diperlukan: {needed}.',
    LANGUAGE_SPOKEN: 'Bahasa yang mereka tuturkan: {language}.',
    LANGUAGE_CLOSE:
      'Mereka bertutur dalam bahasa {language}, yang kebanyakannya difahami oleh penutur bahasa {understoodBy}: pastikan semasa menelefon.',
    INTERPRETER_THERE: 'Mereka mempunyai jurubahasa di situ untuk bahasa {language}: maklumkan lebih awal bahawa jurubahasa diperlukan.',
    INTERPRETER_BY_PHONE: 'Ada jurubahasa {language} untuk mereka melalui telefon: minta semasa menelefon.',
    INTERPRETS: 'Mereka menyediakan jurubahasa {language}.',
    INTERPRETER_SUITABLE: 'Jurubahasa mereka menepati permintaan dalam perkara ini: {wishes}.',
    OPEN_NOW: 'Tempat ini dibuka sekarang.',
    PHONE_ALWAYS: 'Telefonnya dijawab siang dan malam.',
    LANGUAGE_NOT_SPOKEN: 'Mereka tidak bertutur dalam bahasa yang diminta: aturkan jurubahasa.',
    BED_COUNT_OLD: 'Katil kali terakhir dikira {confirmedAt}: telefon untuk memastikannya.',
    LAST_BEDS: 'Ini katil kosong yang terakhir: tempah sekarang.',
    ASSESSMENT_REQUIRED:
      'Mereka sendiri yang memutuskan setiap permintaan: tempah katil dan tunggu jawapan, atau telefon dan tanya apa yang mereka perlukan.',
    REFERRAL_REQUIRED: 'Mereka hanya menerima orang melalui rujukan: buat rujukan sebelum orang itu bertolak.',
    CROSSES_BORDER: 'Tempat ini di negara lain ({country}).',
    PLACE_CONFIDENTIAL: 'Alamatnya sulit: telefon dahulu sebelum orang itu bertolak. Jarak dikira hingga ke tengah kawasannya.',
    POSITION_BY_CITY:
      'Hanya bandarnya diketahui: jarak dikira hingga ke tengah bandar. Telefon dan tanya tempatnya sebelum orang itu bertolak.',
    POSITION_UNKNOWN:
      'Direktori tidak menyatakan di mana tempatnya: telefon dan tanya sebelum orang itu bertolak. Mungkin ini perkhidmatan telefon.',
    GONE_FROM_DIRECTORY:
      'Direktori asalnya tidak lagi menyenaraikannya: telefon dan tanya sama ada ia masih ada sebelum orang itu bertolak.',
    CHILD_APART:
      'Seorang kanak-kanak (orang nombor {member} dalam senarai) akan tidur di bilik tanpa orang dewasa yang datang bersamanya: telefon dan tanya sama ada mereka boleh tidur bersama, atau pilih tempat lain.',
    INVOLVE_CHILD_PROTECTION:
      'Orang ini mungkin berumur bawah {age} tahun dan tiada orang dewasa yang bertanggungjawab bersamanya: sebelum dia bertolak, telefon perkhidmatan perlindungan kanak-kanak ini: {service}.',
    INVOLVE_GUARDIAN:
      'Orang ini mungkin berumur bawah {age} tahun dan tiada orang dewasa yang bertanggungjawab bersamanya: sebelum dia bertolak, telefon penjaga atau perkhidmatan perlindungan kanak-kanak tempatan.',
    CLOSED_NOW: 'Tempat ini ditutup sekarang: jangan hantar sesiapa sebelum ia dibuka ({opensAt}).',
    INTAKE_LATER: 'Pada waktu ini mereka tidak menerima orang baharu: datang apabila kemasukan dibuka ({opensAt}), atau telefon.',
    ASK_PERSONS:
      'Tanya sama ada mereka menerima semua orang ini, mengikut jantina dan umur: direktori tidak menyatakannya atau tidak memastikannya.',
    ASK_LEGAL_STATUS:
      'Tanya tempat perlindungan atau perkhidmatan itu, bukan orangnya, status undang-undang mana yang diterima: direktori tidak menyatakannya.',
    ASK_NATIONALITY:
      'Tanya tempat perlindungan atau perkhidmatan itu, bukan orangnya, warganegara mana yang diterima: direktori tidak menyatakannya.',
    ASK_EXPLOITATION:
      'Tanya tempat perlindungan atau perkhidmatan itu, bukan orangnya, bentuk eksploitasi mana yang mereka kendalikan: direktori tidak menyatakannya.',
    ASK_PREGNANCY: 'Tanya sama ada mereka menerima orang yang hamil: direktori tidak menyatakannya.',
    ASK_ACCESSIBILITY: 'Tanya sama ada mereka dapat memenuhi keperluan kebolehcapaian: direktori tidak menyatakannya.',
    ASK_AGE_OR_GENDER_OF_PERSON: 'Siapa yang diterima bergantung pada jantina dan umur: tanya orang itu apa yang belum diketahui.',
    ASK_LEGAL_STATUS_OF_PERSON: 'Siapa yang diterima bergantung pada status undang-undang: tanya setakat yang orang itu sudi ceritakan.',
    ASK_NATIONALITY_OF_PERSON: 'Siapa yang diterima bergantung pada kewarganegaraan: tanya setakat yang orang itu sudi ceritakan.',
    ASK_EXPLOITATION_OF_PERSON: 'Siapa yang diterima bergantung pada bentuk eksploitasi: tanya setakat yang orang itu sudi ceritakan.',
    ASK_PREGNANCY_OF_PERSON: 'Mereka tidak menerima orang yang hamil: tanya jika ada sesiapa yang hamil.',
    ASK_ACCESSIBILITY_OF_PERSON: 'Tanya orang itu tentang keperluan kebolehcapaiannya.',
    ASK_REFERRAL: 'Tanya sama ada mereka memerlukan rujukan: direktori tidak menyatakannya.',
    ASK_BEDS: 'Tanya tentang katil kosong: direktori tidak mencatat bilangannya.',
    ASK_CARER:
      'Tanya tanpa mendesak siapa antara mereka yang menjaga setiap kanak-kanak, dan nyatakan dalam soalan: tiada sesiapa yang dianggap penjaga, dan sehingga itu tiada kanak-kanak dipisahkan daripada sesiapa.',
    ASK_LANGUAGES: 'Tanya bahasa apa yang mereka tuturkan: direktori tidak menyatakannya.',
    ASK_INTERPRETER_GENDER: 'Tanya jantina jurubahasa itu: direktori tidak menyatakannya.',
    ASK_INTERPRETER_BY_PHONE: 'Tanya sama ada mereka menterjemah melalui telefon: direktori tidak menyatakannya.',
    ASK_INTERPRETER_COMMUNITY:
      'Tanpa menyebut nama orang itu, tanya sama ada jurubahasa berasal daripada komuniti yang bertutur bahasa ini: direktori tidak menyatakannya.',
    ASK_HOURS: 'Tanya bila mereka dibuka: direktori tidak menyatakannya.',
    ASK_COUNTRY: 'Tanya tempat ini di negara mana sebelum sesiapa bertolak: direktori tidak menyatakannya.',
    ASK_PAPERS: 'Tempat ini di negara lain: tanya sama ada semua orang mempunyai dokumen untuk merentas sempadan.',
    ASK_SERVICE_AREA: 'Tanya sama ada mereka berkhidmat di tempat orang itu berada: kawasan mereka dalam direktori tidak jelas.',
    ASK_FURTHER: 'Jika ada masa, tanya juga tentang ini: {parts}. Tanya orang itu setakat yang dia sudi ceritakan.',
    NOT_ACTIVE: 'Tempat ini tidak menerima sesiapa sekarang, kerana {status}. Pilih tempat lain.',
    TOO_FAR: 'Jaraknya {km} km dari sini: benarkan jarak yang lebih jauh.',
    OTHER_COUNTRY: 'Tempat ini di negara lain ({country}): benarkan merentas sempadan, jika semua orang mempunyai dokumen untuk itu.',
    NO_PAPERS_TO_CROSS:
      'Tempat ini di negara lain ({country}), dan ada orang yang tiada dokumen untuk merentas sempadan: cari tempat di sebelah sini.',
    IN_AVOIDED_AREA: 'Tempat ini dalam kawasan yang perlu dielakkan: jangan hantar sesiapa ke sana.',
    MAY_BE_IN_AVOIDED_AREA:
      'Tempat ini mungkin dalam kawasan yang perlu dielakkan, kerana hanya sekitarnya yang diketahui: telefon dan tanya sebelum sesiapa bertolak.',
    OUTSIDE_SERVICE_AREA: 'Mereka tidak berkhidmat di kawasan orang itu berada: telefon dan tanya jika boleh dikecualikan.',
    NOT_ADMITTED_PERSONS: 'Bukan semua orang ini diterima, kerana jantina atau umur: pilih tempat lain, atau telefon dan tanya.',
    NOT_ADMITTED_LEGAL_STATUS: 'Bukan semua orang ini diterima, kerana status undang-undang: pilih tempat lain, atau telefon dan tanya.',
    NOT_ADMITTED_NATIONALITY: 'Bukan semua orang ini diterima, kerana kewarganegaraan: pilih tempat lain, atau telefon dan tanya.',
    NOT_ADMITTED_EXPLOITATION:
      'Mereka membantu orang yang melalui bentuk eksploitasi yang lain: pilih tempat lain, atau telefon dan tanya.',
    NOT_ADMITTED_PREGNANCY: 'Mereka tidak menerima orang yang hamil: pilih tempat lain, atau telefon dan tanya.',
    NOT_ADMITTED_ACCESSIBILITY:
      'Mereka tidak dapat memenuhi salah satu keperluan kebolehcapaian: pilih tempat lain, atau telefon dan tanya.',
    NOT_ADMITTED_TO_BEDS:
      'Ada orang yang tidak boleh diterima di mana-mana bilik, kerana jantina, umur atau peraturan lain: pilih tempat lain, atau telefon dan tanya.',
    NO_BEDS:
      'Katil kosong tidak cukup untuk semua orang ini, atau bukan di bilik yang sesuai (kosong: {free}; diperlukan: {needed}): pilih tempat lain, atau masuk senarai menunggu.',
    INTAKE_CLOSED: 'Buat masa ini mereka tidak menerima orang baharu: pilih tempat seterusnya, atau telefon.',
    NOT_INTERPRETED: 'Mereka tidak menyediakan jurubahasa {language}: ambil padanan lain, atau telefon dan tanya.',
    INTERPRETER_UNSUITABLE:
      'Tiada jurubahasa mereka yang menepati permintaan dalam perkara ini: {wishes}. Ambil padanan lain, atau telefon dan tanya.',
    EXCLUDED_ORGANIZATION: 'Ia milik organisasi yang tidak dikehendaki: ambil padanan lain.',
    HOLD_LIMIT:
      'Organisasi anda akan menempah lebih banyak katil di sana daripada yang dibenarkan pada satu masa (paling banyak: {most}): lepaskan tempahan yang tidak diperlukan. Jika lebih ramai orang memerlukan katil, telefon tempat perlindungan itu, atau pilih tempat lain.',
    TOO_FEW_BEDS:
      'Katil di sana tidak cukup untuk semua orang ini, walaupun semuanya kosong (jumlah: {beds}; diperlukan: {needed}): pilih tempat lain, atau minta kurang katil jika ada yang boleh berkongsi.',
  },
};
