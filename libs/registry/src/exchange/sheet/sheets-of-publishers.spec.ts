import { describe, expect, it } from '@jest/globals';
import { readText } from './read-text.fixture.js';
import { sheetFields } from './sheet-headings.js';

describe('a sheet as publishers write it', () => {
  it('may have headings in their own words: French', async () => {
    const { services, lines } = await readText(
      [
        "N°;Structure;Dispositif;Type d'accueil;Public accueilli;Âge minimum;Adresse;CP;Commune;Tél. accueil;Langues parlées;Interprétariat;Horaires d'ouverture;Lieu tenu secret;Remarques",
        "1;Les Amarres;Maison des Lilas;Hébergement d'urgence;Femmes avec enfants;18 ans;12 rue des Tanneurs;69001;Lyon;04 72 00 00 01;Français, arabe;Tigrinya par téléphone;24h/24;Oui;Appeler avant",
      ].join('\n'),
    );
    expect(services).toMatchObject([
      {
        ...{ name: 'Maison des Lilas', eligibility_description: 'Femmes avec enfants', minimum_age: 18, 'Lieu tenu secret': 'Oui' },
        ...{ interpretation_services: 'Tigrinya par téléphone', Remarques: 'Appeler avant' },
        organization: { name: 'Les Amarres' },
        phones: [{ number: '04 72 00 00 01' }],
        languages: [{ name: 'Français, arabe' }],
        schedules: [{ description: '24h/24' }],
        attributes: [{ taxonomy_term: { name: "Hébergement d'urgence" } }],
        service_at_locations: [{ location: { addresses: [{ address_1: '12 rue des Tanneurs', postal_code: '69001', city: 'Lyon' }] } }],
      },
    ]);
    expect(lines).toEqual(['SHEET_READ', 'COLUMN_UNKNOWN N°', 'COLUMN_UNKNOWN Remarques', 'NUMBER_READ minimum_age']);
  });

  it('may have the columns of 211 software, each code beside its term', async () => {
    const { services } = await readText(
      [
        'ResourceAgencyNum,TaxonomyLevelName,PublicName,ParentAgency,AgencyStatus,AgencyDescription,PhysicalAddress1,PhysicalCity,PhysicalStateProvince,PhysicalPostalCode,PhysicalCountry,PhysicalAddressIsPrivate,Latitude,Longitude,HoursOfOperation,Phone1Number,Phone1Name,PhoneTollFree,EmailAddressMain,WebsiteAddress,Eligibility,Custom_Minimum Age,LanguagesOffered,TaxonomyTerm,TaxonomyCodes,MailingCity',
        '70102,ProgramAtSite,Legal Services,Spokane Legal Aid,Active,T visas.,1702 W Broadway,Spokane,WA,99201,United States,False,47.66,-117.43,"Mon-Fri, 9-5",509-555-0142,Intake,,intake@sla.example.org,https://sla.example.org,Anyone,18,English; Marshallese,Immigration Legal Services * Legal Counseling,FT-3600 * FT-4800,Olympia',
      ].join('\n'),
    );
    expect(services).toMatchObject([
      {
        ...{ id: '70102', name: 'Legal Services', status: 'active', description: 'T visas.', minimum_age: 18, MailingCity: 'Olympia' },
        ...{ email: 'intake@sla.example.org', url: 'https://sla.example.org', PhysicalAddressIsPrivate: 'False', Phone1Name: 'Intake' },
        organization: { name: 'Spokane Legal Aid' },
        phones: [{ number: '509-555-0142' }],
        languages: [{ name: 'English; Marshallese' }],
        attributes: [
          { taxonomy_term: { name: 'Immigration Legal Services', code: 'FT-3600' } },
          { taxonomy_term: { name: 'Legal Counseling', code: 'FT-4800' } },
        ],
        service_at_locations: [
          {
            location: {
              ...{ latitude: 47.66, longitude: -117.43 },
              addresses: [{ address_1: '1702 W Broadway', city: 'Spokane', state_province: 'WA', country: 'United States' }],
            },
          },
        ],
      },
    ]);
  });

  it.each([
    ['Spanish', ['Nombre de la organización', 'Tipo de recurso', 'A quién atiende', 'Horario de atención', 'Teléfono fijo', 'Móvil']],
    ['Portuguese', ['Nome da instituição', 'Tipo de serviço', 'Público atendido', 'Horário de funcionamento', 'Telefone', 'Celular']],
    ['Indonesian', ['Nama lembaga', 'Jenis layanan', 'Penerima manfaat', 'Jam layanan', 'No. Telepon', 'No. HP']],
    ['English', ['Name of organisation:', '3. Type of service *', 'Population served', 'Opening Hours (local)', 'Phone Number', 'Phone 2']],
  ])('may have headings in %s', (_, header) =>
    expect(sheetFields(header)).toEqual(['organization', 'category', 'eligibility', 'hours', 'phone', 'phone']),
  );

  it.each(['No', 'Number', 'Contact name', 'Mailing address', 'Public address', 'Address confidential', 'Phone is private', 'Comments'])(
    'keeps a column with another meaning apart: %s',
    (heading) => expect(sheetFields(['Name', 'City', 'Languages', heading])?.at(-1)).toBe('more'),
  );

  it.each([
    ['in cells', 'Directory of shelters 2026;;;\n;;;\nUpdated: 1 November;;;\nName;City;Phone;Type\nA;Leeds;1;Legal\n'],
    ['in lines', 'Directory of shelters 2026\n\nUpdated: 1 November\nName;City;Phone;Type\nA;Leeds;1;Legal\n'],
  ])('may have titles above its header: %s', async (_, text) => {
    const { services, lines } = await readText(text);
    expect(services.map(({ name }) => name)).toEqual(['A']);
    expect(lines).toEqual(['TITLE_ABOVE_HEADER', 'TITLE_ABOVE_HEADER', 'SHEET_READ']);
  });

  it.each([
    [10, ['A']],
    [11, []],
  ])('may have ten titles at most: %d', async (count, names) => {
    const titles = Array.from({ length: count }, (_, n) => `Line ${n}\n`).join('');
    const { services } = await readText(`${titles}Name,City,Phone,Type\nA,Leeds,1,Legal\n`);
    expect(services.map(({ name }) => name)).toEqual(names);
  });

  it('may have headings of groups, sums and footnotes between its rows, which are no services', async () => {
    const { services, lines } = await readText(
      'Name,City,Phone,Type\nSHELTERS,,,\nA,Leeds,1,Legal\nTotal House,York,2,Legal\n,,,\nTotal,,2,\nSource: council,,,\nName,City,Phone,Type\nB,York,3,Legal\n',
    );
    expect(services.map(({ name }) => name)).toEqual(['A', 'Total House', 'B']);
    expect(lines).toEqual(['SHEET_READ', 'ROW_NOT_A_SERVICE', 'ROW_NOT_A_SERVICE', 'ROW_NOT_A_SERVICE', 'HEADER_REPEATS']);
  });
});

