/// <reference types="vite/client" />
import 'graphiql/setup-workers/vite';
// The parts of graphiql/style.css without its fonts and Monaco's styles, which make it twenty times larger.
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './page.css';
import { useGraphiQL } from '@graphiql/react';
import { GraphiQL } from 'graphiql';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchFromThisOrigin } from './fetcher.ts';

const files = import.meta.glob<string>('../examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const examples = Object.keys(files)
  .sort()
  .map(path => ({ query: files[path] ?? null }));

/** Breaks long lines, so that comments and quotations can be read without scrolling sideways. */
function LineWrapping() {
  const queryEditor = useGraphiQL(state => state.queryEditor);
  const responseEditor = useGraphiQL(state => state.responseEditor);
  useEffect(() => {
    for (const editor of [queryEditor, responseEditor]) editor?.updateOptions({ wordWrap: 'on' });
  }, [queryEditor, responseEditor]);
  return null;
}

const page = document.getElementById('page');
if (!page) throw new Error('index.html has no element with the id "page".');

createRoot(page).render(
  // GraphiQL keeps a visitor's tabs in localStorage: the examples open only on the first visit.
  <GraphiQL fetcher={fetchFromThisOrigin} defaultTabs={examples} schemaDescription inputValueDeprecation>
    <GraphiQL.Logo>
      <h1>Statecraft</h1>
    </GraphiQL.Logo>
    <LineWrapping />
  </GraphiQL>,
);
