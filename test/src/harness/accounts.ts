import { Browser } from './browser.js';
import { submit, type Credentials } from './sign-in.js';
import type { System } from './system.js';
import type { Role } from './tokens.js';

const password = 'copper lantern meadow nine';

/** Adds an account with the command line and chooses its password with the link, as its owner would. */
export async function addAccount(system: System, name: string, role: Role = 'HOTLINE', organization?: string): Promise<Credentials> {
  const args = ['account', 'add', name, '--role', role.toLowerCase(), ...(organization ? ['--organization', organization] : [])];
  const { stdout, stderr } = await system.haven(...args);
  const link = /https?:\/\/\S+/.exec(stdout + stderr)?.[0];
  if (!link) throw new Error(`No link for ${name} in: ${stdout}${stderr}`);
  return ownAccount(link, name);
}

/** Chooses a password with the link of a new account. */
export async function ownAccount(link: string, name: string): Promise<Credentials> {
  await choosePassword(link, password);
  return { name, password };
}

/** Uses the link of an account. */
export async function choosePassword(link: string, chosen: string, name?: string): Promise<void> {
  const browser = new Browser();
  const page = await browser.send(link);
  const answer = await submit(browser, page, { password: chosen, ...(name && { name }) });
  if (answer.status !== 200) throw new Error(`The link was not taken (${answer.status}):\n${answer.body}`);
}
