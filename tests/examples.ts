import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../src/explorer/examples/', import.meta.url);

/** The example queries of the GraphiQL page in the order of their tabs, each as its file's name and text. */
export const examples = readdirSync(folder)
  .sort()
  .map(file => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));
