const oldestNode = '22.13';

// Before anything else is loaded: an old Node would fail inside a library with a text that helps nobody.
if (process.versions.node.localeCompare(oldestNode, 'en', { numeric: true }) < 0) {
  process.stderr.write(
    `Haven needs Node ${oldestNode} or newer, and this is ${process.version}. Run "npm ci", then "npm start": that brings its own Node.\n`,
  );
  process.exit(1);
}

const { run } = await import('./run.js');
await run();
