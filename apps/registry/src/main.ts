import {
  agedInRegistry,
  openRegistryDatabase,
  RegistryModule,
  registryCommands,
  registryOn,
  resealVault,
  resumePublishing,
  retellServices,
} from '@haven/registry';
import { createVaultCipher, loadVaultKeys } from '@haven/security';
import { MeResolver } from '@haven/security/me';
import { retellCommand, runService, say, settled } from '@haven/server';

await runService({
  name: 'registry',
  openDatabase: openRegistryDatabase,
  aged: agedInRegistry,
  consumer: null,
  tails: [],
  compose: async (parts) => {
    const { database, clock, settings } = parts;
    const cipher = createVaultCipher(await loadVaultKeys({ value: settings.vaultKey, directory: null }));
    const registry = registryOn(database, cipher);
    return {
      imports: [RegistryModule.forRoot({ database, cipher, clock })],
      providers: [MeResolver],
      commands: {
        ...registryCommands(registry, () => settled(parts)),
        retell: retellCommand({ services: (onBatch) => retellServices(registry, onBatch) }, () => settled(parts)),
      },
      begin: async () => {
        await resumePublishing(registry);
        await resealVault(registry, say);
      },
    };
  },
});
