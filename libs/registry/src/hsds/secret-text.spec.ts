import { describe, expect, it } from '@jest/globals';
import type { JsonValue, ObjectName } from './record.js';
import { labelSaysSecret, saysSecret } from './says-secret.js';

const said = (property: string, value: JsonValue, kind: ObjectName = 'location') => saysSecret(kind, property, value);

describe('names that a publisher makes up', () => {
  it.each([
    ...[
      'is_confidental',
      'confidentail',
      'isConfidental',
      'CONFIDANTIAL',
      'confidencal_address',
      'confidetial',
      'isconfidential',
      'confid',
    ],
    ...['staff_only', 'agencyOnly', 'do_not_release', 'do not give out', 'do_not_list', 'do_not_map', 'not_for_web', 'not_on_website'],
    ...['mask_address', 'obfuscate', 'anonymous_address', 'safe_house', 'secure_location', 'opt_out', 'pvt', 'pvt_address', 'conceal'],
    ...['confi\u200bdential', 'con\u00adfidential', 'confidential\u200baddress', 'do\u00a0not\u00a0publish', 'do_not_make_public'],
    ...['not for the general public', 'anonymous'],
  ])('%s: closed, unless it is plainly denied', (name) => {
    for (const yes of [true, 'yes', 'Y', 1]) expect([yes, said(name, yes)]).toEqual([yes, 'SAID']);
    for (const no of [false, 'no', 'N', 0, '', null]) expect([no, said(name, no)]).toEqual([no, null]);
  });

  it.each([
    ...[
      'May we share this address?',
      'Can we publish your address?',
      'in_directory',
      'list_in_directory',
      'on_map',
      'sharing',
      'consent',
      'consent_to_publish',
    ],
    ...['Is it OK to show this location online?', 'ok_to_share'],
  ])('%s: closed by a plain "no"', (name) => {
    for (const no of [false, 'no', 'No', 0]) expect([no, said(name, no)]).toEqual([no, 'SAID']);
    for (const yes of [true, 'yes', 1, '', null]) expect([yes, said(name, yes)]).toEqual([yes, null]);
  });

  it.each([
    ...['confidence', 'confidently', 'website', 'web', 'online', 'list', 'map', 'release', 'no_website', 'mask_required', 'press_release'],
    ...['continental', 'residential', 'secure_parking', 'anonymous_testing', 'public_safety', 'safe', 'house', 'consent_age', 'print'],
  ])('not %s', (name) => {
    for (const value of [true, 'yes', 'no', 'some text', 3]) expect([value, said(name, value)]).toEqual([value, null]);
  });

  it('not the consent of a parent, nor an anonymous test', () => {
    for (const name of ['consent', 'anonymous']) for (const value of ['yes', 'no']) expect(said(name, value, 'service')).toBeNull();
    for (const label of ['Safe house', 'Anonymous HIV testing', 'Alcoholics Anonymous', 'Confidential counselling', 'Private Road'])
      expect([label, labelSaysSecret(label, undefined)]).toEqual([label, null]);
  });
});

describe('a state', () => {
  it.each<readonly [string, JsonValue]>([
    ['status', 'hidden'],
    ['status', 'private'],
    ['sharing', 'none'],
    ['listing', 'private'],
    ['classification', 'restricted'],
    ['security_classification', 'Secret'],
    ['flags', 'confidential, 24h'],
    ['tags', ['private']],
    ['tags', ['24h', 'hidden']],
    ['location_type', 'hidden'],
    ['notes', 'secret'],
    ['remarks', 'Bell 2; secret'],
    ['record_status', 'not public'],
    ['status', 'Dirahasiakan'],
  ])('%s: %j closes a place', (name, value) => {
    expect(said(name, value)).toBe('SAID');
    expect(said(name, value, 'address')).toBe('SAID');
  });

  it('of a service or an organization may be about its owner', () => {
    expect(said('status', 'hidden', 'service')).toBe('SAID');
    expect(said('tags', ['hidden'], 'organization')).toBe('SAID');
    for (const name of ['type', 'classification', 'tags', 'category', 'legal_status', 'organization_type'])
      expect([name, said(name, 'private', 'organization'), said(name, ['Private'], 'service')]).toEqual([name, null, null]);
  });

  it.each<readonly [string, JsonValue]>([
    ['status', 'active'],
    ['status', 'public'],
    ['location_type', 'physical'],
    ['address_type', 'postal'],
    ['tags', ['private schools', 'confidential HIV testing']],
    ['flags', 'not confidential'],
    ['notes', 'Private entrance at the back'],
    ['notes', 'no'],
  ])('%s: %j closes nothing', (name, value) => {
    for (const kind of ['location', 'address', 'service', 'organization'] as const)
      expect([kind, said(name, value, kind)]).toEqual([kind, null]);
  });
});

