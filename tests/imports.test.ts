import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const src = join(import.meta.dirname, '../src');
const files = globSync('**/*.{ts,tsx}', { cwd: src }).sort();

interface Import {
  from: string;
  /** A file below src, or the name of a package. */
  to: string;
  isFile: boolean;
  /** Gone before the code runs. */
  typeOnly: boolean;
}

/** The imports and re-exports of a module, as they are written: one statement each, from a string. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(type\s+)?(?:[\w$\s{},*]+?\s+from\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...statements].map(([, type, statically, dynamically]) => {
    const specifier = (statically ?? dynamically) as string;
    const isFile = specifier.startsWith('.');
    const to = isFile ? relative(src, join(src, dirname(file), specifier)) : specifier;
    return { from: file, to, isFile, typeOnly: type !== undefined };
  });
}

const imports = files.flatMap(importsOf);
const arrows = (from: RegExp, to: RegExp) =>
  imports
    .filter(arrow => from.test(arrow.from) && to.test(arrow.to))
    .map(({ from, to }) => `${from} → ${to}`);

/** Every file and package that runs where `file` does. */
function reachableFrom(file: string): Set<string> {
  const reached = new Set([file]);
  for (const one of reached) {
    for (const { to, typeOnly } of imports.filter(({ from }) => from === one)) if (!typeOnly) reached.add(to);
  }
  return reached;
}

test('every import of a file is of one that is there, so that none is missed below', () => {
  const ofFiles = imports.filter(({ isFile }) => isFile);
  expect(ofFiles.length).toBeGreaterThan(100);
  expect(ofFiles.filter(({ to }) => !existsSync(join(src, to)))).toEqual([]);
});

describe('imports point one way:', () => {
  test('db/ knows nothing of GraphQL, nor of what stands on it', () => {
    expect(arrows(/^db\//, /graphql|pothos|yoga/i)).toEqual([]);
    expect(
      arrows(/^db\//, /^(schema|graph|http|dataset|importers|local|explorer)\/|^(worker|env)\.ts$/),
    ).toEqual([]);
  });

  test('graph/ imports only db/', () => {
    expect(
      arrows(/^graph\//, /^(schema|http|dataset|importers|local|explorer)\/|^(worker|env)\.ts$/),
    ).toEqual([]);
    expect(arrows(/^graph\//, /graphql|pothos|yoga/i)).toEqual([]);
  });

  test('schema/ imports only db/ and graph/', () => {
    expect(arrows(/^schema\//, /^(http|dataset|importers|local|explorer)\/|^(worker|env)\.ts$/)).toEqual([]);
  });

  test('http/ imports nothing of what only loads or runs the whole', () => {
    expect(arrows(/^http\//, /^(dataset|importers|local|explorer)\/|^worker\.ts$/)).toEqual([]);
  });

  test('SQL is written in db/ and graph/, not in schema/', () => {
    const written = files
      .filter(file => file.startsWith('schema/'))
      .filter(file => /\bsql`|\.execute\(/.test(readFileSync(join(src, file), 'utf8')));
    expect(written).toEqual([]);
  });

  test('nothing imports the Worker', () => {
    expect(arrows(/./, /^worker\.ts$/)).toEqual([]);
  });
});

describe('what the Worker runs', () => {
  const reached = [...reachableFrom('worker.ts')];

  test('is the whole of the served API', () => {
    expect(reached).toEqual(expect.arrayContaining(['http/graphql.ts', 'schema/index.ts', 'db/client.ts']));
    const served = files.filter(file => /^(schema|http|graph)\//.test(file) && file !== 'schema/sdl.ts');
    expect(served.filter(file => !reached.includes(file))).toEqual([]);
  });

  test('has no part that only runs on Node', () => {
    expect(reached.filter(file => /^(local|importers|dataset|explorer)\//.test(file))).toEqual([]);
    expect(
      reached.filter(name => /^node:|^(pg|@electric-sql\/pglite.*|wrangler|vite|yaml|ajv)$/.test(name)),
    ).toEqual([]);
  });

  test('is all named in the dependencies, not among what is for development', () => {
    const { dependencies } = JSON.parse(readFileSync(join(src, '../package.json'), 'utf8'));
    const packages = reached
      .filter(name => !name.endsWith('.ts'))
      .map(name => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
    expect(packages.length).toBeGreaterThan(3);
    expect(packages.filter(name => !(name in dependencies))).toEqual([]);
  });
});

test('the environment has one reader for the Worker, and the Worker’s modules read no other', () => {
  const readers = [...reachableFrom('worker.ts')]
    .filter(file => file.endsWith('.ts'))
    .filter(file => /\bprocess\.|\bimport\.meta\.env\b/.test(readFileSync(join(src, file), 'utf8')));
  expect(readers).toEqual([]);
});
