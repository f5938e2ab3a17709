import { setTimeout as sleep } from 'node:timers/promises';
import type { Role } from '../harness/tokens.js';
import { compare, inBoth, see } from './twins.js';
import type { Asked, Twins, World } from './twins.js';

/** The latest answer about an item, with any of its fields. */
export type Thing = { readonly id: string; readonly version: number; readonly [field: string]: unknown };
/** Finds an item by its label in the script. */
export type Known = (label: string) => Thing;

/** One mutation of the script. */
export interface Step {
  readonly name: string;
  /** The script's label for the item in the answer. */
  readonly as: string;
  readonly input: (known: Known, world: World) => object;
  readonly role?: Role;
  /** The place is still public, so the answers may differ. */
  readonly isOpen?: true;
  /** How it is refused; missing: it must succeed. */
  readonly refused?: string;
}

/** A request that was sent to both worlds, so that it can be sent again. */
export interface Sent {
  readonly name: string;
  readonly asked: ReadonlyMap<World, Asked>;
}

/** The state of a script, and the items that it has in each world. */
export interface Script {
  readonly twins: Twins;
  readonly things: ReadonlyMap<World, Map<string, Thing>>;
  readonly sent: Sent[];
  /** Waits until subscribers have received a hold. */
  readonly isHeard: (world: World, hold: Thing) => Promise<void>;
}

/** A new script. */
export const scriptOf = (twins: Twins, isHeard: Script['isHeard']): Script => ({
  twins,
  things: new Map(twins.worlds.map((world) => [world, new Map<string, Thing>()])),
  sent: [],
  isHeard,
});

/** Takes the steps in both worlds at once, and compares each answer. */
export async function change({ twins, things, sent, isHeard }: Script, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const asked = new Map(twins.worlds.map((world) => [world, askedOf(step, sent.length, world, things.get(world)!)]));
    sent.push({ name: step.name, asked });
    const take = (world: World) => taken(step, world, asked.get(world)!, things.get(world)!);
    if (step.isOpen) await inBoth(twins, take);
    else await compare(twins, `${step.name} of ${step.as}`, take);
    await inBoth(twins, async (world) => {
      const thing = things.get(world)!.get(step.as);
      if (thing?.['__typename'] === 'Hold') await isHeard(world, thing);
    });
  }
}

function askedOf({ name, input, role }: Step, index: number, world: World, things: ReadonlyMap<string, Thing>): Asked {
  const known: Known = (label) => {
    const thing = things.get(label);
    if (!thing) throw new Error(`The script knows no ${label} at its step ${index}, ${name}.`);
    return thing;
  };
  const own = { ...input(known, world) };
  const variables = name === 'endSurge' ? own : { input: { idempotencyKey: `twin ${index} ${name}`, ...own } };
  return { kind: 'mutation', name, variables, ...(role && { role }) };
}

async function taken({ name, as, refused }: Step, world: World, asked: Asked, things: Map<string, Thing>): Promise<string> {
  const seen = await see(world, asked);
  const result = (JSON.parse(seen.body) as { data: Record<string, Thing> | null }).data?.[name];
  const type = String(result?.['__typename']);
  const isFailure = result === undefined || typeof result['code'] === 'string';
  if (refused === undefined ? isFailure : type !== refused) throw new Error(`${name} of ${as} in the ${world.name} world: ${seen.body}`);
  if (!isFailure) things.set(as, { ...things.get(as), ...result });
  return seen.text;
}

/** Looks for an item. */
export type Look = (known: Known, world: World) => Promise<Thing | null>;

/** Waits in both worlds for an item that appears by itself, like the offer of a waiting list. */
export async function comes({ twins, things }: Script, as: string, look: Look): Promise<void> {
  await inBoth(twins, async (world) => {
    const own = things.get(world)!;
    for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(50)) {
      const found = await look((label) => own.get(label)!, world);
      if (found) return void own.set(as, found);
    }
    throw new Error(`No ${as} came in the ${world.name} world.`);
  });
}
