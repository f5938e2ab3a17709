import type { NeedCategory } from '@haven/kernel';

/** What speaks for a category: lists parted by `;`, all in lower case but codes, in any language. */
export interface CategoryWords {
  /** Names of taxonomy terms, whole: Open Eligibility, AIRS / 211, and what directories make up in their style. */
  readonly terms: string;
  /** First letters of AIRS / 211 codes of taxonomy terms. */
  readonly codes: string;
  /** Words and phrases in the name of a service. */
  readonly names: string;
  /** Phrases that hold one of these words and speak of another category. */
  readonly except?: string;
  /** Phrases in the description; only asked when terms and name say nothing. */
  readonly descriptions: string;
}

/** Phrases that hold a word of a category and mean something else; they are cut out before looking. */
export const misleadingPhrases: string = `
  animal shelter; bus shelter; tax shelter; shelter in place; sheltered workshop; pet shelter; homeowner; home owner; legal name;
  legal guardian; legal guardians; legal status; legal resident; legal residents; legally; medical bills; medical school; medical
  records; public school; first aid; health insurance enrollment; employment verification; proof of employment; health education;
  nutrition education; sex education; parenting education; parent education; homebuyer education; safety education; physical therapy;
  occupational therapy; speech therapy; foreclosure prevention counseling; foreclosure counseling; housing counseling; credit counseling;
  debt counseling; financial counseling; nutrition counseling; adoption counseling; career counseling; employment rights; employment law`;

