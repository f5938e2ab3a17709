import { secrecyLanguages, wordsInAllLanguages as inAllLanguages } from './secrecy-languages.js';

/** Letters that are one and the same to a reader: Arabic and Persian keyboards, dotless i. */
const sameLetters: ReadonlyMap<string, string> = new Map([
  ...['یي', 'ىي', 'کك', 'ةه', 'ہه', 'ۃه', 'ھه', 'ıi', 'đd', 'łl', 'øo'].map(([from, to]) => [from!, to!] as const),
  ['ß', 'ss'],
]);

/** Characters that nobody sees: a soft hyphen, a space without width. */
export const withoutUnseen = (text: string): string => text.replaceAll(/\p{Cf}/gu, '');

/** The form in which words are compared: lower case, without accents. */
export const plainForm = (text: string): string =>
  withoutUnseen(text)
    .normalize('NFKD')
    .replaceAll(/[\p{M}ـ]/gu, '')
    .toLowerCase()
    .replaceAll(/[یىکةہۃھıđłøß]/gu, (letter) => sameLetters.get(letter)!);

/** Words of property names and values, in any spelling. */
const setOf = (...texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => plainForm(text).split(' ')).filter((word) => word !== ''));

/** They mean "secret" whatever other words are there. */
export const secretWords = setOf(
  'confidential confidentially confidentiality private privacy secret secretly secrecy hidden unlisted unpublished undisclosed',
  'unpublishable nondisclosable nonpublic suppress suppressed suppression withheld withhold withholding redact redacted redaction masked',
  'confid obfuscate obfuscation',
  'vertraulich geheim privat versteckt confidencial confidencialidad privado privada secreto secreta oculto oculta',
  'confidentiel confidentielle prive privee riservato riservata privato privata segreto segreta vertrouwelijk verborgen',
  'sigiloso sigilosa rahasia pribadi tersembunyi gizli nondisclosure obscured obfuscated',
  'poufny poufna poufne poufnie tajny tajna tajne ukryty ukryta ukryte prywatny prywatna prywatne důvěrné důvěrný neveřejné bizalmas titkos',
  'fortrolig fortroligt konfidentiell konfidensiell hemlig hemligt skjult luottamuksellinen salainen konfidentsiaalne slaptas',
  'povjerljivo poverljivo tajno konfidenciale konfidencijalno zaupno kumpidensyal sigilo nascosto nascosta masque',
  'конфиденциально конфиденциальный конфиденциальная секретно секретный скрыто скрытый конфіденційно конфіденційний таємно',
  'приховано поверително секретен εμπιστευτικό εμπιστευτική απόρρητο κρυφό סודי חסוי سري سرية محرمانه مخفي مخفی गोपनीय गुप्त 保密 机密 機密 非公開',
  'ลับ ความลับ 비공개 비밀',
  inAllLanguages('secret'),
);
/** They mean "secret" if the other words add nothing: "restricted address", not "age restricted". */
export const perhapsSecretWords = setOf(
  'hide hides restricted restrict sensitive sensitivity internal protected protect blocked block exclude excluded omit omitted embargoed conf',
  'pvt optout staffonly agencyonly safehouse securelocation obscure conceal classified concealed restrito restrita skyddad skyddat закрытый закрытая',
  'reservado reservada restringido restringida protegido protegida interno interna interne intern geschuetzt geschutzt protege',
  inAllLanguages('perhaps'),
);
/** They say "public". */
export const publicWords = setOf(
  'public publicly publish published publishable publishing display displayed displayable show shown visible visibility viewable listed',
  'listable share shareable sharable sharing disclose disclosed disclosable disclosure searchable discoverable mappable unrestricted',
  'oeffentlich offentlich veroffentlichen veroeffentlichen anzeigen publico publica publicar mostrar publique publier afficher',
  'pubblico pubblica openbaar tampilkan',
  inAllLanguages('open'),
);
/** Commands to show or not to show: even with other words, a plain "no" means something. */
export const orders = setOf(
  'publish display show disclose veroffentlichen veroeffentlichen publicar mostrar publier afficher tampilkan',
  inAllLanguages('orders'),
);
/** With these words, a publication is something to be allowed. */
export const askedFor = setOf('for ok okay allow allowed consent permission permitted');
/** How something is shown, not whether. */
export const formMatters = setOf('name order title time times label text image logo icon color colour format style');
/** They reverse the meaning of the word that follows. */
export const negations = setOf(
  'not no non never neither dont donot without nicht kein keine pas sin nao jangan tidak niet',
  inAllLanguages('not'),
);
/** They reverse the meaning of the word before them, if they end the text. */
export const negationsAfter = setOf('no non nein nao false tidak nee degil नहीं', inAllLanguages('notAfter'));
/** One negation counts for the words on both sides of them. */
export const joiners = setOf('or nor and oder und ou ni o atau');
/** Commands to hide, whatever else their name says. */
export const hidingWords = setOf('do dont donot hide hides suppress withhold exclude omit redact restrict block jangan');
/** A name that ends so asks to whom it is shown, or from whom it is hidden. */
export const towards = setOf('from to with for a para de pour von vor dari kepada');
/** Words that do not change what is said about the record itself. */
export const plainWords = setOf(
  'a an the this its es is are be been being was has have can could may should shall must will would do does t',
  'x ext custom haven hsds airs icarol address addresses addr adr location locations loc place places site sites building shelter street',
  'phone phones telephone tel fax number numbers contact contacts person people schedule schedules hours service services organization',
  'organizations organisation org agency agencies program programs provider record records entry entries listing listings list row',
  'resource resources item object data info information detail details field flag flags flagged indicator ind yn bool boolean',
  'value status state level setting settings option mode marker mark marked mailing mail postal physical email main primary exact full',
  'to on in for from with of only use web website internet online directory search map maps print printed printing app portal site',
  'publication everyone anyone all everybody who allow allowed permission permitted ok okay consent open access accessible coordinate coordinates coords',
  'position geo geocode lat latitude lng lon long longitude pin default kept keep as and or pub',
  'please general intended strictly online list map print post release reveal distribute circulate identify put',
  'direccion direcciones domicilio ubicacion lugar sitio telefono numero contacto horario el la los las del es un una su esta',
  'adresse adresses lieu emplacement le les du au des une cette est anschrift standort ort telefon der die das ist kontakt',
  'indirizzo luogo sede posizione telefone endereco morada local localizacao o il lo di adres locatie adresa alamat lokasi lokalizacja adrese',
  'адрес адреса место місце телефон العنوان عنوان موقع 住所 地址 주소 que de',
  inAllLanguages('fillers'),
);
/** With these words, a word of secrecy means something else: a private room, privately paid, a policy of confidentiality. */
export const otherMatters = setOf(
  'room rooms bedroom bedrooms bath baths bathroom bathrooms toilet toilets shower showers kitchen entrance entrances space spaces',
  'funding funded funds fund pay payer payers payment payments paid insurance insurances insurer insured donor donors donation donations',
  'school schools education practice practices practitioner practitioners doctor physician clinic clinics hospital hospitals nursing',
  'sector nonprofit profit partnership partner partners company companies industry employer employers ownership owned owner corporation',
  'transport transportation transit bus housing policy policies statement notice agreement officer url link version training tutor lesson',
  'lessons counseling counselling counselor testing test parking vehicle car cars foundation foundations grant grants law tax santa',
  'disability disabilities cost costs fee fees health library libraries assistance benefit benefits charity vendor contractor duty',
  'kamar bilik kuwarto habitacion habitaciones cuarto chambre chambres quarto zimmer camera bano kebijakan politique politica richtlinie',
);
/** Values that say nothing. */
export const emptyValues: ReadonlySet<string> = new Set(['', '-', '--', '–', '—', 'na', 'n/a', 'n.a.', 'null', 'nil', 'undefined']);
/** Values that deny: "confidential: no". */
export const denials = setOf(
  'no false f n 0 off none not never nein falsch non faux nee',
  'onwaar nej nao falso tidak bukan nie ikke hayir yok ne net нет ложь لا いいえ 否 不 没有 không khong नहीं',
  inAllLanguages('no'),
);
/** After a command to hide, they repeat it: `do_not_publish: never`. */
export const repeatedNo = setOf('not never');
/** Values that say that something is open. They deny "confidential", and do not deny "hidden from". */
export const openAnswers = setOf('public publicly open unrestricted visible published');
/** Values that affirm: "public: yes". */
export const affirmations = setOf(
  'yes true t y 1 on x ok okay public publicly open visible shown show published publish display displayed listed list all everyone everybody',
  'anyone always full unrestricted live active approved current online si oui ja jawohl da sim ya tak evet var hai wahr vrai vero waar verdadero',
  'да истина نعم はい 是 对 có हाँ publik offentlich oeffentlich publico publica publique pubblico openbaar',
  inAllLanguages('yes'),
);
/** A value with one of these words means "secret", whatever the name of its property. */
export const plainlySecretWords = setOf(
  'confidential unlisted unpublished undisclosed suppressed withheld redacted nonpublic vertraulich confidencial confidentiel confidentielle',
  'vertrouwelijk rahasia riservato sigiloso poufne poufny konfidentiell konfidensiell fortrolig luottamuksellinen bizalmas povjerljivo poverljivo',
  'конфиденциально конфиденциальный конфіденційно поверително εμπιστευτικό απόρρητο סודי חסוי سري محرمانه गोपनीय 保密 非公開 비공개',
  inAllLanguages('plainly'),
);
/** No street and no house has such a name, so in an address they count among any other words. */
export const neverNames = setOf('undisclosed unlisted unpublished withheld redacted nonpublic dirahasiakan dirahsiakan');
/** Words like "list", which speak of secrecy only after a negation. */
export const told = setOf('share release reveal distribute circulate identify list map print post');
/** Where a record is shown. */
export const destinations = setOf('web website internet directory map');
/** "No website" has none; "not on website" is kept from it. */
export const firmNegations = setOf('not dont donot never');
/** Whole names of properties that mean "public". */
export const shownNames: ReadonlySet<string> = new Set([
  'in directory',
  'on map',
  'on web',
  'on website',
  'show',
  'in search',
  'include in directory',
  'list in directory',
  'can be shared',
  'may be shared',
  'in the directory',
]);
/** Who asks for leave. */
export const askers = setOf('we you i us our your it');
/** Kinds of places that are secret if a publisher asks for them by name. As terms they are offers. */
export const kindsOfPlace = setOf('safehouse securelocation');
/** Words between a command and what it speaks of. */
export const articles = setOf('this the our its any exact full street physical precise of la el le da do de cette ini');
/** What a secret is about. A "place" may be one to talk. */
export const placeNames = setOf(
  'address addresses location whereabouts direccion ubicacion domicilio adresse endereco indirizzo anschrift standort alamat lokasi عنوان موقع адрес',
);
/** A confidential one is one whose address nobody may know. */
export const shelters = setOf('shelter shelters refuge safehouse');
/** What cannot be said of a house as it is seen from the street, unlike "not visible". */
export const madePublic = setOf(
  'public published publish disclosed disclose shared publica publicada publiee communiquee diffusee divulgada dipublikasikan disebarkan',
);
/** Words between a place and its secrecy. */
export const stays = setOf(
  'is are be being must should will kept held remain remains stays strictly highly always completely totally very fully es est e ist adalah made se ne tenue tenu gardee',
);
/** An address line that ends with one of them is closed. Streets may be called "Rahasia". */
export const lastWords = setOf(
  'confidential confidencial confidentiel confidentielle vertraulich vertrouwelijk undisclosed unlisted unpublished',
);
/** Names of properties whose values are states. */
export const stateNames = setOf(
  'status state sharing listing classification flag flags tag tags type label labels category marker marking',
  'remark remarks note notes comment comments',
);
/** Those of them that are about showing a record, never about who owns it. */
export const showingNames = setOf('status sharing listing');
/** Who owns an organization, or a secret. */
export const ownerWords = setOf('private pvt privat privado privada prive privee privato privata pribadi restricted internal');
/** The whole name of a place. */
export const secretTitles: ReadonlySet<string> = new Set([...secretWords].filter((word) => !ownerWords.has(word)));
/** Names of properties that say who may see a record, among other things. Only a value that names staff counts. */
export const audienceWords = setOf('audience access viewer viewers reader readers distribution availability circulation');
/** Values that name only staff. */
export const insiders = setOf(
  'staff staffonly agencyonly internal internally agency agencies employee employees worker workers admin admins administrator administrators partner partners',
  'provider providers member members team office authorized authorised personnel private restricted confidential',
);

/** Several words, or one long word, and what they say in known words. */
export const phrases: ReadonlyMap<string, readonly string[]> = new Map(
  secrecyLanguages.flatMap((language) =>
    Object.entries(language.phrases ?? {}).map(([phrase, known]) => [plainForm(phrase), known.split(' ')] as const),
  ),
);
