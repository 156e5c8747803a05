import { defineConfig } from 'vite';

// Each page has its own folder here and in the Worker's assets, so its URL is the folder's name.
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    outDir: '../../dist/assets',
    emptyOutDir: true,
    assetsDir: 'graphiql/files',
    target: 'es2023',
    // Monaco is one piece that cannot be split further; the page says that it is loading.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: { graphiql: 'graphiql/index.html' },
      // React's "use client" in dozens of dependencies means nothing to a page that runs only in the browser.
      checks: { moduleLevelDirective: false },
    },
  },
  worker: { format: 'es' },
});