/** The mapping from directory words to need categories. Correct it here; a service can be corrected by itself too. */
export const needCategoryWords: { readonly [category in NeedCategory]: CategoryWords } = {
  ACCOMMODATION: {
    terms: `
      emergency shelter; temporary shelter; safe housing; short-term housing; long-term housing; residential housing; transitional
      housing; supportive housing; permanent supportive housing; domestic violence shelter; domestic violence shelters; homeless
      shelter; homeless shelters; runaway/youth shelters; safe houses; sober living; shelter; shelters; rapid
      re-housing; transitional housing/shelter; accommodation; crisis shelter; human trafficking shelters`,
    codes: 'BH-18; BH-86',
    names: `
      shelter; shelters; safe house; safehouse; safe home; transitional housing; transitional living; supportive housing; emergency
      housing; crisis housing; rapid rehousing; group home; maternity home; accommodation; hostel for survivors; refuge for women;
      women’s refuge; women's refuge; halfway house; sober living; temporary housing; rumah aman; rumah perlindungan; rumah
      singgah; shelter perempuan; refugio; albergue; casa de acogida; hébergement; foyer d’accueil; บ้านพัก; ផ្ទះសុវត្ថិភាព; nhà
      tạm lánh; tempat perlindungan; আশ্রয়কেন্দ্র; 庇护所`,
    descriptions: `
      provides emergency shelter; provides shelter; emergency shelter for; safe shelter; transitional housing for; provides
      transitional housing; provides housing to; safe and confidential housing; overnight shelter; a place to sleep; beds for`,
  },
  MEDICAL: {
    terms: `
      medical care; primary care; dental care; vision care; hiv treatment; std/sti treatment & prevention; disease screening;
      checkup & test; vaccinations; maternity care; postnatal care; pregnancy tests; family planning; birth control; sexual &
      reproductive health; women's health; hospital treatment; medical supplies; prescription assistance; screening & exams; vision
      tests; prevent & treat; disease management; medication management; discounted healthcare; health care;
      healthcare; detox; skilled nursing; community  hiv prescription assistance`,
    codes: 'L',
    except: 'mental health care; mental healthcare; mental health services; behavioral health services; medical interpretation',
    names: `
      medical; clinics; primary care; dental; dentist; health center; health centre; health clinic; free clinic; community clinic; walk-in health clinic; urgent care; health services; hospital; health care; healthcare; hiv
      testing; sti testing; vaccination; immunization; immunizations; prenatal; midwifery; obstetrics; gynecology; gynaecology;
      pediatrics; optometry; pharmacy; nursing; puskesmas; klinik; rumah sakit; clínica; salud; clinique; โรงพยาบาล; คลินิก;
      មន្ទីរពេទ្យ; phòng khám; bệnh viện`,
    descriptions: `
      medical care; primary care; health screenings; provides medical; dental care; physical exams; free clinic; health care
      services; healthcare services; hiv testing`,
  },
  LEGAL: {
    terms: `
      legal; advocacy & legal aid; representation; legal services; legal aid; legal representation; workplace rights;
      discrimination & civil rights; citizenship & immigration; mediation; consumer debt/bankruptcy; immigration legal services;
      legal counseling; crime victim legal services; restraining orders`,
    codes: 'FT',
    names: `
      legal; lawyer; lawyers; attorney; law clinic; law center; pro bono; immigration law; legal aid; bar association; court
      advocacy; bantuan hukum; ayuda legal; asistencia legal; abogados; aide juridique; trợ giúp pháp lý; ความช่วยเหลือทางกฎหมาย;
      ជំនួយផ្លូវច្បាប់; আইনি সহায়তা; bantuan guaman`,
    descriptions: `
      direct representation; legal self-help center; lawyer referral service; legal representation; legal services; legal advice;
      legal aid; legal assistance; free legal; represents clients in`,
  },
  PSYCHOSOCIAL: {
    terms: `
      counseling; counselling; mental health care; support groups; one-on-one support; specialized therapy; support network; peer
      support; anger management; substance abuse counseling; addiction & recovery; residential treatment; outpatient treatment;
      mental health evaluation; psychiatric emergency services; bereavement; 12-step; help escape violence; understand mental
      health; peer recovery coaching; spiritual support; individual counseling; group counseling; trauma counseling; crisis
      intervention; help hotlines; medications for mental health`,
    codes: 'R',
    names: `
      counseling; counselling; counselor; mental health; psychotherapy; therapy; psychiatric; psychiatry; psychological;
      psychosocial; trauma; support group; support groups; crisis intervention; grief; bereavement; substance abuse; addiction;
      recovery program; behavioral health; konseling; dukungan psikososial; consejería; apoyo psicológico; soutien psychologique;
      tư vấn tâm lý; จิตสังคม; ការប្រឹក្សា; মনোসামাজিক`,
    descriptions: `
      individual counseling; group counseling; individual and group therapy; mental health services; counseling services;
      psychotherapy; support groups; crisis counseling; trauma-informed therapy; grief counseling`,
  },
  MATERIAL_ASSISTANCE: {
    terms: `
      food; emergency food; food pantry; free meals; food delivery; goods; clothing; baby supplies; baby clothes; diapers &
      formula; personal care items; personal hygiene; home goods; furniture; blankets & fans; toys & gifts; emergency payments;
      financial assistance; help pay for food; government food benefits; clothes for work; clothes for school; supplies for school;
      supplies for work; help pay for housing; help pay for utilities; food pantries; clothing banks`,
    codes: 'BD; BM',
    names: `
      food; pantry; meals; groceries; clothing; clothes; hygiene; diapers; furniture; emergency assistance; financial assistance;
      material assistance; cash assistance; rent assistance; rental assistance; utility assistance; soup kitchen; bantuan makanan;
      sembako; bantuan materi; comida; alimentos; ropa; aide alimentaire; hỗ trợ lương thực; ความช่วยเหลือด้านวัตถุ; খাদ্য সহায়তা`,
    descriptions: `
      free meals; food pantry; groceries; clothing and; hygiene kits; hygiene items; emergency financial assistance; emergency food`,
  },
  INTERPRETATION: {
    terms: `
      translation & interpretation; interpretation; translation; language interpretation; interpretation/translation; sign language
      interpretation`,
    codes: '',
    names: `
      interpretation; interpreter; interpreters; translation; translators; language line; juru bahasa; penerjemah; intérpretes;
      interprétariat; ล่าม; អ្នកបកប្រែ; phiên dịch; jurubahasa`,
    descriptions: `
      interpretation and translation services; translation and interpretation services; provides interpreters; interpreter services
      to`,
  },
  DOCUMENTATION: {
    terms: `
      identification recovery; identification cards; birth certificates; identity documents; passports`,
    codes: '',
    names: `
      identification recovery; id recovery; identity documents; birth certificate; birth certificates; birth registration; civil
      registration; passport; passports; vital records; id cards; dokumen identitas; documentos de identidad`,
    descriptions: `
      obtain identification; replace identity documents; obtaining birth certificates; obtain birth certificates; help obtaining
      identification`,
  },
  INTERNATIONAL_PROTECTION: {
    terms: `
      asylum; refugee services; refugee resettlement; refugee resettlement services; asylum legal services`,
    codes: '',
    names: `
      asylum; asylum seekers; refugee services; refugee assistance; refugee legal aid; refugee protection; refugee support; refugee resettlement; international protection; unhcr; refugee status;
      statelessness; pengungsi; pencari suaka; asilo; refugiados; asile; réfugiés; ผู้ลี้ภัย; ជនភៀសខ្លួន; tị nạn; শরণার্থী`,
    descriptions: `
      asylum applications; apply for asylum; refugee status determination; refugee resettlement; asylum seekers`,
  },
  CHILD_PROTECTION: {
    terms: `
      child protection; child abuse services; adoption & foster care; adoption & foster placement; child welfare; foster care;
      child protective services; children’s protective services`,
    codes: '',
    names: `
      child protection; child welfare; child advocacy; foster care; unaccompanied minors; unaccompanied children; child abuse;
      perlindungan anak; protección infantil; protection de l’enfance; คุ้มครองเด็ก; ការការពារកុមារ; bảo vệ trẻ em; শিশু সুরক্ষা`,
    descriptions: `
      abused and neglected children; child abuse and neglect; child protection; unaccompanied minors; children in foster care`,
  },
  FAMILY_TRACING: {
    terms: 'family tracing; family reunification; restoring family links; missing persons',
    codes: '',
    names: `
      family tracing; family reunification; restoring family links; missing persons; reunifikasi keluarga; reunificación familiar;
      regroupement familial`,
    descriptions: 'trace family members; tracing of family; restore contact with family; restoring family links',
  },
  EDUCATION: {
    terms: ` ged/high-school equivalency; english as a second language (esl); basic literacy; alternative education; more
      education; tutoring; college readiness; computer class; special education; help find school`,
    codes: 'H',
    names: `
      esl; esol; english as a second language; english classes; literacy; ged; tutoring; adult education; language classes; computer classes;
      scholarship; pendidikan; educación; clases de inglés; formation linguistique; การศึกษา; ការអប់រំ; giáo dục; শিক্ষা`,
    descriptions: `
      english classes; ged classes; esl classes; literacy classes; tutoring; high school diploma; high school equivalency`,
  },
  EMPLOYMENT: {
    terms: `
      work; help find work; job placement; resume development; interview training; supported employment; skills & training;
      specialized training; job skills; job readiness; job retention support; skills assessment; vocational training; employment;
      basic job skills`,
    codes: 'ND',
    names: `
      employment; job training; job placement; job readiness; job search; workforce; vocational; career; careers; livelihood;
      livelihoods; apprenticeship; pelatihan kerja; lapangan kerja; empleo; formación laboral; emploi; việc làm; การจ้างงาน;
      কর্মসংস্থান`,
    descriptions: `
      job training; job placement; job search; workforce development; vocational training; employment services; find employment`,
  },
  REPATRIATION: {
    terms: 'repatriation; assisted voluntary return; voluntary return; return assistance',
    codes: '',
    names: `
      repatriation; voluntary return; assisted return; return assistance; pemulangan; repatriación; retorno voluntario; retour
      volontaire; hồi hương; ส่งกลับภูมิลำเนา; প্রত্যাবাসন`,
    descriptions: 'assisted voluntary return; repatriation of; voluntary return and',
  },
  REINTEGRATION: {
    terms: `
      reintegration; re-entry; reentry; independent living; social reintegration`,
    codes: '',
    names: `
      reintegration; reentry; re-entry; life skills; independent living; reintegrasi; reintegración; réinsertion; tái hòa nhập;
      পুনর্বাসন`,
    descriptions: 'reintegration into; reintegrate into; social reintegration; life skills training',
  },
};
