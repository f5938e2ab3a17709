import { filipinoRules } from '../rules/fil.js';
import type { Translation } from '../translation.js';

export const filipino: Translation = {
  locale: 'fil',
  rightToLeft: false,
  words: {
    statuses: { ACTIVE: 'bukas', INACTIVE: 'hindi aktibo', TEMPORARILY_CLOSED: 'pansamantalang sarado', DEFUNCT: 'tuluyan nang sarado' },
    moment: 'noong {date} nang {time}, oras na UTC',
    unknownMoment: 'sa panahong hindi alam',
    unknownCountry: 'hindi alam kung alin',
    aboutMember: 'Tungkol ito sa taong numero {member} sa listahan.',
    aboutMembers: 'Tungkol ito sa mga taong numero {members} sa listahan.',
    byTerms: 'Ayon sa direktoryo, para ito sa: {terms}.',
  },
  rules: filipinoRules,
  texts: {
    NEARBY: '{km} km ang layo.',
    ADMITTED: 'Pinapayagan ng patakaran nila ang lahat ng kailangang pumunta.',
    ADMITTED_PERSONS: 'Tinatanggap nila: {persons}.',
    ADMITTED_LEGAL_STATUS: 'Tumatanggap sila ng mga taong may ganitong legal na katayuan: {legalStatuses}.',
    ADMITTED_NATIONALITY: 'Tumatanggap sila ng mga taong may ganitong nasyonalidad: {nationalities}.',
    ADMITTED_EXPLOITATION: 'Tumutulong sila sa mga taong dumanas nito: {exploitation}.',
    ADMITTED_PREGNANCY: 'Tumatanggap sila ng mga taong buntis.',
    ADMITTED_ACCESSIBILITY: 'Kaya nilang ibigay ito: {accessibility}.',
    NO_REFERRAL_NEEDED: 'Tumatanggap sila kahit walang referral.',
    BEDS_FREE: 'Bakanteng kama: {free}; kailangan: {needed}.',
    LANGUAGE_SPOKEN: 'Wikang alam nila: {language}.',
    LANGUAGE_CLOSE: 'Wikang alam nila: {language}, na halos naiintindihan ng nagsasalita ng {understoodBy}: tiyakin kapag tumawag.',
    INTERPRETER_THERE: 'May interpreter sila roon para sa wikang ito: {language}. Sabihin nang maaga na kailangan ito.',
    INTERPRETER_BY_PHONE: 'May nag-iinterpret para sa kanila sa telepono ng wikang ito: {language}. Hilingin ito kapag tumawag.',
    INTERPRETS: 'Nag-iinterpret sila sa wikang ito: {language}.',
    INTERPRETER_SUITABLE: 'Ang interpreter nila ay ayon sa hinihingi rito: {wishes}.',
    OPEN_NOW: 'Bukas ito ngayon.',
    PHONE_ALWAYS: 'May sumasagot sa telepono nila araw at gabi.',
    LANGUAGE_NOT_SPOKEN: 'Hindi nila alam ang alinman sa mga wikang hinihingi: maghanap ng interpreter.',
    BED_COUNT_OLD: 'Huling binilang ang mga kama {confirmedAt}: tumawag para makatiyak.',
    LAST_BEDS: 'Ito na ang mga huling bakanteng kama: ipareserba na ngayon.',
    ASSESSMENT_REQUIRED:
      'Sila mismo ang nagpapasya sa bawat hiling: ipareserba ang mga kama at hintayin ang sagot nila, o tumawag at itanong kung ano ang kailangan nila.',
    REFERRAL_REQUIRED: 'Tumatanggap lang sila kapag may referral: gawin ang referral bago bumiyahe ang tao.',
    CROSSES_BORDER: 'Nasa ibang bansa ito ({country}).',
    PLACE_CONFIDENTIAL: 'Lihim ang address: tumawag muna bago bumiyahe ang tao. Hanggang sa gitna ng lugar ang layong nakasulat.',
    POSITION_BY_CITY:
      'Ang lungsod lang ang alam: hanggang sa gitna ng lungsod ang layong nakasulat. Tumawag at itanong kung nasaan ito bago bumiyahe ang tao.',
    POSITION_UNKNOWN:
      'Hindi sinasabi ng direktoryo kung nasaan ito: tumawag at magtanong bago bumiyahe ang tao. Maaaring serbisyo ito sa telepono.',
    GONE_FROM_DIRECTORY: 'Wala na ito sa direktoryong pinanggalingan nito: tumawag at itanong kung naroon pa ito bago bumiyahe ang tao.',
    CHILD_APART:
      'May bata (ang taong numero {member} sa listahan) na matutulog sa kuwartong walang sinumang nakatatandang kasama niyang dumating: tumawag at itanong kung puwede silang magkasama sa pagtulog, o pumili ng ibang lugar.',
    INVOLVE_CHILD_PROTECTION:
      'Maaaring wala pa siyang {age} taong gulang at walang nakatatandang may pananagutan sa kanya: bago siya bumiyahe, tawagan ang serbisyong ito para sa proteksyon ng bata: {service}.',
    INVOLVE_GUARDIAN:
      'Maaaring wala pa siyang {age} taong gulang at walang nakatatandang may pananagutan sa kanya: bago siya bumiyahe, tawagan ang tagapag-alaga ayon sa batas o ang serbisyo para sa proteksyon ng bata sa lugar.',
    CLOSED_NOW: 'Sarado ito ngayon: huwag magpadala ng sinuman bago ito magbukas ({opensAt}).',
    INTAKE_LATER: 'Hindi sila tumatanggap ng bago sa oras na ito: pumunta kapag nagbukas ang pagtanggap ({opensAt}), o tumawag.',
    ASK_PERSONS:
      'Itanong kung tinatanggap nila ang lahat ng taong ito, ayon sa kasarian at edad: hindi ito nakasulat o hindi malinaw sa direktoryo.',
    ASK_LEGAL_STATUS:
      'Itanong sa kanlungan o serbisyo, hindi sa tao, kung anong mga legal na katayuan ang tinatanggap nila: hindi ito nakasulat sa direktoryo.',
    ASK_NATIONALITY:
      'Itanong sa kanlungan o serbisyo, hindi sa tao, kung anong mga nasyonalidad ang tinatanggap nila: hindi ito nakasulat sa direktoryo.',
    ASK_EXPLOITATION:
      'Itanong sa kanlungan o serbisyo, hindi sa tao, kung anong mga uri ng pananamantala ang tinutugunan nila: hindi ito nakasulat sa direktoryo.',
    ASK_PREGNANCY: 'Itanong kung tumatanggap sila ng mga taong buntis: hindi ito nakasulat sa direktoryo.',
    ASK_ACCESSIBILITY: 'Itanong kung kaya nilang tugunan ang mga pangangailangan sa accessibility: hindi ito nakasulat sa direktoryo.',
    ASK_AGE_OR_GENDER_OF_PERSON: 'Nakabatay sa kasarian at edad kung sino ang tinatanggap nila: itanong sa tao ang hindi pa alam.',
    ASK_LEGAL_STATUS_OF_PERSON: 'Nakabatay sa legal na katayuan kung sino ang tinatanggap nila: itanong lang ang handang sabihin ng tao.',
    ASK_NATIONALITY_OF_PERSON: 'Nakabatay sa nasyonalidad kung sino ang tinatanggap nila: itanong lang ang handang sabihin ng tao.',
    ASK_EXPLOITATION_OF_PERSON:
      'Nakabatay sa uri ng pananamantala kung sino ang tinatanggap nila: itanong lang ang handang sabihin ng tao.',
    ASK_PREGNANCY_OF_PERSON: 'Hindi sila tumatanggap ng mga taong buntis: itanong kung may buntis.',
    ASK_ACCESSIBILITY_OF_PERSON: 'Itanong sa tao kung ano ang mga pangangailangan niya sa accessibility.',
    ASK_REFERRAL: 'Itanong kung kailangan nila ng referral: hindi ito nakasulat sa direktoryo.',
    ASK_BEDS: 'Itanong kung may bakanteng kama: walang bilang sa direktoryo.',
    ASK_CARER:
      'Tanungin ang mga tao, nang walang pamimilit, kung sino sa kanila ang nag-aalaga sa bawat bata, at ilagay ito sa tanong: walang ipinapalagay na tagapag-alaga, at hanggang doon ay walang batang inihihiwalay kaninuman.',
    ASK_LANGUAGES: 'Itanong kung anong mga wika ang alam nila: hindi ito nakasulat sa direktoryo.',
    ASK_INTERPRETER_GENDER: 'Itanong kung ano ang kasarian ng interpreter: hindi ito nakasulat sa direktoryo.',
    ASK_INTERPRETER_BY_PHONE: 'Itanong kung nag-iinterpret sila sa telepono: hindi ito nakasulat sa direktoryo.',
    ASK_INTERPRETER_COMMUNITY:
      'Nang hindi binabanggit ang pangalan ng tao, itanong kung kabilang ang interpreter sa komunidad na nagsasalita ng wikang ito: hindi ito nakasulat sa direktoryo.',
    ASK_HOURS: 'Itanong kung kailan sila bukas: hindi ito nakasulat sa direktoryo.',
    ASK_COUNTRY: 'Itanong kung saang bansa ito bago bumiyahe ang sinuman: hindi ito nakasulat sa direktoryo.',
    ASK_PAPERS: 'Nasa ibang bansa ito: itanong kung may papeles ang lahat para tumawid ng hangganan.',
    ASK_SERVICE_AREA: 'Itanong kung saklaw nila ang kinaroroonan ng tao: hindi malinaw sa direktoryo ang saklaw nila.',
    ASK_FURTHER: 'Kung may oras, itanong din ang mga ito: {parts}. Itanong lang sa tao ang handa niyang sabihin.',
    NOT_ACTIVE: 'Wala itong tinatanggap ngayon: {status} ito. Pumili ng ibang lugar.',
    TOO_FAR: '{km} km ang layo nito: payagan ang mas malayong distansiya.',
    OTHER_COUNTRY: 'Nasa ibang bansa ito ({country}): payagan ang pagtawid ng hangganan, kung may papeles ang lahat para dito.',
    NO_PAPERS_TO_CROSS:
      'Nasa ibang bansa ito ({country}), at may walang papeles para tumawid ng hangganan: maghanap ng lugar sa panig na ito.',
    IN_AVOIDED_AREA: 'Nasa lugar ito na dapat iwasan: huwag magpapunta ng sinuman doon.',
    MAY_BE_IN_AVOIDED_AREA:
      'Maaaring nasa lugar ito na dapat iwasan, dahil ang paligid lang nito ang alam: tumawag at magtanong bago bumiyahe ang sinuman.',
    OUTSIDE_SERVICE_AREA: 'Hindi nila saklaw ang kinaroroonan ng tao: tumawag at itanong kung puwede silang gumawa ng eksepsiyon.',
    NOT_ADMITTED_PERSONS:
      'Hindi nila tinatanggap ang lahat ng taong ito, dahil sa kasarian o edad: pumili ng ibang lugar, o tumawag at magtanong.',
    NOT_ADMITTED_LEGAL_STATUS:
      'Hindi nila tinatanggap ang lahat ng taong ito, dahil sa legal na katayuan: pumili ng ibang lugar, o tumawag at magtanong.',
    NOT_ADMITTED_NATIONALITY:
      'Hindi nila tinatanggap ang lahat ng taong ito, dahil sa nasyonalidad: pumili ng ibang lugar, o tumawag at magtanong.',
    NOT_ADMITTED_EXPLOITATION:
      'Tumutulong sila sa mga taong dumanas ng ibang uri ng pananamantala: pumili ng ibang lugar, o tumawag at magtanong.',
    NOT_ADMITTED_PREGNANCY: 'Hindi sila tumatanggap ng mga taong buntis: pumili ng ibang lugar, o tumawag at magtanong.',
    NOT_ADMITTED_ACCESSIBILITY:
      'May pangangailangan sa accessibility na hindi nila kayang tugunan: pumili ng ibang lugar, o tumawag at magtanong.',
    NOT_ADMITTED_TO_BEDS:
      'May taong hindi matatanggap sa alinmang kuwarto nila, dahil sa kasarian, edad, o iba pang patakaran: pumili ng ibang lugar, o tumawag at magtanong.',
    NO_BEDS:
      'Kulang ang bakanteng kama para sa lahat, o wala sa tamang kuwarto (bakante: {free}; kailangan: {needed}): pumili ng ibang lugar, o magpalista sa waiting list.',
    INTAKE_CLOSED: 'Hindi muna sila tumatanggap ng bago: piliin ang susunod na lugar, o tumawag.',
    NOT_INTERPRETED: 'Hindi sila nag-iinterpret sa wikang ito ({language}): kumuha ng iba, o tumawag at magtanong.',
    INTERPRETER_UNSUITABLE: 'Wala silang interpreter na ayon sa hinihingi rito: {wishes}. Kumuha ng iba, o tumawag at magtanong.',
    EXCLUDED_ORGANIZATION: 'Sa organisasyong hindi gusto ito: kumuha ng iba.',
    HOLD_LIMIT:
      'Lalampas ang organisasyon ninyo sa dami ng kamang puwedeng ipareserba doon nang sabay (pinakamarami: {most}): bitawan ang reserbasyong hindi na kailangan. Kung mas marami ang nangangailangan ng kama, tawagan ang kanlungan, o pumili ng ibang lugar.',
    TOO_FEW_BEDS:
      'Kulang ang mga kama doon para sa lahat, kahit bakante pa ang lahat ng ito (lahat-lahat: {beds}; kailangan: {needed}): pumili ng ibang lugar, o humiling ng mas kaunting kama kung may puwedeng magtabi.',
  },
};
