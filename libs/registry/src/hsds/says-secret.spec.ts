import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonValue, ObjectName } from './record.js';
import { labelSaysSecret, saysSecret } from './says-secret.js';

const said = (property: string, value: JsonValue, kind: ObjectName = 'location') => saysSecret(kind, property, value);

const names = [
  ...['confidential', 'private', 'is_private', 'isPrivate', 'IsPrivate', 'ISPRIVATE', 'isprivate', 'addressIsPrivate', 'AddressIsPrivate'],
  ...[
    'addressisprivate',
    'confidential_address',
    'Confidential Address',
    'do_not_publish',
    'doNotPublish',
    'donotpublish',
    'Do Not Publish?',
  ],
  ...[
    'do-not-display',
    "don't show",
    'dont_share',
    'not_for_publication',
    'notForPublication',
    'hidden',
    'is-hidden',
    'hide_address',
    'unlisted',
  ],
  ...['secret', 'secret_location', 'restricted', 'restricted_address', 'suppress', 'suppress_from_web', 'x_private', '211_confidential'],
  ...[
    'ext:confidential',
    'confidential_flag',
    'confidential_2',
    'privacy',
    'privacy_level',
    'x-privacy-flag',
    'confidentiality',
    'non_public',
  ],
  ...[
    'nonpublic',
    'not_public',
    'unpublished',
    'undisclosed',
    'exclude_from_website',
    'internal_use_only',
    'sensitive',
    'withhold_address',
  ],
  ...['vertraulich', 'es_privado', 'Confidentiel', 'rahasia', 'private_notes', 'confidential_xyz', 'do_not_show_pin'],
];
const turned = [
  ...[
    'public',
    'is_public',
    'isPublic',
    'publish',
    'published',
    'display',
    'show_on_map',
    'showOnMap',
    'SHOWONMAP',
    'visible',
    'is_visible',
  ],
  ...['visibility', 'access_level', 'accessLevel', 'publish_status', 'ok_to_publish', 'publish_address', 'listed', 'open_to_public'],
  ...['for_publication', 'not_confidential', 'öffentlich', 'publico', 'display_on_website'],
];
const innocent = [
  ...[
    'privately_funded',
    'public_transport',
    'publicTransportation',
    'publication',
    'private_room',
    'has_private_bathroom',
    'privacy_policy',
  ],
  ...[
    'confidentiality_policy',
    'confidentiality_statement_url',
    'public_housing',
    'accepts_private_insurance',
    'private_school',
    'republic',
  ],
  ...[
    'secretary',
    'display_name',
    'display_order',
    'age_restricted',
    'internal_id',
    'show_times',
    'access',
    'wheelchair_access',
    'publisher',
  ],
  ...['showers', 'hideaway', 'published_by', 'culturally_sensitive', 'name', 'cost_share', 'secretariat', 'public_notes', 'isolated'],
];

