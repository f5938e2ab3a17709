import type { ServiceView } from '@haven/events';
import { folded } from '@haven/kernel';
import { createHash } from 'node:crypto';
import { childOf, type JsonRecord, textOf } from '../reading/json-record.js';

/** Name of an organization that a directory refers to but does not contain. */
export const namelessOrganization = 'Organization not named in the directory';

/**
 * Signs that two entries of different directories are the same service: its name together with the organization's name, a phone, or a
 * domain; under different names, the organization together with a phone and a need category. Never a position or an address: with a file of
 * guesses, anybody could find a confidential place through its pair.
 */
export function likenessOf(view: ServiceView): readonly string[] {
  const name = folded(view.name);
  if (name === '') return [];
  const [organizations, phones] = [organizationSigns(view), phoneSigns(view)];
  const named = [...organizations, ...phones, ...domainSigns(view)].map((sign) => `${name} ${sign}`);
  const whole = organizations.flatMap((one) => phones.flatMap((phone) => view.categories.map((need) => `${need} ${one} ${phone}`)));
  return [...new Set([...named, ...whole])].map((sign) => createHash('sha256').update(sign).digest('base64url'));
}

const phoneSigns = ({ phones }: ServiceView): string[] => phones.flatMap(({ dial }) => (dial ? [`phone ${dial}`] : []));

/** Legal forms at the end of a name, which one directory writes and another leaves out. */
const legalForm = / (?:inc|incorporated|llc|ltd|limited|corp|corporation|plc|gmbh|e v|sa|srl|bv|pte|pvt|sdn bhd|tbk)$/;

const organizationSigns = ({ organization: { name } }: ServiceView): string[] => {
  const plain = folded(name).replace(legalForm, '');
  return name === namelessOrganization || plain === '' ? [] : [`organization ${plain}`];
};

function domainSigns({ url, email, hsds }: ServiceView): string[] {
  const organization = childOf(hsds as JsonRecord, 'organization') ?? {};
  const urls = [url, textOf(organization, 'website')].map(hostOf);
  const emails = [email, textOf(organization, 'email')].map((text) => text?.split('@')[1]?.trim().toLowerCase() ?? null);
  return [...urls, ...emails].flatMap((domain) => (domain === null || isShared(domain) ? [] : [`domain ${domain}`]));
}

function hostOf(text: string | null): string | null {
  const host = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/i.exec(text?.trim() ?? '')?.[1];
  return host?.toLowerCase() ?? null;
}

/** Domains on which anybody can have a page or mailbox. */
const shared = ['gmail.', 'googlemail.', 'yahoo.', 'hotmail.', 'outlook.', 'live.', 'aol.', 'icloud.', 'protonmail.', 'proton.me'];
const pages = ['facebook.', 'm.facebook.', 'instagram.', 'twitter.', 'sites.google.', 'google.', 'linkedin.', 'youtube.'];
const isShared = (domain: string): boolean => [...shared, ...pages].some((one) => domain.startsWith(one));
