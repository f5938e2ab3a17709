/** One node of Kafka: broker and controller in one process. */
export interface KafkaNode {
  readonly id: number;
  readonly brokerPort: number;
  readonly controllerPort: number;
  /** Folder of its log segments. */
  readonly logs: string;
}

/** The settings file of a node. With three nodes every partition is on all of them, and a write counts when two have it. */
export function kafkaProperties(node: KafkaNode, nodes: readonly KafkaNode[]): string {
  const copies = nodes.length;
  const inSync = Math.min(2, copies);
  const settings: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': node.id,
    'controller.quorum.voters': nodes.map(({ id, controllerPort }) => `${id}@127.0.0.1:${controllerPort}`).join(','),
    'controller.listener.names': 'CONTROLLER',
    listeners: `BROKER://127.0.0.1:${node.brokerPort},CONTROLLER://127.0.0.1:${node.controllerPort}`,
    'advertised.listeners': `BROKER://127.0.0.1:${node.brokerPort}`,
    'listener.security.protocol.map': 'BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'BROKER',
    'log.dirs': node.logs,
    'auto.create.topics.enable': false,
    'unclean.leader.election.enable': false,
    'default.replication.factor': copies,
    'min.insync.replicas': inSync,
    ...internalTopics(copies, inSync),
    'group.initial.rebalance.delay.ms': 0,
    // A dead broker is noticed, and its partitions get another leader, within 3 s.
    'broker.session.timeout.ms': 3_000,
    'broker.heartbeat.interval.ms': 500,
    // The default would take 128 MiB.
    'log.cleaner.dedupe.buffer.size': 16_777_216,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** Small, since there are few groups here; replicated like the rest. */
const internalTopics = (copies: number, inSync: number) => ({
  'offsets.topic.replication.factor': copies,
  'offsets.topic.num.partitions': 8,
  'transaction.state.log.replication.factor': copies,
  'transaction.state.log.min.isr': inSync,
  'transaction.state.log.num.partitions': 4,
  'share.coordinator.state.topic.replication.factor': copies,
  'share.coordinator.state.topic.min.isr': inSync,
  'share.coordinator.state.topic.num.partitions': 4,
});

/** Warnings only, and the line that reports that the node is ready. */
export const kafkaLogging = `status=error
appender.console.type=Console
appender.console.name=console
appender.console.layout.type=PatternLayout
appender.console.layout.pattern=%d{ISO8601} %p %c{1}: %m%n
rootLogger.level=warn
rootLogger.appenderRef.console.ref=console
logger.server.name=kafka.server.KafkaRaftServer
logger.server.level=info
`;

/** The text in {@link kafkaLogging}'s output when a node is ready. */
export const kafkaStarted = 'Kafka Server started';
