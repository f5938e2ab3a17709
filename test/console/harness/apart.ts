import type { Page } from '@playwright/test';
import type { System } from '../../src/harness/system.js';
import { untilFound } from '../../src/party/until-found.js';
import { find } from './find.js';
import { openShelter, qaqortoq } from './open-shelter.js';

const women = [
  { genders: ['WOMAN'], minimumAge: 18 },
  { maximumAge: 12, accompaniedOnly: true },
];
const men = [{ genders: ['MAN'], minimumAge: 18 }];

/** Opens a place for women with their children, and one for men 4 km away: neither takes the whole family of {@link askForFamily}. */
export async function openApart(system: System, names: { readonly women: string; readonly men: string }): Promise<void> {
  const away = { ...qaqortoq, latitude: qaqortoq.latitude + 4 / 111.4 };
  const ofWomen = await openShelter(system, { name: names.women, total: 3, at: qaqortoq, persons: women });
  const ofMen = await openShelter(system, { name: names.men, total: 2, at: away, persons: men });
  await untilFound(system, qaqortoq, 'ACCOMMODATION', [ofWomen.serviceId, ofMen.serviceId]);
}

/** Asks for a woman, a boy and a man; the boy's carer is unknown. */
export async function askForFamily(page: Page): Promise<void> {
  await find(page).place.focus();
  await page.keyboard.type('Qaqortoq\n');
  await find(page).party.and(page.locator(':focus')).waitFor();
  await page.keyboard.type('woman 31, boy 7, man 35\n\nid\n');
  await page.locator('.ask-carers').waitFor();
}
