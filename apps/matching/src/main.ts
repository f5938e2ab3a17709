import { agedInMatching, matchingCommands, matchingConsumer, MatchingModule, openMatchingDatabase, rebuildMatching } from '@haven/matching';
import { carryUncounted, runService, settled } from '@haven/server';

await runService({
  name: 'matching',
  openDatabase: openMatchingDatabase,
  aged: agedInMatching,
  consumer: matchingConsumer,
  tails: [],
  compose: (parts) => {
    const { database, clock, log, settings, subscription } = parts;
    return {
      imports: [
        MatchingModule.forRoot({
          database,
          clock,
          settings: { tieKey: settings.tieKey, weights: settings.burdenWeights },
          onError: carryUncounted(log),
        }),
      ],
      commands: matchingCommands((tell) => rebuildMatching(database, subscription!, tell).then(() => settled(parts))),
    };
  },
});
