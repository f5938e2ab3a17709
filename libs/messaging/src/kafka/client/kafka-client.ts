import kafkajs, { type Kafka, type KafkaConfig, type logCreator } from 'kafkajs';

/** Address of Kafka and credentials. */
export interface KafkaConnection {
  /** `host:port` each. */
  readonly brokers: readonly string[];
  /** Shown in the broker's logs and quotas. */
  readonly clientId: string;
  readonly tls?: boolean;
  readonly user?: { readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'; readonly name: string; readonly password: string };
}

/** Called with the client's own messages, never with the contents of an event. */
export type LogOfClient = (level: 'warn' | 'error', text: string) => void;

/** Makes a kafkajs client that is not connected yet. */
export function kafkaClient(connection: KafkaConnection, tell: LogOfClient): Kafka {
  const { brokers, clientId, tls = false, user } = connection;
  return new kafkajs.Kafka({
    brokers: [...brokers],
    clientId,
    ssl: tls,
    ...(user && { sasl: { mechanism: user.mechanism, username: user.name, password: user.password } as KafkaConfig['sasl'] }),
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 200, maxRetryTime: 2_000, retries: 6 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: logTo(tell),
  });
}

const logTo =
  (tell: LogOfClient): logCreator =>
  () =>
  ({ level, log, namespace }) => {
    const error: unknown = log['error'];
    tell(
      level === kafkajs.logLevel.WARN ? 'warn' : 'error',
      [namespace, log.message, error].filter((part) => typeof part === 'string').join(': '),
    );
  };
