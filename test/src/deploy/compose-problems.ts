import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { inRepository } from '../harness/repository.js';
import type { Tree } from './manifest.js';

/** Every `${NAME…}` in a text. */
export const placeholdersIn = (text: string): { name: string; rest: string }[] =>
  [...text.matchAll(/\$\{(\w+)([^}]*)\}/g)].map(([, name, rest]) => ({ name: name!, rest: rest! }));

/** A compose file with another one applied to it: maps are merged, other values replaced. */
export function layOver(base: Tree, over: Tree): Tree {
  if (!isMap(base) || !isMap(over)) return over;
  const merged = { ...base };
  for (const [key, value] of Object.entries<Tree>(over)) merged[key] = key in base ? layOver(base[key], value) : value;
  return merged;
}

const isMap = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Services that run our image. */
export const oursIn = (compose: Tree): [string, Tree][] => servicesOf(compose).filter(([, { image }]) => image.includes('HAVEN_IMAGE'));

const servicesOf = (compose: Tree): [string, Tree][] => Object.entries<Tree>(compose.services);

/** Names in a compose file that lead nowhere, and settings that are looser than necessary. */
export function composeProblems(compose: Tree, roles: (role: string, rest: string[]) => unknown, variables: ReadonlySet<string>): string[] {
  return [
    ...servicesOf(compose).flatMap(([name, service]) => [
      ...namesThatLeadNowhere(compose, service).map((problem) => `${name}: ${problem}`),
      ...exposure(service).map((problem) => `${name}: ${problem}`),
    ]),
    ...oursIn(compose).flatMap(([name, service]) => ours(service, roles, variables).map((problem) => `${name}: ${problem}`)),
    ...unused(compose, 'networks'),
    ...unused(compose, 'volumes'),
  ];
}

function namesThatLeadNowhere(compose: Tree, { depends_on: needs = {}, networks = [], volumes = [] }: Tree): string[] {
  const sources: string[] = volumes.map((volume: string) => volume.split(':')[0]);
  const isThere = (source: string) =>
    source.startsWith('.') ? existsSync(resolve(inRepository('deploy'), source)) : source in compose.volumes;
  return [
    ...Object.entries<Tree>(needs).flatMap(([other, { condition }]) =>
      cannotMeet(compose.services[other], condition).map((why) => `${other} ${why}`),
    ),
    ...networks.filter((network: string) => !(network in compose.networks)).map((network: string) => `no network ${network}`),
    ...sources.filter((source) => !isThere(source)).map((source) => `no volume or file ${source}`),
  ];
}

/** Why a dependency on the service could never be met. Our image has its own health check. */
function cannotMeet(service: Tree, condition: string): string[] {
  if (!service) return ['is no service'];
  const isChecked = service.healthcheck ? !service.healthcheck.disable : service.image.includes('HAVEN_IMAGE');
  if (condition === 'service_healthy' && !isChecked) return ['has no health check'];
  if (condition === 'service_completed_successfully' && service.restart !== 'no') return ['never completes'];
  return [];
}

const exposure = ({ image, ports = [] }: Tree): string[] => [
  ...(/:(latest)?$|^[^:]+$/.test(image) ? ['an image without a version'] : []),
  ...ports.filter((port: string) => !port.includes(':-127.0.0.1:')).map(() => 'open to the network unless told otherwise'),
];

function ours(service: Tree, roles: (role: string, rest: string[]) => unknown, variables: ReadonlySet<string>): string[] {
  const [role, ...rest] = service.command;
  const environment: [string, string][] = Object.entries(service.environment ?? {});
  const rules: [boolean, string][] = [
    [roles(role, rest) !== null, 'no such role'],
    [service.read_only === true, 'can write to its image'],
    [service.cap_drop?.includes('ALL') && service.security_opt?.includes('no-new-privileges:true'), 'has privileges'],
    ...environment.map(([name]): [boolean, string] => [variables.has(name), `nothing reads ${name}`]),
    ...environment.map(([name, value]): [boolean, string] => [
      !/(PASSWORD|_KEY)$/.test(name) || value.includes(':?'),
      `${name} is in the open`,
    ]),
  ];
  return rules.filter(([isMet]) => !isMet).map(([, problem]) => problem);
}

function unused(compose: Tree, what: 'networks' | 'volumes'): string[] {
  const used = servicesOf(compose).flatMap(([, service]) => (service[what] ?? []).map((entry: string) => entry.split(':')[0]));
  return Object.keys(compose[what])
    .filter((name) => !used.includes(name))
    .map((name) => `nothing uses ${name} of ${what}`);
}

/** Services that share a network with a service. */
export const neighboursOf = (compose: Tree, name: string): string[] =>
  servicesOf(compose)
    .filter(
      ([other, { networks }]) => other !== name && networks.some((network: string) => compose.services[name].networks.includes(network)),
    )
    .map(([other]) => other)
    .sort();
