import { stopOnSignal } from './stop-on-signal.js';

const stopping = stopOnSignal();
const oldestNode = '22.13';

// Checked before the rest is loaded: an old Node would fail somewhere inside a library, with a useless text.
if (process.versions.node.localeCompare(oldestNode, 'en', { numeric: true }) < 0) {
  process.stderr.write(
    `The cluster needs Node ${oldestNode} or newer, and this is ${process.version}. Run "npm ci", then "npm run cluster": that brings its own Node.\n`,
  );
  process.exit(1);
}

const { run } = await import('./run.js');
await run(stopping);
