import { capacityConsumer, capacityOn, retellBeds } from '@haven/capacity';
import { accountCommand, serviceAccountCommand, serviceAccountStore } from '@haven/identity';
import { matchingCommands, matchingConsumer, rebuildMatching } from '@haven/matching';
import { registryCommands, retellServices } from '@haven/registry';
import { discardCommand, parkedCommand, retellCommand, runOf, settleCommand, type RunCommand } from '@haven/server';
import { hasOrganization } from '../accounts/organizations.js';
import { endingDemo } from '../demo/ending-demo.js';
import { settle, type Parts } from '../open-parts.js';
import { dryRunOnCopy } from './dry-run.js';

/** The commands of `haven`, on the parts of this process. address: where its pages are. */
export function runCommandOn(parts: Parts, address: string, dataDirectory: string): RunCommand {
  const places = [
    { database: parts.capacity, schema: 'capacity', consumer: capacityConsumer },
    { database: parts.matching, schema: 'matching', consumer: matchingConsumer },
  ];
  const settled = () => settle(parts);
  const registry = registryCommands(parts.registryPort, settled);
  return runOf({
    ...registry,
    import: endingDemo(parts.identity.accounts, dryRunOnCopy(parts, dataDirectory, registry.import)),
    account: accountCommand(parts.identity.accounts, { address, hasOrganization: (id) => hasOrganization(parts, id) }),
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
    'service-account': serviceAccountCommand(serviceAccountStore(parts.identityDatabase), {
      hasOrganization: (id) => hasOrganization(parts, id),
    }),
    settle: settleCommand(settled),
  });
}
