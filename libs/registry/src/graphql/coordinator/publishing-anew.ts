import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Registry } from '../../ports.js';
import { publishAnew } from '../../publishing/read-anew.js';
import { REGISTRY } from '../../tokens.js';

/** Publishes services that a decision changes, after the decision is answered. If the process ends first, the next start does the rest. */
@Injectable()
export class PublishingAnew implements OnModuleDestroy {
  private readonly log = new Logger('PublishingAnew');
  private running: Promise<void> | null = null;
  private isAsked = false;
  private isEnding = false;

  constructor(@Inject(REGISTRY) private readonly registry: Registry) {}

  start(): void {
    this.isAsked = true;
    this.running ??= this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.isEnding = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.isAsked && !this.isEnding) {
      this.isAsked = false;
      await publishAnew(this.registry, () => !this.isEnding).catch((error: Error) =>
        this.log.error(`Services still have to be published again; the next start or decision does it (${error.name})`),
      );
    }
    this.running = null;
  }
}
