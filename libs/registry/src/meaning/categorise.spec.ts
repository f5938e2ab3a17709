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
    ['บ้านพักเด็กและครอบครัว', ['ACCOMMODATION']],
    ['Free Dental Clinic', ['MEDICAL']],
    ['Adult Individual and Group Therapy', ['PSYCHOSOCIAL']],
    ['Free legal information and forms', ['LEGAL']],
    ['Legal clinic', ['LEGAL']],
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
    'Walk-in clinic',
    'Foreclosure Prevention Counseling',
    'Employment rights helpline',
    'Bus Shelter Repairs',
    'Legal name change form',
    'Sheltering trees',
    'Paralegals united',
    'Foodie club',
    'Rehabilitation of rooftops',
    'Recreation and Socialization',
    'Not a shelter',
    'No legal advice',
    'Preschoolers',
  ])('%s → nothing', (name) => expect(of(name)).toEqual([]));

  it('asks the description only when name and terms are silent', () => {
    expect(of('Program X', 'We provide legal advice to tenants.')).toEqual(['LEGAL']);
    expect(of('Program X', 'We do not provide legal advice.')).toEqual([]);
    expect(of('Program X', 'No appointment is needed. We offer legal advice.')).toEqual(['LEGAL']);
    expect(of('Food pantry', 'We also refer to legal advice.')).toEqual(['MATERIAL_ASSISTANCE']);
  });

  it('takes taxonomy terms whole, and codes of the 211 taxonomy', () => {
    expect(of('Program X', '', 'Safe Housing', 'Legal')).toEqual(['ACCOMMODATION', 'LEGAL']);
    expect(of('Program X', '', 'Housing Advice', 'Homeless')).toEqual([]);
    const withCode = (code: string): UncategorisedService => ({ name: 'Program X', terms: [{ name: 'term', code }] });
    expect(categorise(withCode('BH-1800.8500')).categories).toEqual(['ACCOMMODATION']);
    expect(categorise(withCode('LV-1600')).categories).toEqual(['MEDICAL']);
    expect(categorise(withCode('Lunch')).categories).toEqual([]);
  });

  it('tells why', () => {
    expect(categorise({ name: 'Emergency Shelter' }).because).toEqual([{ category: 'ACCOMMODATION', matched: 'shelter' }]);
  });
});
