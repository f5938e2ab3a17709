import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AccessDeniedFilter } from './access/access-denied.filter.js';
import { AccessGuard, AUTHENTICATE } from './access/access.guard.js';
import type { Authenticate } from './tokens/authenticate.js';

/** Guards the whole application. Import it once in each process. */
@Module({})
export class SecurityModule {
  static forRoot(authenticate: Authenticate): DynamicModule {
    return {
      module: SecurityModule,
      providers: [
        { provide: AUTHENTICATE, useValue: authenticate },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: AccessDeniedFilter },
      ],
    };
  }
}
