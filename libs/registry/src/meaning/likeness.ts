import type { ServiceView } from '@haven/events';
import { folded } from '@haven/kernel';
import { createHash } from 'node:crypto';
import { childOf, type JsonRecord, textOf } from '../reading/json-record.js';

/** Name of an organization that a directory refers to but does not have. */
export const namelessOrganization = 'Organization not named in the directory';

/**
 * Signs by which the entries of one service in two directories know each other: their name, each with the organization's name, a
 * phone, or a domain. Never a position or an address: whoever brought a file of guesses would find a confidential place by its pair.
 */
export function likenessOf(view: ServiceView): readonly string[] {
  const name = folded(view.name);
  if (name === '') return [];
  const signs = [...organizationSigns(view), ...view.phones.flatMap(({ dial }) => (dial ? [`phone ${dial}`] : [])), ...domainSigns(view)];
  return [...new Set(signs)].map((sign) => createHash('sha256').update(`${name} ${sign}`).digest('base64url'));
}

const organizationSigns = ({ organization: { name } }: ServiceView): string[] =>
  name === namelessOrganization || folded(name) === '' ? [] : [`organization ${folded(name)}`];

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

/** Domains at which anybody may have a page or a mailbox. */
const shared = ['gmail.', 'googlemail.', 'yahoo.', 'hotmail.', 'outlook.', 'live.', 'aol.', 'icloud.', 'protonmail.', 'proton.me'];
const pages = ['facebook.', 'm.facebook.', 'instagram.', 'twitter.', 'sites.google.', 'google.', 'linkedin.', 'youtube.'];
const isShared = (domain: string): boolean => [...shared, ...pages].some((one) => domain.startsWith(one));
