import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { runLoop, type Loop } from '@haven/messaging';
import { expireHolds } from './application/expire-holds.js';
import type { Capacity } from './application/ports.js';
import { CAPACITY, ON_ERROR } from './tokens.js';

const everyMilliseconds = 1_000;

/** Ends holds whose time is over, while the process serves. */
@Injectable()
export class HoldSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private loop: Loop | null = null;

  constructor(
    @Inject(CAPACITY) private readonly capacity: Capacity,
    @Inject(ON_ERROR) private readonly onError: (error: unknown) => void,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = runLoop(async () => (await expireHolds(this.capacity)) > 0, this.onError, everyMilliseconds);
  }

  async onModuleDestroy(): Promise<void> {
    await this.loop?.stop();
  }
}
