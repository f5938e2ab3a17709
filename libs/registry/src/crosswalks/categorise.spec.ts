import { describe, expect, it } from '@jest/globals';
import { categorise, type UncategorisedService } from './categorise.js';

const of = (name: string, description = '', ...terms: string[]): string[] => [
  ...categorise({ name, description, terms: terms.map((term) => ({ name: term })) }).categories,
];

describe('categorise', () => {
  it.each([
    ['Emergency Shelter for Women', ['ACCOMMODATION']],
    ['Transitional Housing', ['ACCOMMODATION']],
    ['Rumah Aman Medan', ['ACCOMMODATION']],
    ['Casa de Acolhimento Esperança', ['ACCOMMODATION']],
    ['Casa Abrigo', ['ACCOMMODATION']],
    ['บ้านพักเด็กและครอบครัว', ['ACCOMMODATION']],
    ['Free Dental Clinic', ['MEDICAL']],
    ['Adult Individual and Group Therapy', ['PSYCHOSOCIAL']],
    ['Free legal information and forms', ['LEGAL']],
    ['Legal clinic', ['LEGAL']],
    ['Legal counselling', ['LEGAL']],
    ['Mental Health Care', ['PSYCHOSOCIAL']],
    ['Refugee Health Services', ['MEDICAL']],
    ['Medical and legal aid', ['MEDICAL', 'LEGAL']],
    ['Food Pantry', ['MATERIAL_ASSISTANCE']],
    ['Interpreter line', ['INTERPRETATION']],
    ['Refugee Resettlement', ['INTERNATIONAL_PROTECTION']],
    ['Assisted voluntary return', ['REPATRIATION']],
    ['Family Tracing', ['FAMILY_TRACING']],
    ['Birth certificates', ['DOCUMENTATION']],
  ])('%s → %j', (name, categories) => expect(of(name)).toEqual(categories));

  it.each([
    'Animal shelter',
    'Emergency shelter for pets',
    'Shelter kits distribution',
    'Tornado shelter',
    'Cooling shelter',
    'Walk-in clinic',
    'Bus Shelter Repairs',
    'Legal name change form',
    'Sheltering trees',
    'Paralegals united',
    'Foodie club',
    'Rehabilitation of rooftops',
    'Foreclosure Prevention Counseling',
    'Recreation',
    'Not a shelter',
    'No legal advice',
    'Preschoolers',
  ])('%s → nothing', (name) => expect(of(name)).toEqual([]));

  it.each<[string, string, string[]]>([
    ['Lead Pipe Replacement', 'Grants to owners of homes with a lead service line. Safe housing for everyone.', ['Safe Housing']],
    ['Weatherization Assistance Program', 'Makes houses safe and warm; apartments with beds too.', ['Safe Housing', 'Housing']],
    ['Shelter Hotline', 'Call for a ride to a shelter.', ['Temporary Shelter']],
    ['Rental Assistance', 'Pays the rent of families in transitional housing.', ['Housing', 'Help Pay for Housing']],
    ['Rapid Rehousing', 'Pays rent for twelve months after a shelter.', ['Housing']],
    ['Cash support', 'Families in shelters receive cash.', ['SHELTER', 'Cash For Rent']],
    ['Rehabilitation of houses', 'Shelters are repaired before the winter.', ['SHELTER', 'Shelter Rehabilitation']],
    ['Winter kits', 'Tents and beds for emergency shelters.', ['Emergency Shelter and NFI']],
    ['Housing', 'We help families locate affordable housing.', ['Housing']],
    ['Housing', 'Youth are referred to transitional housing elsewhere.', ['Housing']],
    ['Housing', 'There are no beds for emergency shelter here.', ['Housing']],
    ['Homeless Centre', 'Showers by day. Not an overnight shelter.', ['Housing']],
    ['Free Smoke Alarms', 'For sleeping rooms and shelters.', ['Safe Housing']],
    ['Housing Rehabilitation', 'Repairs in homes of older owners.', ['Housing Rehabilitation']],
  ])('%s (%s) is no place to sleep', (name, description, terms) => expect(of(name, description, ...terms)).not.toContain('ACCOMMODATION'));

  it.each<[string, string, string[]]>([
    ['Park Road Program', 'Can accommodate up to 12 men.', ['Housing']],
    ['Holly House', 'A transitional home for families.', ['Housing']],
    ['Safe Passage', 'An emergency shelter.', ['Safe Housing']],
    ['Shelter', 'Beds for families.', ['SHELTER']],
    ['Homeless Services', '', ['Emergency Shelter', 'Help Pay for Housing']],
  ])('%s (%s) is a place to sleep', (name, description, terms) => expect(of(name, description, ...terms)).toContain('ACCOMMODATION'));

  it.each<[string, string, string[]]>([
    ['Non-profit legal services', '', ['LEGAL']],
    ['No-cost counseling', '', ['PSYCHOSOCIAL']],
    ['Non-Offending Caregiver Support Group', '', ['PSYCHOSOCIAL']],
    ['Compensated work therapy', '', ['EMPLOYMENT']],
    ['Smoking cessation counseling', '', ['MEDICAL']],
    ['Program X', 'A not-for-profit law office: free legal advice at no cost.', ['LEGAL']],
    ['Program X', 'Clinicians give emotional support to those who must identify somebody.', ['PSYCHOSOCIAL']],
    ['Program X', 'Letters for an emotional support animal.', []],
    ['Program X', 'A therapeutic community for women.', ['PSYCHOSOCIAL']],
    ['Intake Center', 'Advocates draft petitions and affidavits.', ['LEGAL']],
    ['Shelter Hotline', 'Transportation to shelter is available day and night.', ['MATERIAL_ASSISTANCE']],
    ['Street Outreach', 'We help people move into permanent housing.', ['REINTEGRATION']],
    ['Forensic Services', 'Neutral interviews with children affected by abuse.', ['CHILD_PROTECTION']],
    ['Family Group Conferencing', '', ['CHILD_PROTECTION']],
    ['Short-term Living Program', '', ['ACCOMMODATION']],
    ['Family Program', 'Temporary housing is provided in 12 apartments.', ['ACCOMMODATION']],
    ['Work Program', 'Men receive a reserved bed for 90 days.', ['ACCOMMODATION']],
    ['Home Ownership', 'Houses are sold below market value.', []],
    ['Home Fire Safety Inspections', 'Working smoke detectors in your house.', []],
    ['Senior Living Communities', 'Housing options for older adults.', []],
    ['Physical Therapy', '', ['MEDICAL']],
    ['Housing counseling', '', ['REINTEGRATION']],
    ['Services for survivors of human trafficking', '', ['PSYCHOSOCIAL', 'REINTEGRATION']],
  ])('%s %s → %j', (name, description, categories) => expect(of(name, description)).toEqual(categories));

  it('tells by its taxonomy whether a term is about a service or about people', () => {
    const guardianship = (taxonomy: string) => categorise({ name: 'Program X', terms: [{ name: 'Guardianship', taxonomy }] }).categories;
    expect([guardianship('Service Category'), guardianship('Service Eligibility'), guardianship('')]).toEqual([['LEGAL'], [], ['LEGAL']]);
  });

  it.each(['Open Eligibility', 'openeligibility.org', 'Open-Eligibility 2.0'])(
    'takes terms of %s for services, although the taxonomy is named after people',
    (taxonomy) =>
      expect(categorise({ name: 'Program X', terms: [{ name: 'Emergency Shelter', taxonomy }] }).categories).toEqual(['ACCOMMODATION']),
  );

  it('prefers a name to a hint from a term, and a hint to a description', () => {
    expect(of('Food pantry', '', 'Health')).toEqual(['MATERIAL_ASSISTANCE']);
    expect(of('Program X', 'Offers legal advice.', 'Health')).toEqual(['MEDICAL']);
    expect(of('Food pantry', '', 'Dental Care', 'Health')).toEqual(['MEDICAL']);
    expect(of('Program X', 'Offers legal advice.', 'Recreation')).toEqual(['LEGAL']);
  });

  it('uses words for people last, since they do not say what is done for them', () => {
    expect(of('Trafficking survivors assistance project', 'Direct representation')).toEqual(['LEGAL']);
    expect(of('Help for survivors', 'For anybody who was trafficked.')).toEqual(['PSYCHOSOCIAL', 'REINTEGRATION']);
    expect(of('Legal help for people affected by HIV/AIDS')).toEqual(['LEGAL']);
    expect(of('HIV-AIDS project', 'Direct representation')).toEqual(['LEGAL']);
  });

  it('knows the codes of the other taxonomy that has some', () => {
    const withCode = (code: string): readonly string[] => categorise({ name: 'Program X', terms: [{ name: 'term', code }] }).categories;
    expect([withCode('L41'), withCode('L25'), withCode('K31'), withCode('BH-8500.1')]).toEqual([
      ['ACCOMMODATION'],
      [],
      ['MATERIAL_ASSISTANCE'],
      [],
    ]);
  });

  it('reads the description only if name and terms say nothing', () => {
    expect(of('Program X', 'We provide legal advice to tenants.')).toEqual(['LEGAL']);
    expect(of('Program X', 'We do not provide legal advice.')).toEqual([]);
    expect(of('Program X', 'No appointment is needed. We offer legal advice.')).toEqual(['LEGAL']);
    expect(of('Food pantry', 'We also refer to legal advice.')).toEqual(['MATERIAL_ASSISTANCE']);
  });

  it('takes taxonomy terms whole, and codes of the 211 taxonomy', () => {
    expect(of('Program X', '', 'Emergency Shelter', 'Dental Care')).toEqual(['ACCOMMODATION', 'MEDICAL']);
    expect(of('Program X', '', 'Animal Welfare', 'Homeless')).toEqual([]);
    const withCode = (code: string): UncategorisedService => ({ name: 'Program X', terms: [{ name: 'term', code }] });
    expect(categorise(withCode('BH-1800.8500')).categories).toEqual(['ACCOMMODATION']);
    expect(categorise(withCode('LV-1600')).categories).toEqual(['MEDICAL']);
    expect(categorise(withCode('Lunch')).categories).toEqual([]);
  });

  it('gives its reasons', () => {
    expect(categorise({ name: 'Emergency Shelter' }).because).toEqual([
      { category: 'ACCOMMODATION', matched: 'shelter', source: 'free-words' },
    ]);
    expect(categorise({ name: 'X', terms: [{ name: 'EMERGENCY shelter' }] }).because).toEqual([
      { category: 'ACCOMMODATION', matched: 'EMERGENCY shelter', source: 'hud' },
    ]);
  });
});
