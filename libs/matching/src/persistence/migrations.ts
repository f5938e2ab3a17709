import { MatchingReadModel1790000000100 } from './migrations/1790000000100-read-model.js';
import { MatchingDeliveryAttempts1795700000100 } from './migrations/1795700000100-delivery-attempts.js';
import { MatchingOutboxTraces1795800000100 } from './migrations/1795800000100-outbox-traces.js';
import { MatchingRoomNames1798000000003 } from './migrations/1798000000003-room-names.js';
import { MatchingServiceAreas1798500000003 } from './migrations/1798500000003-service-areas.js';
import { MatchingHours1799000000003 } from './migrations/1799000000003-hours.js';
import { MatchingInterpreters1800100000003 } from './migrations/1800100000003-interpreters.js';
import { MatchingDemand1800200000003 } from './migrations/1800200000003-demand.js';
import { MatchingOpenSites1800300000003 } from './migrations/1800300000003-open-sites.js';
import { MatchingBesidePlaces1800400000003 } from './migrations/1800400000003-beside-places.js';
import { MatchingUnplaced1800500000003 } from './migrations/1800500000003-unplaced.js';
import { MatchingRole1800600000003 } from './migrations/1800600000003-role.js';

/** Every change of matching's tables, in order. */
export const matchingMigrations = [
  MatchingReadModel1790000000100,
  MatchingDeliveryAttempts1795700000100,
  MatchingOutboxTraces1795800000100,
  MatchingRoomNames1798000000003,
  MatchingServiceAreas1798500000003,
  MatchingHours1799000000003,
  MatchingInterpreters1800100000003,
  MatchingDemand1800200000003,
  MatchingOpenSites1800300000003,
  MatchingBesidePlaces1800400000003,
  MatchingUnplaced1800500000003,
  MatchingRole1800600000003,
];
