import { finish } from '../scripts/jest/background.mjs';

await finish('E2E');
