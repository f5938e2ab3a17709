import { finish } from '../../scripts/jest/background.mjs';

await finish('DB');
