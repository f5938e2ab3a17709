import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { DynamicModule } from '@nestjs/common';
import type { Clock } from '@haven/kernel';
import type { EventBus } from '@haven/messaging';
import type { Database } from '@haven/persistence';
import { ReasonResolver } from '@haven/graph-types';
import { AvailabilityResolver } from './graphql/availability.resolver.js';
import { BedPoolResolver } from './graphql/bed-pool.resolver.js';
import { HoldResolver } from './graphql/hold.resolver.js';
import { IntakeResolver } from './graphql/intake.resolver.js';
import { WaitlistResolver } from './graphql/waitlist.resolver.js';
import { GroupResolver } from './graphql/group.resolver.js';
import { ShelterBusyFilter } from './graphql/shelter-busy.filter.js';
import { SurgeResolver } from './graphql/surge.resolver.js';
import { HoldSweeper } from './hold-sweeper.js';
import { capacityOn } from './persistence/capacity-database.js';
import { CAPACITY, EVENT_BUS, ON_ERROR } from './tokens.js';

/** What capacity needs from the process that runs it. */
export interface CapacityModuleOptions {
  readonly database: Database;
  readonly bus: EventBus;
  readonly clock: Clock;
  /** The format of case references of the deployment's own system; undefined: it has none. */
  readonly caseReference: string | undefined;
  /** Called when background work fails. */
  readonly onError: (error: unknown) => void;
}

/** The GraphQL side of capacity. The process starts the relay of schema `capacity` and {@link capacityConsumer} itself. */
@Module({})
export class CapacityModule {
  static forRoot({ database, bus, clock, caseReference, onError }: CapacityModuleOptions): DynamicModule {
    return {
      module: CapacityModule,
      providers: [
        { provide: CAPACITY, useValue: capacityOn(database, { caseReference, clock }) },
        { provide: EVENT_BUS, useValue: bus },
        { provide: ON_ERROR, useValue: onError },
        { provide: APP_FILTER, useClass: ShelterBusyFilter },
        BedPoolResolver,
        AvailabilityResolver,
        HoldResolver,
        HoldSweeper,
        IntakeResolver,
        WaitlistResolver,
        SurgeResolver,
        GroupResolver,
        ReasonResolver,
      ],
    };
  }
}
