import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const src = join(import.meta.dirname, '../../src');
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

/** What the modules of each part may import besides their own: the arrows of the house, from the top down. */
const arrowsOf: Record<string, string[]> = {
  'worker.ts': ['env.ts', 'http', 'db'],
  http: ['env.ts', 'schema', 'db'],
  schema: ['graph', 'db'],
  graph: ['db'],
  cli: [
    'local',
    'importers',
    'importers/curate',
    'curated',
    'record',
    'reference',
    'db',
    'schema',
    'mistake.ts',
  ],
  local: ['db', 'mistake.ts'],
  importers: ['record', 'reference', 'db', 'mistake.ts'],
  'importers/curate': ['importers', 'curated', 'record', 'reference', 'db', 'mistake.ts'],
  curated: ['record', 'reference', 'db', 'mistake.ts'],
  record: ['reference', 'db', 'mistake.ts'],
  reference: ['db'],
  db: [],
  explorer: [],
  'env.ts': [],
  'mistake.ts': [],
};

/** The part that a file belongs to. */
const partOf = (file: string) =>
  file.startsWith('importers/curate/') ? 'importers/curate' : (file.split('/')[0] as string);

/** A way round from something back to itself; undefined when there is none. */
function circleIn(graph: Map<string, Set<string>>): string[] | undefined {
  const done = new Set<string>();
  function visit(at: string, way: string[]): string[] | undefined {
    if (way.includes(at)) return [...way.slice(way.indexOf(at)), at];
    if (done.has(at)) return undefined;
    for (const next of graph.get(at) ?? []) {
      const circle = visit(next, [...way, at]);
      if (circle) return circle;
    }
    done.add(at);
    return undefined;
  }
  for (const start of graph.keys()) {
    const circle = visit(start, []);
    if (circle) return circle;
  }
  return undefined;
}

/** The folder that a file is in; a file at the top stands for itself. */
const folderOf = (file: string) => (file.includes('/') ? dirname(file) : file);

/** What imports what, types included, with files named as `nameOf` names them. */
function graphOf(nameOf: (file: string) => string): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { from, to } of imports.filter(({ isFile }) => isFile)) {
    const [one, other] = [nameOf(from), nameOf(to)];
    if (one !== other) graph.set(one, (graph.get(one) ?? new Set()).add(other));
  }
  return graph;
}

describe('imports point one way:', () => {
  test('each part imports only what stands below it', () => {
    const against = imports
      .filter(({ isFile }) => isFile)
      .filter(({ from, to }) => partOf(from) !== partOf(to) && !arrowsOf[partOf(from)]?.includes(partOf(to)));
    expect(against.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test('every part is named, so that a new folder has to say where it stands', () => {
    expect(files.map(partOf).filter(part => !(part in arrowsOf))).toEqual([]);
  });

  test('no file leads back to itself, not even through types alone', () => {
    expect(circleIn(graphOf(file => file))).toBeUndefined();
  });

  test('nor does a folder', () => {
    expect(circleIn(graphOf(folderOf))).toBeUndefined();
  });

  test('db/ and graph/ know nothing of GraphQL', () => {
    expect(arrows(/^(db|graph)\//, /graphql|pothos|yoga/i)).toEqual([]);
  });

  test('SQL is written in db/ and graph/, not in schema/', () => {
    const written = files
      .filter(file => file.startsWith('schema/'))
      .filter(file => /\bsql`|\.execute\(/.test(readFileSync(join(src, file), 'utf8')));
    expect(written).toEqual([]);
  });
});

test('modules are small: the median under 3 KB, none over 10', () => {
  const sizes = files.map(file => ({ file, size: statSync(join(src, file)).size }));
  expect(sizes.filter(({ size }) => size > 10_240)).toEqual([]);
  const median = sizes.map(({ size }) => size).sort((a, b) => a - b)[Math.floor(sizes.length / 2)];
  expect(median).toBeLessThan(3_072);
});

describe('what the Worker runs', () => {
  const reached = [...reachableFrom('worker.ts')];

  test('is the whole of the served API', () => {
    expect(reached).toEqual(expect.arrayContaining(['http/graphql.ts', 'schema/index.ts', 'db/client.ts']));
    const served = files.filter(file => /^(schema|http|graph)\//.test(file) && file !== 'schema/sdl.ts');
    expect(served.filter(file => !reached.includes(file))).toEqual([]);
  });

  test('has no part that only runs on Node', () => {
    expect(
      reached.filter(file => /^(cli|local|importers|curated|record|reference|explorer)\//.test(file)),
    ).toEqual([]);
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
