import { describe, it } from '@jest/globals';
import { eventBusContract } from '../event-bus.contract.js';
import { startKafkaTransport, testBrokers, whySkipped } from './kafka.fixture.js';

if (testBrokers) eventBusContract('Kafka', () => startKafkaTransport(testBrokers!));
else describe('Kafka as an event bus', () => it.skip(whySkipped, () => undefined));
