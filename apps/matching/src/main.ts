import { matchingCommands, matchingConsumer, MatchingModule, openMatchingDatabase, rebuildMatching } from '@haven/matching';
import { runService, settled } from '@haven/server';

await runService({
  name: 'matching',
  openDatabase: openMatchingDatabase,
  hasOutbox: false,
  consumer: matchingConsumer,
  tails: [],
  compose: (parts) => {
    const { database, clock, settings, subscription } = parts;
    return {
      imports: [MatchingModule.forRoot({ database, clock, settings: { tieKey: settings.tieKey, weights: settings.burdenWeights } })],
      commands: matchingCommands((tell) => rebuildMatching(database, subscription!, tell).then(() => settled(parts))),
    };
  },
});