describe('a text about a place', () => {
  it.each([
    ...['Jalan Melati 7 CONFIDENTIAL', '12 Elm St *confidential*', '12 Elm St (hidden)', '12 Elm St (not public)', '12 Elm St (secret)'],
    ...['12 Elm St (do not share)', '12 Elm St (not for public)', '12 Elm St confidential', '12 Elm St, undisclosed', '12 Elm St - secret'],
    ...[
      '12 Elm St DO NOT PUBLISH',
      '12 Elm St do not share',
      '12 Elm St not public',
      'Jalan Melati 6 jangan disebarkan',
      'Lihim na lokasyon',
    ],
    ...[
      'Safe house (secret)',
      'Secret',
      'Hidden',
      '12 Elm St [CONFIDENTIAL]',
      'Undisclosed, Springfield',
      'Withheld for safety',
      '12 Elm St (confidental)',
    ],
  ])('%s', (value) => {
    expect(said('address_1', value, 'address')).toBe('SAID');
    expect(said('name', value)).toBe('SAID');
  });

  it.each(['12 Elm St (private)', 'private', '12 Elm St, private', 'PRIVATE'])('in an address only: %s', (value) => {
    expect(said('address_2', value, 'address')).toBe('SAID');
    expect(said('city', value, 'address')).toBeNull();
  });

  it.each([
    ...['Please do not publish this address', 'This location is kept confidential for safety.', 'Do not give out the address to callers.'],
    ...[
      'The address is confidential because of the residents',
      'A house at an undisclosed location in Springfield',
      'Bus 4. Address is secret.',
    ],
    ...['La dirección es confidencial por seguridad', 'L’adresse est confidentielle', 'Alamat dirahasiakan demi keamanan', 'Do not share.'],
    ...['For safety the location is not made public', 'Our address is not published anywhere', 'Alamat tidak dipublikasikan demi keamanan'],
    ...['La dirección no se publica por seguridad', 'Adresse tenue secrète pour la sécurité', 'Địa chỉ được giữ kín vì an toàn'],
    ...['အိမ်၏ လိပ်စာကို လျှို့ဝှက်ထားသည်', 'العنوان سري لأسباب أمنية', 'Confidential shelter for women', 'Strictly confidential'],
    ...['ตั้งอยู่ในที่อยู่ลับใกล้ตลาด', 'Never give this address to anyone'],
    ...['We never disclose our address to visitors', `${'Beds for women. '.repeat(60)}The location is confidential.`],
  ])('a remark: %s', (value) => {
    expect(said('description', value)).toBe('SAID');
  });

  it.each([
    ...['Private Road', '12 Private Drive', '1 Confidential Road', 'Secret Garden Cafe', 'Hidden Valley Road 3', 'Via Roma 3, interno 4'],
    ...[
      'anonymous HIV testing',
      'confidential counselling',
      'Free and confidential counselling, 24 hours',
      'Confidential Counselling Centre',
    ],
    ...[
      'CONFIDENTIAL COUNSELLING CENTRE',
      'Bayview Private Hospital',
      'Safe House',
      'Private Bag 12',
      'P.O. Box 12',
      'Public Safety Building',
    ],
    ...['At this location confidential counselling is offered', 'A confidential place to talk'],
    ...[
      'Do not show up before 9',
      'The location is not visible from the road',
      'The location is not open to the public at night',
      'Not confidential',
      'The address is not confidential',
      'The location is hidden behind the church',
    ],
    ...['Do not share needles', 'Do not leave the list', 'Services offered in private rooms'],
  ])('not: %s', (value) => {
    expect([said('name', value), said('description', value)]).toEqual([null, null]);
    expect([said('address_1', value, 'address'), said('address_2', value, 'address')]).toEqual([null, null]);
    expect(said('description', value, 'phone')).toBeNull();
  });

  it.each(['Your email address is confidential', 'The staff are kind and confidential', 'Ring twice; not open to the public'])(
    'not in a remark: %s',
    (value) => expect([said('description', value), said('description', value, 'phone')]).toEqual([null, null]),
  );

  it('an open clinic may be private', () => {
    expect(said('name', 'Bayview Clinic (Private)')).toBeNull();
    expect(said('name', 'Bayview (private)', 'organization')).toBeNull();
  });
});
