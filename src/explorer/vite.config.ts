import { defineConfig } from 'vite';

// Each page has a folder of its own here and in the Worker's assets, so its URL is the folder's name.
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    outDir: '../../dist/assets',
    emptyOutDir: true,
    assetsDir: 'graphiql/files',
    target: 'es2023',
    // Monaco is one piece that no split makes smaller; the page says that it is loading.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: { graphiql: 'graphiql/index.html' },
      // React's "use client" in dozens of dependencies says nothing to a page that runs in the browser alone.
      checks: { moduleLevelDirective: false },
    },
  },
  worker: { format: 'es' },
});
