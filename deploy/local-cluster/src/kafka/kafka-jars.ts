import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from '../places.js';
import { runJob } from '../processes/run-job.js';

const version = '4.3.1';
const bindingVersion = '2.25.2';

/** Where Kafka's jars are kept between clusters: below `libs/`, as in Kafka's own archive. */
export const kafkaHome = (): string => process.env['HAVEN_KAFKA_DIR'] || join(repository, 'node_modules/.cache/haven-kafka', version);

/** Whether the jars are there. */
export async function hasKafkaJars(home: string): Promise<boolean> {
  const names = await readdir(join(home, 'libs')).catch(() => [] as string[]);
  return names.some((name) => name.startsWith('kafka_2.13-'));
}

/** Fetches Apache Kafka from Maven Central; a download that was cut off leaves nothing that looks complete. */
export async function fetchKafkaJars(home: string, log: string, signal: AbortSignal): Promise<void> {
  await mkdir(home, { recursive: true });
  const work = await mkdtemp(join(home, 'fetch-'));
  try {
    await writeFile(join(work, 'pom.xml'), pom);
    const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=libs'];
    const args = ['-B', '-q', '-ntp', ...goal];
    await runJob({ name: 'The download of Apache Kafka', command: 'mvn', args, directory: work, log }, signal);
    await rename(join(work, 'libs'), join(home, 'libs')).catch(async (error: unknown) => {
      // Another cluster has just fetched them.
      if (!(await hasKafkaJars(home))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The broker with its dependencies, and the binding of its log that they lack. */
const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>haven</groupId>
  <artifactId>kafka</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${version}</version></dependency>
    <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j-impl</artifactId><version>${bindingVersion}</version></dependency>
  </dependencies>
</project>
`;
