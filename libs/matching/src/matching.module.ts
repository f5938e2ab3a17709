import { ReasonResolver } from '@haven/graph-types';
import type { Database } from '@haven/persistence';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { DemandResolver } from './graphql/demand.resolver.js';
import { IntakeHoursResolver, MatchHoursResolver, PhoneHoursResolver } from './graphql/hours.resolver.js';
import { MatchPeopleResolver } from './graphql/people.resolver.js';
import { MatchResolver } from './graphql/match.resolver.js';
import { PlacesResolver } from './graphql/places.resolver.js';
import { matchingOn, type MatchingOptions } from './persistence/matching-database.js';
import { MATCHING } from './tokens.js';

/** Matching's dependencies, from the process that runs it. */
export interface MatchingModuleOptions extends Omit<MatchingOptions, 'gazetteer'> {
  readonly database: Database;
}

/** Matching in the graph. The process starts {@link matchingConsumer} itself. */
@Module({})
export class MatchingModule {
  static forRoot({ database, ...options }: MatchingModuleOptions): DynamicModule {
    return {
      module: MatchingModule,
      providers: [
        { provide: MATCHING, useFactory: () => matchingOn(database, options) },
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
