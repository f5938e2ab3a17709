import type { Server } from 'node:http';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';
import type { GraphQLSchemaHost } from '@nestjs/graphql';
import { serveSubscriptions, type Subscriptions } from '@haven/graphql';
import type { GraphQLSchema } from 'graphql';

/** Serves subscriptions as soon as the schema is complete, before the port opens, until the application stops. */
export class SubscriptionServer implements OnApplicationBootstrap, OnModuleDestroy {
  private served: ReturnType<typeof serveSubscriptions> | null = null;

  constructor(
    private readonly schemas: GraphQLSchemaHost,
    private readonly host: HttpAdapterHost,
    private readonly subscriptionsTo: (schema: GraphQLSchema) => Subscriptions,
  ) {}

  onApplicationBootstrap(): void {
    const http = this.host.httpAdapter.getHttpServer() as Server;
    this.served = serveSubscriptions(http, this.subscriptionsTo(this.schemas.schema));
  }

  /** Must end before the graph does: the graph waits for all connections. */
  async onModuleDestroy(): Promise<void> {
    await this.served?.close();
  }
}
