import type { Clock } from '@haven/kernel';
import type { Database } from '@haven/persistence';
import type { VaultCipher } from '@haven/security';
import { type DynamicModule, Module } from '@nestjs/common';
import { DecisionResolver } from './graphql/coordinator/decision.resolver.js';
import { MissingResolver } from './graphql/coordinator/missing.resolver.js';
import { OrganizationResolver } from './graphql/organization.resolver.js';
import { PublishingAnew } from './graphql/coordinator/publishing-anew.js';
import { PairResolver } from './graphql/coordinator/pair.resolver.js';
import { QualityResolver } from './graphql/coordinator/quality.resolver.js';
import { ReviewResolver } from './graphql/coordinator/review.resolver.js';
import { ServiceChangesResolver } from './graphql/service-changes.resolver.js';
import { ServiceResolver } from './graphql/service.resolver.js';
import { UnclearResolver } from './graphql/coordinator/unclear.resolver.js';
import { registryOn } from './persistence/registry-database.js';
import { HsdsChangesController } from './rest/hsds-changes.controller.js';
import { HsdsRecordsController } from './rest/hsds-records.controller.js';
import { HsdsServicesController } from './rest/hsds-services.controller.js';
import { HsdsAnswers } from './rest/hsds-answers.js';
import { HSDS_SHARE, hsdsShare } from './rest/hsds-share.js';
import { REGISTRY } from './tokens.js';

/** The registry's dependencies, from the process that runs it. */
export interface RegistryModuleOptions {
  readonly database: Database;
  readonly cipher: VaultCipher;
  readonly clock: Clock;
}

/** The GraphQL side of the directory. The process starts the relay of schema `registry` and calls `resumePublishing` itself. */
@Module({})
export class RegistryModule {
  static forRoot({ database, cipher, clock }: RegistryModuleOptions): DynamicModule {
    return {
      module: RegistryModule,
      controllers: [HsdsServicesController, HsdsRecordsController, HsdsChangesController],
      providers: [
        { provide: REGISTRY, useValue: registryOn(database, cipher, clock) },
        { provide: HSDS_SHARE, useFactory: hsdsShare },
        HsdsAnswers,
        ServiceResolver,
        ServiceChangesResolver,
        OrganizationResolver,
        ReviewResolver,
        UnclearResolver,
        QualityResolver,
        MissingResolver,
        PairResolver,
        PublishingAnew,
        DecisionResolver,
      ],
    };
  }
}
