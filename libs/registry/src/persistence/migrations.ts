import { Registry1795500000001 } from './migrations/records/1795500000001-registry.js';
import { ImportHolds1795600000001 } from './migrations/sources/1795600000001-import-holds.js';
import { OutboxTraces1795800000001 } from './migrations/events/1795800000001-outbox-traces.js';
import { AgedAnswers1796000000001 } from './migrations/events/1796000000001-aged-answers.js';
import { EnteredPlaces1796200000001 } from './migrations/vault/1796200000001-entered-places.js';
import { UnplacedRows1796300000001 } from './migrations/records/1796300000001-unplaced-rows.js';
import { FamiliesAreAskedAbout1797500000001 } from './migrations/entries/1797500000001-families-are-asked-about.js';
import { SequenceFloor1797600000001 } from './migrations/events/1797600000001-sequence-floor.js';
import { Leftovers1797800000001 } from './migrations/vault/1797800000001-leftovers.js';
import { AnswersByOrganization1798000000001 } from './migrations/events/1798000000001-answers-by-organization.js';
import { PublisherIds1798100000001 } from './migrations/sources/1798100000001-publisher-ids.js';
import { GivenKeys1798200000001 } from './migrations/records/1798200000001-given-keys.js';
import { HistoryOfPlaces1798300000001 } from './migrations/vault/1798300000001-history-of-places.js';
import { ReadAnew1798500000001 } from './migrations/entries/1798500000001-read-anew.js';
import { SearchTexts1798600000001 } from './migrations/entries/1798600000001-search-texts.js';
import { SayingsReadAnew1798800000001 } from './migrations/entries/1798800000001-sayings-read-anew.js';
import { Hours1799000000001 } from './migrations/entries/1799000000001-hours.js';
import { Interpreters1800100000001 } from './migrations/entries/1800100000001-interpreters.js';
import { ReleasedTexts1800200000001 } from './migrations/vault/1800200000001-released-texts.js';
import { SealedByKind1800300000001 } from './migrations/vault/1800300000001-sealed-by-kind.js';
import { PlaceReviews1800400000001 } from './migrations/vault/1800400000001-place-reviews.js';
import { Unplaced1800500000001 } from './migrations/entries/1800500000001-unplaced.js';
import { Crosswalks1800700000001 } from './migrations/entries/1800700000001-crosswalks.js';
import { ChangeFeed1800800000001 } from './migrations/entries/1800800000001-change-feed.js';
import { TownsAndPhones1800900000001 } from './migrations/entries/1800900000001-towns-and-phones.js';
import { PostalCodes1801500000001 } from './migrations/entries/1801500000001-postal-codes.js';
import { TurnedSayings1801600000001 } from './migrations/entries/1801600000001-turned-sayings.js';
import { NamesAndAges1801700000001 } from './migrations/entries/1801700000001-names-and-ages.js';
import { UnclearTerms1801000000001 } from './migrations/decisions/1801000000001-unclear-terms.js';
import { TermDecisions1801100000001 } from './migrations/decisions/1801100000001-term-decisions.js';
import { DirectoryQuality1801200000001 } from './migrations/quality/1801200000001-directory-quality.js';
import { MissingServices1801300000001 } from './migrations/sources/1801300000001-missing-services.js';
import { ServicePairs1801400000001 } from './migrations/quality/1801400000001-service-pairs.js';

/** Every change of the registry's tables, in order. The folder names the subject of each. */
export const registryMigrations = [
  Registry1795500000001,
  ImportHolds1795600000001,
  OutboxTraces1795800000001,
  AgedAnswers1796000000001,
  EnteredPlaces1796200000001,
  UnplacedRows1796300000001,
  FamiliesAreAskedAbout1797500000001,
  SequenceFloor1797600000001,
  Leftovers1797800000001,
  AnswersByOrganization1798000000001,
  PublisherIds1798100000001,
  GivenKeys1798200000001,
  HistoryOfPlaces1798300000001,
  ReadAnew1798500000001,
  SearchTexts1798600000001,
  SayingsReadAnew1798800000001,
  Hours1799000000001,
  Interpreters1800100000001,
  ReleasedTexts1800200000001,
  SealedByKind1800300000001,
  PlaceReviews1800400000001,
  Unplaced1800500000001,
  Crosswalks1800700000001,
  ChangeFeed1800800000001,
  TownsAndPhones1800900000001,
  UnclearTerms1801000000001,
  TermDecisions1801100000001,
  DirectoryQuality1801200000001,
  MissingServices1801300000001,
  ServicePairs1801400000001,
  PostalCodes1801500000001,
  TurnedSayings1801600000001,
  NamesAndAges1801700000001,
];
