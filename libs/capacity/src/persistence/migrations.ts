import { Capacity1795500000002 } from './migrations/beds/1795500000002-capacity.js';
import { ClosedPools1795600000002 } from './migrations/beds/1795600000002-closed-pools.js';
import { DeliveryAttempts1795700000002 } from './migrations/events/1795700000002-delivery-attempts.js';
import { OutboxTraces1795800000002 } from './migrations/events/1795800000002-outbox-traces.js';
import { WithdrawnBeds1795900000002 } from './migrations/beds/1795900000002-withdrawn-beds.js';
import { AgedAnswers1796000000002 } from './migrations/events/1796000000002-aged-answers.js';
import { Holds1796100000002 } from './migrations/holds/1796100000002-holds.js';
import { Intake1796200000002 } from './migrations/intake/1796200000002-intake.js';
import { Waitlist1796300000002 } from './migrations/waitlist/1796300000002-waitlist.js';
import { PlacementsAndSurges1796400000002 } from './migrations/beds/1796400000002-placements-and-surges.js';
import { OpenHolds1796500000002 } from './migrations/holds/1796500000002-open-holds.js';
import { DueHolds1796600000002 } from './migrations/holds/1796600000002-due-holds.js';
import { HoldFunctions1796700000002 } from './migrations/holds/1796700000002-hold-functions.js';
import { WaitsEnd1796800000002 } from './migrations/waitlist/1796800000002-waits-end.js';
import { ArrivalsCount1796900000002 } from './migrations/beds/1796900000002-arrivals-count.js';
import { DueSurges1797000000002 } from './migrations/beds/1797000000002-due-surges.js';
import { TakesPeople1797100000002 } from './migrations/intake/1797100000002-takes-people.js';
import { AcceptanceOfOffers1797200000002 } from './migrations/holds/1797200000002-acceptance-of-offers.js';
import { WhoClosedTheDoor1797300000002 } from './migrations/intake/1797300000002-who-closed-the-door.js';
import { SeenEmpty1797400000002 } from './migrations/beds/1797400000002-seen-empty.js';
import { KeyedAnswers1797500000002 } from './migrations/events/1797500000002-keyed-answers.js';
import { GivenTotals1797600000002 } from './migrations/beds/1797600000002-given-totals.js';
import { SequenceFloor1797700000002 } from './migrations/events/1797700000002-sequence-floor.js';
import { AnswersByOrganization1798000000002 } from './migrations/events/1798000000002-answers-by-organization.js';
import { IssuedReferences1798010000002 } from './migrations/holds/1798010000002-issued-references.js';
import { NumberedRooms1798020000002 } from './migrations/beds/1798020000002-numbered-rooms.js';
import { ClosedForATime1799000000002 } from './migrations/intake/1799000000002-closed-for-a-time.js';
import { WhoCounted1799100000002 } from './migrations/beds/1799100000002-who-counted.js';
import { AdmissionOfServices1798800000002 } from './migrations/intake/1798800000002-admission-of-services.js';

/** Every change of capacity's tables, in order. The folder names the subject of each. */
export const capacityMigrations = [
  Capacity1795500000002,
  ClosedPools1795600000002,
  DeliveryAttempts1795700000002,
  OutboxTraces1795800000002,
  WithdrawnBeds1795900000002,
  AgedAnswers1796000000002,
  Holds1796100000002,
  Intake1796200000002,
  Waitlist1796300000002,
  PlacementsAndSurges1796400000002,
  OpenHolds1796500000002,
  DueHolds1796600000002,
  HoldFunctions1796700000002,
  WaitsEnd1796800000002,
  ArrivalsCount1796900000002,
  DueSurges1797000000002,
  TakesPeople1797100000002,
  AcceptanceOfOffers1797200000002,
  WhoClosedTheDoor1797300000002,
  SeenEmpty1797400000002,
  KeyedAnswers1797500000002,
  GivenTotals1797600000002,
  SequenceFloor1797700000002,
  AnswersByOrganization1798000000002,
  IssuedReferences1798010000002,
  NumberedRooms1798020000002,
  AdmissionOfServices1798800000002,
  ClosedForATime1799000000002,
  WhoCounted1799100000002,
];
