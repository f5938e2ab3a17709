import { afterAll } from '@jest/globals';
import { closeCluster } from './cluster-for-outages.js';
// In this order: the first needs an unused cluster.
import './kafka-away.js';
import './service-away.js';

afterAll(closeCluster, 120_000);
