import { en, type AccountTexts } from './account-texts/english.js';
import { ar, bn, fa, fr, ur } from './account-texts/others.js';
import { fil, id, km, ms, my, th, vi } from './account-texts/south-east-asia.js';
import type { Language } from './language.js';

export type { AccountTexts };

/** The texts of the accounts page, in each language of the pages. */
export const accountTexts: Readonly<Record<Language, AccountTexts>> = { en, id, ms, th, vi, my, km, bn, ur, fa, ar, fr, fil };
