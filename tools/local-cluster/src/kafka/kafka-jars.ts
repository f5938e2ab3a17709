import { join } from 'node:path';
import type { Fetched } from '../maven.js';
import { repository } from '../files/places.js';

const version = '4.3.1';
const bindingVersion = '2.25.2';

/** Where Kafka's jars are kept between clusters: below `libs/`, as in Kafka's own archive. */
export const kafkaHome = (): string => process.env['HAVEN_KAFKA_DIR'] || join(repository, 'node_modules/.cache/haven-kafka', version);

/** The jars of Apache Kafka. */
export const kafkaJars = (): Fetched => ({
  name: 'Apache Kafka',
  home: kafkaHome(),
  folder: 'libs',
  pom,
  goal: ['dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory={to}'],
});

/** The broker with its dependencies, and the logging binding that they lack. */
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
