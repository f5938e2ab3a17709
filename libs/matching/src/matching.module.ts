import { ReasonResolver } from '@haven/graph-types';
import { openGazetteer, type Gazetteer } from '@haven/gazetteer';
import type { Clock } from '@haven/kernel';
import type { Database } from '@haven/persistence';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { FindPlaces } from './gazetteer/find-places.js';
import { MatchPerson } from './answer/match.js';
import type { MatchingSettings } from './ports.js';
import { DemandResolver } from './graphql/demand.resolver.js';
import { IntakeHoursResolver, MatchHoursResolver, PhoneHoursResolver } from './graphql/hours.resolver.js';
import { MatchPeopleResolver } from './graphql/people.resolver.js';
import { MatchResolver } from './graphql/match.resolver.js';
import { PlacesResolver } from './graphql/places.resolver.js';
import { openDemandCounts } from './persistence/demand/demand-counts.js';
import { openDemandLog } from './persistence/demand/demand-log.js';
import { openReadModel } from './persistence/reading/read-model.js';
import { DEMAND_COUNTS, GAZETTEER, MATCHING_CLOCK, MATCHING_DATABASE, MATCHING_SETTINGS } from './tokens.js';

/** What matching needs of the process that it runs in. */
export interface MatchingModuleOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly settings: MatchingSettings;
  /** Told when a question could not be counted as demand. */
  readonly onError: (error: unknown) => void;
}

/** `match` and `places` in the graph. The process starts {@link matchingConsumer} itself. */
@Module({})
export class MatchingModule {
  static forRoot({ database, clock, settings, onError }: MatchingModuleOptions): DynamicModule {
    return {
      module: MatchingModule,
      providers: [
        { provide: MATCHING_DATABASE, useValue: database },
        { provide: MATCHING_CLOCK, useValue: clock },
        { provide: MATCHING_SETTINGS, useValue: settings },
        { provide: GAZETTEER, useFactory: openGazetteer },
        {
          provide: MatchPerson,
          useFactory: (db: Database, gazetteer: Gazetteer, now: Clock, set: MatchingSettings) =>
            new MatchPerson(openReadModel(db), gazetteer, now, set, openDemandLog(db, onError)),
          inject: [MATCHING_DATABASE, GAZETTEER, MATCHING_CLOCK, MATCHING_SETTINGS],
        },
        { provide: FindPlaces, useFactory: (gazetteer: Gazetteer) => new FindPlaces(gazetteer), inject: [GAZETTEER] },
        { provide: DEMAND_COUNTS, useValue: openDemandCounts(database) },
        MatchResolver,
        DemandResolver,
        MatchHoursResolver,
        IntakeHoursResolver,
        PhoneHoursResolver,
        MatchPeopleResolver,
        PlacesResolver,
        ReasonResolver,
      ],
    };
  }
}
