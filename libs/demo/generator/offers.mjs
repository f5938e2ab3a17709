/**
 * Offers of organizations besides beds: categories, title, description, hours, and (if given) whom they are for. `rule.persons`: clauses as
 * in admission.mjs.
 */
const children = { persons: [[null, null, 17]] };
const womenOfAnyAge = { persons: [[['WOMAN', 'TRANS_WOMAN'], null, null]], pregnancy: true };

export const offers = {
  medical: [['MEDICAL'], 'Health clinic', 'First examination, treatment and onward referral.', ['office', 'officeAndSaturday', 'late']],
  emergency: [['MEDICAL'], 'Emergency care', 'Injuries, acute illness and forensic documentation with consent.', ['always']],
  womensHealth: [
    ['MEDICAL', 'PSYCHOSOCIAL'],
    "Women's health service",
    'Reproductive health, pregnancy care and counselling.',
    ['office', 'split'],
    womenOfAnyAge,
    'Women and girls of any age, trans women included.',
  ],
  legal: [['LEGAL'], 'Legal aid', 'Advice and representation, criminal complaint and compensation.', ['office', 'split']],
  papers: [
    ['DOCUMENTATION', 'LEGAL'],
    'Identity papers desk',
    'Help to replace or obtain identity and travel papers.',
    ['office', 'monthly'],
  ],
  protection: [
    ['INTERNATIONAL_PROTECTION', 'LEGAL'],
    'Asylum and statelessness advice',
    'Advice before and during protection procedures.',
    ['office', 'split'],
  ],
  counselling: [
    ['PSYCHOSOCIAL'],
    'Counselling',
    'Trauma-informed counselling, one to one and in groups.',
    ['office', 'officeAndSaturday', 'late'],
  ],
  crisis: [['PSYCHOSOCIAL'], 'Crisis support', 'First support by telephone and in person, day and night.', ['always']],
  material: [['MATERIAL_ASSISTANCE'], 'Material help', 'Clothes, hygiene kits, food and transport vouchers.', ['office', 'split', 'late']],
  interpretation: [['INTERPRETATION'], 'Interpreters', 'Trained interpreters.', ['office', 'late', 'always']],
  signing: [['INTERPRETATION'], 'Sign language interpreters', 'Trained interpreters, for signed and spoken language.', ['office', 'late']],
  signedCounselling: [
    ['PSYCHOSOCIAL'],
    'Counselling in sign language',
    'Counselling by deaf and hearing counsellors who sign.',
    ['office', 'officeAndSaturday'],
    { accessibility: ['DEAF'] },
  ],
  children: [
    ['CHILD_PROTECTION'],
    'Child protection team',
    'Best interests assessment and guardianship for children.',
    ['office', 'always'],
    children,
    'Children under 18.',
  ],
  tracing: [['FAMILY_TRACING'], 'Family tracing', 'Search for relatives, and contact when both sides wish it.', ['office']],
  education: [['EDUCATION'], 'Learning centre', 'Language, literacy and catch-up classes.', ['office', 'officeAndSaturday']],
  employment: [['EMPLOYMENT'], 'Work and skills', 'Vocational training and safe job placement.', ['office', 'split']],
  return: [['REPATRIATION'], 'Voluntary return help', 'Safe and voluntary return, with a risk assessment first.', ['office']],
  reintegration: [
    ['REINTEGRATION', 'EMPLOYMENT'],
    'Reintegration support',
    'A plan for housing, income and study after return.',
    ['office'],
  ],
};

/** Kinds of organization: last word of the name, its main offers, its possible further offers. */
export const kinds = {
  shelter: ['House', ['shelter', 'counselling'], ['material', 'crisis']],
  legal: ['Law Desk', ['legal'], ['papers', 'protection']],
  clinic: ['Health Circle', ['medical'], ['womensHealth', 'counselling', 'emergency']],
  children: ['Children Circle', ['children', 'shelter'], ['tracing', 'education']],
  skills: ['Learning Works', ['education', 'employment'], ['reintegration', 'material']],
  voices: ['Voices', ['interpretation'], ['papers', 'counselling']],
  journey: ['Journey Office', ['return', 'tracing'], ['shelter', 'reintegration', 'papers']],
  refuge: ['Refuge', ['shelter', 'protection'], ['material']],
  deaf: ['Hands', ['signing', 'signedCounselling'], []],
};

/** The first five are in every city; larger cities continue through the list and start again. */
export const kindOrder = ['shelter', 'legal', 'clinic', 'voices', 'children', 'refuge', 'journey', 'skills'];

/** The order of shelters, so that every kind exists in several countries. */
export const shelterOrder = [
  'womenWithChildren',
  'men',
  'womenOnly',
  'nothingSaid',
  'families',
  'mothersAndYoungChildren',
  'womenTransInclusive',
  'mixed',
  'anyAdult',
  'agesOnly',
  'womenWithChildren',
  'transAndNonBinary',
  'nothingSaid',
];
