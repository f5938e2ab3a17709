import { openRegistryDatabase, RegistryModule, registryCommands, registryOn, resumePublishing } from '@haven/registry';
import { createVaultCipher, loadVaultKeys } from '@haven/security';
import { MeResolver } from '@haven/security/me';
import { runService, settled } from '@haven/server';
import { join } from 'node:path';

await runService({
  name: 'registry',
  openDatabase: openRegistryDatabase,
  hasOutbox: true,
  consumer: null,
  tails: [],
  compose: async (parts) => {
    const { database, clock, settings } = parts;
    const keys = await loadVaultKeys({ value: settings.vaultKey, directory: join(settings.dataDirectory, 'keys') });
    const cipher = createVaultCipher(keys);
    const registry = registryOn(database, cipher);
    await resumePublishing(registry);
    return {
      imports: [RegistryModule.forRoot({ database, cipher, clock })],
      providers: [MeResolver],
      commands: registryCommands(registry, () => settled(parts)),
    };
  },
});
