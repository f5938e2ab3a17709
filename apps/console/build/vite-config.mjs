import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { ariaTexts } from './aria-texts.mjs';
import { compileMessages } from './compile-messages.mjs';
import { root } from './stamp.mjs';

const top = fileURLToPath(root);
/** The folder of GraphiQL's files. */
export const graphiqlFolder = 'graphiql';
/** Browsers of phones that are six years old. */
const target = ['chrome100', 'firefox100', 'safari15.4'];

/** The page and its scripts. */
export const siteConfig = (outDir) => ({
  configFile: false,
  root: top,
  logLevel: 'warn',
  // Our own catalogues provide React Aria's texts, since it lacks most of our languages (aria-texts.mjs).
  plugins: [{ ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' }, ariaTexts, react(), compileMessages],
  json: { stringify: true },
  worker: { format: 'es' },
  build: {
    outDir,
    emptyOutDir: true,
    target,
    manifest: '.vite/manifest.json',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Allows for the map, which is loaded last; build/budget.mjs checks the scripts that are loaded first.
    chunkSizeWarningLimit: 1_200,
    rollupOptions: {
      // The scripts that every screen starts with are bundled into one file, since many small files would be larger in total.
      output: { chunkFileNames: nameOfChunk, codeSplitting: { groups: [{ name: 'shell', tags: ['$initial'], test: isBesideEntry }] } },
      checks: { pluginTimings: false },
    },
  },
});

/**
 * GraphiQL is built separately: its editor is larger than the whole console, and only developers fetch it. It has a folder of its own, so
 * the worker does not keep it and the budgets do not count it.
 */
export const graphiqlConfig = (outDir) => ({
  configFile: false,
  root: top,
  publicDir: false,
  logLevel: 'error',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    assetsDir: graphiqlFolder,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 10_000,
    reportCompressedSize: false,
    rollupOptions: { input: `${top}graphiql.html` },
  },
});

/** The service worker that keeps the page's own files for use offline. */
export const workerConfig = (outDir, kept) => ({
  configFile: false,
  root: top,
  publicDir: false,
  logLevel: 'warn',
  define: { __KEPT__: JSON.stringify(kept) },
  build: {
    outDir,
    emptyOutDir: false,
    target,
    rollupOptions: { input: `${top}worker/worker.ts`, output: { entryFileNames: 'worker.js', format: 'es' } },
  },
});

/** Catalogues get a distinct name, so that the worker can tell them from scripts that every screen needs. */
function nameOfChunk({ facadeModuleId }) {
  const catalogue = /\/(?:screens\/)?([\w-]+)\/messages\/([\w-]+)\.json$/.exec(facadeModuleId ?? '');
  if (catalogue) return `assets/messages.${catalogue[1]}.${catalogue[2]}-[hash].js`;
  return facadeModuleId?.endsWith('/DrawnMap.tsx') ? 'assets/map-[hash].js' : 'assets/[name]-[hash].js';
}

/** The page's entry script keeps its own file: the budgets find it by its name. */
const isBesideEntry = (id) => !/[/\\](index\.html|main\.tsx)/.test(id);
