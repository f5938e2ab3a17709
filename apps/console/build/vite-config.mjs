import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { ariaTexts } from './aria-texts.mjs';
import { compileMessages } from './compile-messages.mjs';
import { root } from './stamp.mjs';

const top = fileURLToPath(root);
/** Where the files of GraphiQL go. */
export const graphiqlFolder = 'graphiql';
/** Browsers of phones that are six years old. */
const target = ['chrome100', 'firefox100', 'safari15.4'];

/** The page and its scripts. */
export const siteConfig = (outDir) => ({
  configFile: false,
  root: top,
  logLevel: 'warn',
  // The texts of React Aria come from our own catalogues, since it lacks most of our languages (aria-texts.mjs).
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
    // The map, which comes last; build/budget.mjs watches what comes first.
    chunkSizeWarningLimit: 1_200,
    rollupOptions: {
      // What every screen begins with is one file: in many small ones it is larger, the more so the more of it is fetched later.
      output: { chunkFileNames: nameOfChunk, codeSplitting: { groups: [{ name: 'shell', tags: ['$initial'], test: isBesideEntry }] } },
      checks: { pluginTimings: false },
    },
  },
});

/**
 * GraphiQL, apart from everything else: its editor is larger than the whole console, and nobody but developers fetches it. A folder of
 * its own keeps it out of the worker's and out of the budgets' sight.
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

/** The worker that keeps the page's own files for the time without network. */
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

/** Catalogues are named so that the worker can tell them from scripts that every screen needs. */
function nameOfChunk({ facadeModuleId }) {
  const catalogue = /\/(?:screens\/)?([\w-]+)\/messages\/([\w-]+)\.json$/.exec(facadeModuleId ?? '');
  if (catalogue) return `assets/messages.${catalogue[1]}.${catalogue[2]}-[hash].js`;
  return facadeModuleId?.endsWith('/DrawnMap.tsx') ? 'assets/map-[hash].js' : 'assets/[name]-[hash].js';
}

/** The page's own first script stays one of its own, by whose name the budgets find it. */
const isBesideEntry = (id) => !/[/\\](index\.html|main\.tsx)/.test(id);
