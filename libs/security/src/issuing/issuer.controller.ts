import { Controller, Get, Inject, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { issuerPaths } from './issuer.js';
import type { DiscoveryDocument, Issuer } from './issuer.js';
import { Public } from '../access/operation.js';

const ISSUER = Symbol('haven:issuer');

@Controller()
class IssuerController {
  constructor(@Inject(ISSUER) private readonly issuer: Issuer) {}

  @Get(issuerPaths.discovery)
  @Public('Clients read it before they can have a token; it holds no secret.')
  discovery(): DiscoveryDocument {
    return this.issuer.discovery();
  }

  @Get(issuerPaths.jwks)
  @Public('Public keys: every service that checks a token needs them.')
  jwks(): object {
    return this.issuer.jwks();
  }
}

/** Serves the discovery document and key set of the embedded issuer. */
@Module({})
export class IssuerModule {
  static forRoot(issuer: Issuer): DynamicModule {
    return { module: IssuerModule, controllers: [IssuerController], providers: [{ provide: ISSUER, useValue: issuer }] };
  }
}
