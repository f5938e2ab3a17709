/**
 * Headings that people write over the columns of a list of services, in English, Spanish, French, Indonesian and Portuguese, and those in
 * exports of 211 software and of UNHCR Services Advisor. The first column of a field counts, unless the field may have several columns. A
 * column that counts the rows ("No") is not an id: it changes when a row is inserted.
 */
export const headings = {
  id: 'id | service id | record id | ref | reference | resource agency num',
  name: `name | service | service name | program | programme | program name | programme name | facility | shelter | shelter name |
    facility name | site name | public name | activity name | nombre | nombre del servicio | servicio | nombre del programa | programa |
    nom | nom du service | dispositif | nom du dispositif | établissement | nom de l'établissement | lieu d'accueil | nama | nama layanan |
    layanan | nama lembaga layanan | nome | serviço | nome do serviço | nome do programa | equipamento`,
  organization: `organization | organisation | name of organization | name of organisation | organization name | organisation name | agency | agency name | parent agency | provider |
    provider name | ngo | partner | partner name | operator | run by | organización | nombre de la organización | entidad | institución |
    organismo | ong | organisme | association | structure | nom de la structure | nom de l'organisme | nom de l'association |
    gestionnaire | opérateur | partenaire | organisasi | nama organisasi | lembaga | nama lembaga | penyelenggara | organização |
    instituição | nome da organização | nome da instituição | entidade`,
  description: `description | service description | agency description | about | details | what they do | what we do |
    descripción | descripción del servicio | description du service | missions | prestations | deskripsi | keterangan | descrição |
    descrição do serviço`,
  category: `category | categories | type | type of service | service type | services | services offered | services provided | sector |
    activity | activities | activity category | taxonomy | taxonomy term | taxonomy terms | need | needs | categoría | tipo | tipo de
    servicio | tipo de recurso | servicios | servicios que ofrece | catégorie | type de service | type de structure | type d'accueil |
    type d'hébergement | type d'aide | services offerts | services proposés | secteur | domaine | kategori | jenis layanan | jenis |
    categoria | tipo de serviço | serviços | serviços oferecidos | setor`,
  code: 'taxonomy code | taxonomy codes | airs code | 211 code | code',
  eligibility: `eligibility | who | who can come | for whom | target group | target population | beneficiaries | clients | admission |
    criteria | intake criteria | population served | accepts | elegibilidad | requisitos | para quién | a quién atiende | población |
    población objetivo | población atendida | éligibilité | public cible | public accueilli | public visé | publics | pour qui |
    conditions d'accueil | conditions d'admission | bénéficiaires | kriteria | sasaran | penerima manfaat | untuk siapa |
    elegibilidade | critérios | público-alvo | público atendido | para quem`,
  minimumAge: `minimum age | min age | age min | age from | from age | youngest | edad mínima | âge minimum | âge minimal | usia
    minimum | usia minimal | idade mínima`,
  maximumAge: `maximum age | max age | age max | age to | to age | oldest | edad máxima | âge maximum | âge maximal | usia maksimum |
    usia maksimal | idade máxima`,
  address: `address | street | street address | address 1 | address line 1 | physical address 1 | location | dirección | domicilio |
    calle | adresse | adresse postale | rue | alamat | alamat lengkap | jalan | endereço | rua | logradouro`,
  address2: `address 2 | address line 2 | physical address 2 | suite | complément d'adresse | complemento`,
  city: `city | town | municipality | city town | ciudad | localidad | municipio | ville | commune | kota | kota kabupaten | kabupaten |
    cidade | município`,
  region: `state | province | region | state province | county | district | governorate | wilaya | departamento |
    provincia | estado | región | région | département | provinsi | uf | província`,
  postalCode: `zip | zip code | zipcode | postal code | postcode | post code | código postal | cp | code postal | kode pos | cep`,
  country: 'country | nation | country code | país | pays | negara',
  latitude: 'latitude | lat | y | gps latitude | coordinate latitude | latitud | lintang',
  longitude: 'longitude | lon | lng | long | x | gps longitude | coordinate longitude | longitud | bujur',
  phone: `phone | phone number | phones | telephone | tel | mobile | cell | hotline | helpline | whatsapp | phone 1 | phone 2 | contact
    number | phone toll free | toll free | teléfono | teléfonos | teléfono fijo | celular | móvil | línea de ayuda | téléphone |
    téléphone fixe | portable | numéro de téléphone | telepon | no telepon | nomor telepon | no hp | hp | telefone | telefone fixo`,
  email: 'email | e mail | email address | email address main | mail | correo | correo electrónico | courriel | adresse mail | surel',
  website:
    'website | web | url | web site | site | homepage | website address | sitio web | página web | page web | site web | laman | situs',
  languages: `language | languages | languages spoken | spoken languages | languages offered | idioma | idiomas | idiomas que hablan |
    langue | langues | langues parlées | langues d'accueil | bahasa | bahasa yang digunakan | língua | línguas | idiomas falados`,
  interpretation: `interpreter | interpreters | interpretation | interpretation services | intérprete | intérpretes | interpretación |
    interprétariat | interprète | interprètes | interprétation | penerjemah | juru bahasa | interpretação`,
  hours: `hours | opening hours | opening times | schedule | hours of operation | office hours | horario | horarios | horario de
    atención | horaires | horaire | horaires d'ouverture | heures d'ouverture | jam | jam buka | jam operasional | jam layanan |
    horário | horários | horário de funcionamento`,
  fees: 'fees | fee | cost | price | fee structure source | costo | coste | precio | frais | tarif | tarifs | coût | biaya | custo | preço',
  status: 'status | active | agency status',
} as const;
