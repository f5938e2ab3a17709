import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { runLoop, type Loop } from '@haven/messaging';
import { removeEndedSurges } from './surges/end-surge.js';
import { openDueDoors } from './intake/open-due-doors.js';
import { expireHolds } from './holds/expire-holds.js';
import { expireWaits } from './waitlist/expire-waits.js';
import { retellToAll } from './beds/retelling/retell-to-all.js';
import type { Capacity } from './ports.js';
import { CAPACITY, ON_ERROR } from './tokens.js';

const everyMilliseconds = 1_000;

/**
 * While the process serves: ends due holds and waitlist entries, removes ended surge beds, reopens due intakes, and publishes what an
 * upgrade requires.
 */
@Injectable()
export class HoldSweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private loop: Loop | null = null;

  constructor(
    @Inject(CAPACITY) private readonly capacity: Capacity,
    @Inject(ON_ERROR) private readonly onError: (error: unknown) => void,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = runLoop(() => this.tidy(), this.onError, everyMilliseconds);
  }

  private async tidy(): Promise<boolean> {
    const done = [
      await expireHolds(this.capacity),
      await expireWaits(this.capacity),
      await removeEndedSurges(this.capacity),
      await openDueDoors(this.capacity),
      await retellToAll(this.capacity),
    ];
    return done.some((some) => some > 0);
  }

  async onModuleDestroy(): Promise<void> {
    await this.loop?.stop();
  }
}