describe('a property that says that its record is secret', () => {
  it.each(names)('%s, unless it is plainly negated', (name) => {
    for (const yes of [true, 'true', 'TRUE', 'Yes', 'y', 1, '1', 'confidential', 'X', 'ja', 'Sí']) expect(said(name, yes)).toBe('SAID');
    for (const unclear of ['maybe', 'ask us', 2, 'address only', '?!', 'see notes']) expect(said(name, unclear)).not.toBeNull();
    for (const no of [false, 'false', 'FALSE', 'No', 'n', 'N', 0, '0', '', ' ', null, 'none', 'Nein', 'non', 'tidak', 'нет', 'N/A', []])
      expect([no, said(name, no)]).toEqual([no, null]);
  });

  it.each(names)('%s: "public" denies it, unless it says from whom something is hidden', (name) => {
    const isCommand = /not?[-_ ]?(?:publish|display|show)|don'?t|hide|suppress(?!ed)|exclude|withhold/i.test(name);
    expect([name, said(name, 'public') !== null]).toEqual([name, isCommand]);
    for (const everybody of ['all', 'Everyone', 'anyone']) expect([name, said(name, everybody)]).not.toEqual([name, null]);
  });

  it.each([
    ...['hidden_from: public', 'hide_from: public', 'hiddenFrom: everyone', 'exclude_from: public', 'suppress_from: public', 'hide: all'],
    ...['withhold_from: public', 'do_not_share_with: anyone', 'not_visible_to: public', 'do_not_publish: all', 'suppress: all'],
    ...['private: all', 'confidential: all', 'withheld: all', 'redacted: all', 'do_not_publish: never', 'hidden_from: the public'],
    ...['hidden_from_public: public', 'oculto para: publico', 'no publicar: public', 'do_not_display: published'],
  ])('says from whom it is hidden: %s', (line) => {
    const [name, value] = line.split(': ');
    expect(said(name!, value!)).not.toBeNull();
  });

  it.each(['hidden_from: none', 'hidden_from: no', 'visible_to: public', 'share_with: all', 'visible_to: everyone', 'shown to: anyone'])(
    'is hidden from nobody: %s',
    (line) => {
      const [name, value] = line.split(': ');
      expect(said(name!, value!)).toBeNull();
    },
  );

  const saidTwice = [
    ...['Confidential, not public', 'private (not listed)', 'Private, not public', 'Confidential - not public', 'hidden - not shown'],
    ...['secret, not published', 'undisclosed, never shown', 'private do not publish', 'Confidencial (no pública)'],
    ...['privat, nicht öffentlich', 'non public, confidentiel', 'not public, confidential', 'No, private', 'No. Do not publish'],
    ...['not private but confidential', 'confidential and not for publication', 'not listed, private', 'confidencial, não publicar'],
    ...['rahasia, jangan ditampilkan', 'Not to be published: private', 'not public or listed', 'confidential not public no'],
  ];
  it.each(saidTwice)('is secret if the negation belongs to another word: %s', (value) => {
    for (const name of ['confidential', 'is_private', 'privacy', 'hidden', 'do_not_publish', 'visibility', 'public', 'x_status_public'])
      expect([name, said(name, value)]).not.toEqual([name, null]);
  });

  it.each(['do_not_publish_private_address', 'do not show confidential address', 'private_not_public', 'not_public_confidential'])(
    'is secret if its name says so twice: %s',
    (name) => {
      expect(said(name, 'yes')).toBe('SAID');
      expect(said(name, 'no')).toBeNull();
    },
  );

  it.each([
    ...[
      'not confidential',
      'Not private',
      'no confidencial',
      'nicht vertraulich',
      'not confidential, public',
      'Private: no',
      'private - no',
    ],
    ...['Not confidential or private', 'not a private address', 'not hidden', 'No, not private', 'non confidentiel', 'not unlisted'],
  ])('is not secret if it is plainly denied: %s', (value) => {
    for (const name of ['confidential', 'is_private', 'privacy', 'hidden']) expect([name, said(name, value)]).toEqual([name, null]);
  });

  it('does not take the number of a phone for a "no"', () => {
    expect(said('private_phone_no', '312-555-0100')).toBe('UNCLEAR');
    expect(said('public_phone_no', '312-555-0100')).toBeNull();
  });

  it.each(turned)('%s, unless it is plainly affirmed or empty', (name) => {
    for (const yes of [true, 'true', 'Yes', 'y', 1, '1', 'public', 'Published', 'all', 'Everyone', 'ja', 'oui', '', null, 'N/A'])
      expect([yes, said(name, yes)]).toEqual([yes, null]);
    for (const no of [false, 'false', 'No', 'n', 0, '0', 'hidden', 'private', 'Confidential', 'nein']) expect(said(name, no)).toBe('SAID');
    for (const unclear of ['staff', 'partners only', 'draft', 2]) expect(said(name, unclear)).not.toBeNull();
  });

  it.each(innocent)('is not %s', (name) => {
    for (const value of [true, 'yes', 'Yes, some', 'Line 3', '2', 7, false, 'no'])
      expect([value, said(name, value)]).toEqual([value, null]);
  });

  it('is not the public value itself: a public phone is a phone', () => {
    expect(said('public_phone', '312-555-0100')).toBeNull();
    expect(said('public_email', 'a@example.org')).toBeNull();
    expect(said('display_address', '12 Open Road, 60601')).toBeNull();
    expect(said('published', '2026-01-31')).toBeNull();
    expect(said('private_phone', '312-555-0100')).toBe('UNCLEAR');
    expect(said('confidential_address', '1 Hidden Road')).toBe('UNCLEAR');
    expect(said('show_pin', 'no')).toBe('SAID');
  });

  it('may be secret by its value alone', () => {
    for (const value of [
      'Confidential',
      'CONFIDENTIAL LOCATION',
      'undisclosed',
      'Do not publish',
      'not for publication',
      'private address',
    ])
      expect([value, said('address_1', value)]).toEqual([value, 'SAID']);
    for (const value of ['private', 'Public', '1 Confidential Road', 'open', 'We keep all that you tell us confidential'])
      expect([value, said('ownership', value)]).toEqual([value, null]);
    expect(said('description', 'Confidential', 'service')).toBeNull();
    expect(said('flags', ['24 hours', 'confidential'])).toBe('SAID');
  });

  it("may be a publisher's own object", () => {
    expect(said('x_privacy', { address: 'yes' })).toBe('SAID');
    expect(said('x_privacy', { level: 'public', address: false })).toBeNull();
    expect(said('extension', { isPrivate: true })).toBe('SAID');
    expect(said('extension', [{ deep: { do_not_publish: 'address' } }])).toBe('UNCLEAR');
    expect(said('extension', { public_transport: 'no', is_private: 'false' })).toBeNull();
  });

  it('may be written in other languages', () => {
    for (const name of [
      'poufne',
      'fortrolig',
      'конфиденциально',
      'سري',
      'गोपनीय',
      '非公開',
      'dirección confidencial',
      'adresse confidentielle',
    ])
      expect([name, said(name, 'x')]).toEqual([name, 'SAID']);
    for (const value of ['Dirección confidencial', 'Adresse confidentielle', 'Ubicación confidencial', 'Indirizzo riservato', 'Poufne'])
      expect([value, said('name', value)]).toEqual([value, 'SAID']);
  });

  it('may list the possible answers in its name', () => {
    for (const name of ['Confidential (yes/no)', 'Confidential (Sí/No)', 'private? Y/N', 'Confidentiel (oui/non)', 'is_confidential_0/1']) {
      expect([name, said(name, 'Yes')]).toEqual([name, 'SAID']);
      expect([name, said(name, 'No')]).toEqual([name, null]);
    }
    expect(said('Public (yes/no)', 'no')).toBe('SAID');
    expect(said('Public (yes/no)', 'yes')).toBeNull();
  });

  it('may name who may see the record', () => {
    for (const value of ['private', 'internal', 'unpublished']) expect(said('publication_status', value)).not.toBeNull();
    expect(said('publication_status', 'published')).toBeNull();
    expect(said('disclosure', 'none')).toBe('SAID');
    for (const value of ['staff only', 'Internal use only', 'agency', 'partners only', 'restricted'])
      expect([value, said('audience', value), said('access', value)]).toEqual([value, 'UNCLEAR', 'UNCLEAR']);
    for (const value of ['ramp', 'Women and children', 'by lift', 'general public', 'Members of the LGBT community', '24/7'])
      expect([value, said('audience', value), said('access', value)]).toEqual([value, null, null]);
  });

  it('may be a part of the text about a place', () => {
    for (const value of ['Casa Luz (confidential location)', 'Undisclosed location - Springfield', 'Address is confidential, call first'])
      expect([value, said('name', value)]).toEqual([value, 'SAID']);
    expect(said('address_1', 'Confidential; call for directions', 'address')).toBe('SAID');
    expect(said('transportation', 'Bus 4. The address is confidential.')).toBe('SAID');
    expect(said('description', 'Internal staff line, do not publish', 'phone')).toBe('SAID');
    for (const value of ['Free, confidential, 24 hours', 'Private building, ring twice', 'Ask at the desk; not open to the public'])
      expect([value, said('description', value), said('description', value, 'phone')]).toEqual([value, null, null]);
    expect(said('description', 'Shelter. Confidential location.', 'service')).toBeNull();
  });

  it('does not count on shared records', () => {
    expect(said('private', true, 'taxonomy_term')).toBeNull();
  });

  it('is the same in any spelling', () => {
    const phrases = ['do not publish', 'is private', 'address confidential', 'not for publication', 'hide address'];
    const spellings: readonly ((words: string[]) => string)[] = [
      (words) => words.join('_'),
      (words) => words.join('-'),
      (words) => words.join(' '),
      (words) => words.join(''),
      (words) => words.join('').toUpperCase(),
      (words) => words.join('.').toUpperCase(),
      (words) => words.map((word, index) => (index === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join(''),
    ];
    const affix = fc.constantFrom('', 'x_', 'x-', '211_', 'Location.');
    fc.assert(
      fc.property(fc.constantFrom(...phrases), fc.constantFrom(...spellings), affix, (phrase, spelling, before) => {
        expect(said(`${before}${spelling(phrase.split(' '))}`, 'yes')).toBe('SAID');
      }),
    );
  });
});

describe('a label or term that says that something is secret', () => {
  it('counts without a value', () => {
    for (const label of ['Confidential', 'Private address', 'Do not publish', 'is_private', 'Confidential location'])
      expect(labelSaysSecret(label, undefined)).toBe('SAID');
    expect(labelSaysSecret('Public', '')).toBeNull();
    expect(labelSaysSecret('Visibility', 'hidden')).toBe('SAID');
    expect(labelSaysSecret('Confidential', 'no')).toBeNull();
  });

  it('does not count if it is the name of an offer', () => {
    for (const label of ['Private schools', 'Confidential HIV testing', 'Public housing', 'Hidden disabilities', 'Shelter'])
      expect(labelSaysSecret(label, undefined)).toBeNull();
  });
});
