import { capacityConsumer, capacityOn, retellBeds } from '@haven/capacity';
import { matchingCommands, matchingConsumer, rebuildMatching } from '@haven/matching';
import { registryCommands, retellServices } from '@haven/registry';
import { discardCommand, parkedCommand, retellCommand, runOf, settleCommand, type RunCommand } from '@haven/server';
import { settle, type Parts } from '../open-parts.js';

/** The commands of `haven`, on the parts of this process. */
export function runCommandOn(parts: Parts): RunCommand {
  const places = [
    { database: parts.capacity, schema: 'capacity', consumer: capacityConsumer },
    { database: parts.matching, schema: 'matching', consumer: matchingConsumer },
  ];
  const settled = () => settle(parts);
  return runOf({
    ...registryCommands(parts.registryPort, settled),
    ...matchingCommands((tell) => rebuildMatching(parts.matching, parts.flows.matching.subscription!, tell).then(settled)),
    retell: retellCommand(
      {
        services: (onBatch) => retellServices(parts.registryPort, onBatch),
        shelters: (onBatch) => retellBeds(capacityOn(parts.capacity), onBatch),
      },
      settled,
    ),
    parked: parkedCommand(places),
    discard: discardCommand(places, parts.log),
    settle: settleCommand(settled),
  });
}
