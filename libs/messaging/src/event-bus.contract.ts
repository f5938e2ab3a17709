import { describe } from '@jest/globals';
import type { TransportUnderTest } from './contract/transport.contract.js';
import { deliveryContract } from './contract/delivery.contract.js';
import { effectsContract } from './contract/effects.contract.js';
import { flowContract } from './contract/flow.contract.js';
import { tracesContract } from './contract/traces.contract.js';

/** What every transport must do, so that services need not know which one carries their events. */
export const eventBusContract = (name: string, start: () => Promise<TransportUnderTest>): void =>
  describe(`${name} as an event bus`, () => {
    // Each in its own `describe`, so that only one database is open at a time.
    describe('delivers:', () => deliveryContract(start));
    describe('takes effect:', () => effectsContract(start));
    describe('flows:', () => flowContract(start));
    describe('carries traces:', () => tracesContract(start));
  });
