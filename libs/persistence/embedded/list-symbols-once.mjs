// To find one symbol, Emscripten lists every symbol of a library (`Object.keys(exports)` in its `_dlsym_js`). PostGIS has thousands, and
// creating a database looks up each one, which took half of the time. The exports of a library never change.
const listed = new WeakMap();
const keysOf = Object.keys;

const isLibrary = (object) => typeof object?.__wasm_call_ctors === 'function';

function keys(object) {
  if (!isLibrary(object)) return keysOf(object);
  const known = listed.get(object) ?? keysOf(object);
  listed.set(object, known);
  return known;
}

/** Caches `Object.keys` for the exports of a WebAssembly library, in this thread only. */
export function listSymbolsOnce() {
  Object.keys = keys;
}
