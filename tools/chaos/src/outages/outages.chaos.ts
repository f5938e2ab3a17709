import { afterAll } from '@jest/globals';
import { closeCluster } from './cluster-for-outages.js';
// In this order: the first needs a cluster that nobody has used yet.
import './kafka-away.js';
import './service-away.js';

afterAll(closeCluster, 120_000);
