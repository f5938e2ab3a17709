import { z } from 'zod';
import { flag } from './listening.js';
import { readVariables, type Environment } from './read-variables.js';

const brokerList = z
  .string()
  .regex(/^[^,\s:]+:\d+(,[^,\s:]+:\d+)*$/)
  .transform((text) => text.split(','));
const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/** Variables with the addresses of Kafka. */
export const kafkaVariables = {
  KAFKA_BROKERS: brokerList.describe('host:port of the brokers, with commas between'),
  KAFKA_TLS: flag.default(false).describe('true or false'),
  KAFKA_SASL_MECHANISM: z.enum(mechanisms).default('scram-sha-512').describe('plain, scram-sha-256 or scram-sha-512'),
  KAFKA_USERNAME: z.string().optional().describe('name to sign in to Kafka with'),
  KAFKA_PASSWORD: z.string().optional().describe('password to sign in to Kafka with'),
};

const shape = z.object(kafkaVariables);

/** The addresses of Kafka and the credentials; no user: without signing in. */
export interface KafkaSettings {
  readonly brokers: readonly string[];
  readonly tls: boolean;
  readonly user?: { readonly mechanism: (typeof mechanisms)[number]; readonly name: string; readonly password: string };
}

/** Builds the settings from the variables. */
export function kafkaOf(given: z.infer<typeof shape>): KafkaSettings {
  const {
    KAFKA_BROKERS: brokers,
    KAFKA_TLS: tls,
    KAFKA_USERNAME: name,
    KAFKA_PASSWORD: password = '',
    KAFKA_SASL_MECHANISM: mechanism,
  } = given;
  return { brokers, tls, ...(name && { user: { mechanism, name, password } }) };
}

/** Reads the addresses of Kafka only. Throws SettingsError, which names every bad variable and its allowed values. */
export const readKafkaSettings = (environment: Environment): KafkaSettings => kafkaOf(readVariables(shape, environment));