describe('a line alone', () => {
  it('is no service, even without the separators of the other cells', async () => {
    const { services, lines } = await readText(
      'Name,City,Phone,Type\nA,Leeds,1,Legal\nNotes: addresses are confidential\nB,York,3,Legal\n',
    );
    expect(services.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(lines).toEqual(['SHEET_READ', 'CSV_CELL_COUNT', 'ROW_NOT_A_SERVICE']);
  });
});

describe('JSON that is no directory', () => {
  it.each([
    { status: 'error', description: 'not found' },
    { name: 'My repo', description: 'foo', url: 'https://x' },
    { code: 404, status: 'error', description: 'x' },
  ])('is refused: %j', async (document) => {
    const { services, lines } = await readText(JSON.stringify(document), 'data.json');
    expect(services).toEqual([]);
    expect(lines).toEqual(['JSON_UNKNOWN_OBJECT']);
  });

  it.each([
    ['data.json', { name: 'Refuge', description: 'd', fees_description: 'free' }],
    ['services.json', { name: 'Refuge', description: 'd', status: 'active' }],
    ['data.json', { id: '1', name: 'Refuge', status: 'active' }],
  ])('is a directory with what only HSDS has, or in a file or list with its name: %s, %j', async (file, document) => {
    const { services } = await readText(JSON.stringify(document), file);
    expect(services.map(({ name }) => name)).toEqual(['Refuge']);
  });
});

describe('a GeoJSON file', () => {
  const feature = (properties: object, more: object = {}) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [35.945705, 31.956582] },
    properties,
    ...more,
  });
  const house = {
    ...{ partnerName: "Women's Union", activityName: 'Safe Shelter', activityCategory: 'PROTECTION' },
    ...{ '3. Intake Criteria': { 'Women at risk': true, 'Open to all': false }, Confidential: false, comments: 'no sign' },
  };
  const read = (document: unknown, name = 'map.geojson') => readText(JSON.stringify(document), name);

  it('has a service in each point, also as a list of features', async () => {
    const collection = { type: 'FeatureCollection', name: 'x', features: [feature(house, { id: 7 }), feature({ ...house, extra: 1 })] };
    for (const document of [collection, collection.features]) {
      const { services, lines } = await read(document, document === collection ? 'map.geojson' : 'services.json');
      expect(services).toMatchObject([
        {
          ...{ id: '7', name: 'Safe Shelter', eligibility_description: 'Women at risk', Confidential: 'false', comments: 'no sign' },
          organization: { name: "Women's Union" },
          attributes: [{ taxonomy_term: { name: 'PROTECTION' } }],
          service_at_locations: [{ location: { latitude: 31.956582, longitude: 35.945705 } }],
        },
        { name: 'Safe Shelter', extra: '1' },
      ]);
      expect(lines).toEqual(['SHEET_READ', 'COLUMN_UNKNOWN comments', 'COLUMN_UNKNOWN extra']);
    }
  });

  it('refuses a feature that does not describe a service', async () => {
    const { services, lines } = await read({ type: 'FeatureCollection', features: [feature({ name: 'Area', colour: 'red' })] });
    expect([services, lines]).toEqual([[], ['JSON_UNKNOWN_OBJECT']]);
  });
});
