/** What a column of a spreadsheet may say of a service. `more`: nothing that Haven knows. */
export type SheetField = keyof typeof headings;

/**
 * Headings that people write over such columns, in small letters and with single spaces, in English, Spanish, French, Indonesian and
 * Portuguese. The first column of a field counts, except where several may stand side by side (`phone`, `category`, `languages`).
 */
const headings = {
  id: 'id | service id | record id | no | number | ref | reference',
  name: `name | service | service name | name of service | program | programme | program name | programme name | facility |
    shelter | shelter name | facility name | nombre | nombre del servicio | servicio | nom | nom du service | nama | nama
    layanan | layanan | nome | serviço | nome do serviço`,
  organization: `organization | organisation | organization name | organisation name | agency | agency name | provider | provider name
    | ngo | partner | operator | run by | organización | nombre de la organización | entidad | organisme | association |
    organisasi | nama organisasi | lembaga | organização`,
  description: `description | service description | about | details | what they do | what we do | descripción | description du service
    | deskripsi | keterangan | descrição`,
  category: `category | categories | type | type of service | service type | services | services offered | services provided |
    sector | activity | activities | taxonomy | taxonomy term | need | needs | categoría | tipo | tipo de servicio |
    servicios | catégorie | type de service | services offerts | kategori | jenis layanan | categoria | tipo de serviço`,
  code: 'taxonomy code | airs code | 211 code | code',
  eligibility: `eligibility | who | who can come | for whom | target group | target population | beneficiaries | clients | admission |
    criteria | population served | accepts | elegibilidad | para quién | población | éligibilité | public cible |
    bénéficiaires | kriteria | sasaran | elegibilidade | público-alvo`,
  minimumAge: 'minimum age | min age | age from | from age | youngest | edad mínima | âge minimum | usia minimum | idade mínima',
  maximumAge: 'maximum age | max age | age to | to age | oldest | edad máxima | âge maximum | usia maksimum | idade máxima',
  address: 'address | street | street address | address 1 | address line 1 | location | dirección | adresse | alamat | endereço',
  address2: 'address 2 | address line 2 | suite',
  city: 'city | town | municipality | city/town | ciudad | ville | commune | kota | cidade | municipio | município',
  region: `state | province | region | state/province | county | district | departamento | provincia | estado | région |
    département | provinsi | wilaya | governorate`,
  postalCode: 'zip | zip code | zipcode | postal code | postcode | post code | código postal | code postal | kode pos | cep',
  country: 'country | nation | país | pays | negara | country code',
  latitude: 'latitude | lat | y | latitud | gps latitude | lintang',
  longitude: 'longitude | lon | lng | long | x | longitud | gps longitude | bujur',
  phone: `phone | phone number | phones | telephone | tel | tel. | mobile | cell | hotline | helpline | whatsapp | phone 1 |
    phone 2 | contact number | teléfono | celular | téléphone | portable | telepon | no telepon | no. telepon | hp |
    telefone`,
  email: 'email | e-mail | e mail | email address | correo | correo electrónico | courriel | surel',
  website: 'website | web | url | web site | site | homepage | sitio web | page web | site web | laman | situs',
  languages: `language | languages | languages spoken | spoken languages | idioma | idiomas | langue | langues | bahasa | língua |
    línguas`,
  interpretation: 'interpreter | interpreters | interpretation | interpretation services',
  hours: `hours | opening hours | opening times | schedule | hours of operation | office hours | horario | horarios | horaires |
    jam buka | jam operasional | horário`,
  fees: 'fees | fee | cost | price | costo | frais | biaya | custo',
  status: 'status | active',
  more: '',
} as const;

const oneSpace = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const fieldOfHeading: ReadonlyMap<string, SheetField> = new Map(
  Object.entries(headings).flatMap(([field, names]) =>
    names.split('|').map((name): [string, SheetField] => [oneSpace(name), field as SheetField]),
  ),
);

/** Fields of which several columns, or several values in one cell, are read. */
const severalFields: ReadonlySet<SheetField> = new Set(['phone', 'category', 'languages', 'more']);

/** Without what may be written there, like `(yes/no)`, and signs that only mark a required column. */
const plainHeading = (heading: string): string => oneSpace(heading.normalize('NFC').replaceAll(/\(.*?\)|[*:#_?]/g, ' ')).toLowerCase();

/** What each column says of a service; null: the header is not that of a sheet with one service a row. */
export function sheetFields(header: readonly string[]): readonly SheetField[] | null {
  const taken = new Set<SheetField>();
  const fields = header.map((heading): SheetField => {
    const field = fieldOfHeading.get(plainHeading(heading)) ?? 'more';
    if (taken.has(field) && !severalFields.has(field)) return 'more';
    taken.add(field);
    return field;
  });
  return isSheet(taken) ? fields : null;
}

/** A table of one kind of HSDS object says who it belongs to by ids; a sheet says by whom, where and how to call. */
const isSheet = (fields: ReadonlySet<SheetField>): boolean =>
  (fields.has('name') || fields.has('organization')) && aboutService.filter((field) => fields.has(field)).length >= 2;

const aboutService: readonly SheetField[] = [
  'category',
  'eligibility',
  'address',
  'city',
  'country',
  'latitude',
  'phone',
  'languages',
  'hours',
];
