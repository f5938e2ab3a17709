import type { BurdenWeights } from '@haven/kernel';
import { z } from 'zod';
import { burden } from './burden.js';
import { caseReference } from './case-reference.js';
import { kafkaOf, kafkaVariables, type KafkaSettings } from './kafka-settings.js';
import { flag, listening, type Listening } from './listening.js';
import { readVariables, type Environment } from './read-variables.js';

const claimName = z.string().min(1).max(200);

const variables = z.object({
  ...listening(4000),
  HAVEN_DATA: z.string().min(1).default('./.haven').describe('directory of this process, for its control socket'),
  HAVEN_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).describe('postgres://role:password@host:port/database'),
  HAVEN_MIGRATE: flag.default(false).describe('true or false: change the tables at start; false where a job does it'),
  ...kafkaVariables,
  HAVEN_ISSUER: z.string().min(1).describe('the issuer that tokens must name'),
  HAVEN_AUDIENCE: z.string().min(1).default('haven-api').describe('the audience that tokens must name'),
  HAVEN_JWKS_URL: z.url({ protocol: /^https?$/ }).describe('address of the key set of the issuer'),
  HAVEN_TOKEN_ALGORITHM: z
    .enum(['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA'])
    .default('ES256')
    .describe('ES256, ES384, RS256, PS256 or EdDSA'),
  HAVEN_CLAIM_ROLE: claimName.default('haven_role').describe('the claim of the tokens that names the role, like realm_access.roles'),
  HAVEN_CLAIM_ORGANIZATION: claimName
    .default('haven_organization')
    .describe('the claim of the tokens that names the organization, by its id in the directory'),
  HAVEN_FOLLOWER: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional()
    .describe('up to 40 small letters, digits, dashes; only for a follower with a database of its own beside others'),
  HAVEN_DRAIN_SECONDS: z.coerce
    .number()
    .min(0)
    .max(60)
    .default(2)
    .describe('0 to 60: how long to go on serving after saying not ready, so that balancers send elsewhere'),
  HAVEN_VAULT_KEY: z.string().optional().describe('32 bytes in base64'),
  HAVEN_TIE_KEY: z.string().min(1).default('haven').describe('any text, the same in every replica'),
  HAVEN_BURDEN: burden,
  HAVEN_CASE_REFERENCE: caseReference,
});

/** Settings of a service process of the distributed system, from its environment. */
export interface ServiceSettings extends Listening {
  readonly dataDirectory: string;
  readonly databaseUrl: string;
  /** Whether the process may change the tables when it starts. */
  readonly migrate: boolean;
  readonly kafka: KafkaSettings;
  readonly tokens: {
    readonly issuer: string;
    readonly audience: string;
    readonly jwksUrl: string;
    readonly algorithm: string;
    /** Names of claims; a dot leads into a claim. */
    readonly claims: { readonly role: string; readonly organization: string };
  };
  /** Distinguishes followers of the same events that have separate databases; undefined: there is one database. */
  readonly follower: string | undefined;
  readonly drainSeconds: number;
  readonly vaultKey: string | undefined;
  readonly tieKey: string;
  /** The cost of each drawback of a match, in kilometres. */
  readonly burdenWeights: BurdenWeights;
  /** The form of the case references of the deployment's own system; undefined: it has none. */
  readonly caseReference: string | undefined;
}

/** Reads the environment once. Throws SettingsError, which names every bad variable and its allowed values. */
export function readServiceSettings(environment: Environment): ServiceSettings {
  const given = readVariables(variables, environment);
  return {
    port: given.PORT,
    host: given.HAVEN_HOST,
    logLevel: given.HAVEN_LOG,
    sharePerSecond: given.HAVEN_SHARE,
    dataDirectory: given.HAVEN_DATA,
    databaseUrl: given.HAVEN_DATABASE_URL,
    migrate: given.HAVEN_MIGRATE,
    kafka: kafkaOf(given),
    tokens: {
      issuer: given.HAVEN_ISSUER,
      audience: given.HAVEN_AUDIENCE,
      jwksUrl: given.HAVEN_JWKS_URL,
      algorithm: given.HAVEN_TOKEN_ALGORITHM,
      claims: { role: given.HAVEN_CLAIM_ROLE, organization: given.HAVEN_CLAIM_ORGANIZATION },
    },
    follower: given.HAVEN_FOLLOWER,
    drainSeconds: given.HAVEN_DRAIN_SECONDS,
    vaultKey: given.HAVEN_VAULT_KEY,
    tieKey: given.HAVEN_TIE_KEY,
    burdenWeights: given.HAVEN_BURDEN,
    caseReference: given.HAVEN_CASE_REFERENCE,
  };
}
