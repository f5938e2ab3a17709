// Emscripten lists every symbol of a library to find the place of one (`Object.keys(exports)` in its `_dlsym_js`): PostGIS
// has thousands, and a database that is made asks for each, which took half of the time. What a library exports never changes.
const listed = new WeakMap();
const keysOf = Object.keys;

const isLibrary = (object) => typeof object?.__wasm_call_ctors === 'function';

function keys(object) {
  if (!isLibrary(object)) return keysOf(object);
  const known = listed.get(object) ?? keysOf(object);
  listed.set(object, known);
  return known;
}

/** Makes `Object.keys` answer from memory for the exports of a WebAssembly library; in this thread only. */
export function listSymbolsOnce() {
  Object.keys = keys;
}
