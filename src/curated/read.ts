import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Ajv } from 'ajv';
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { type Facts, format, sections } from './format.ts';
import { datedProperties } from './places.ts';
import { type Path, type ShapeProblem, shapeProblem } from './shape.ts';

/** A mistake in a file of facts: where it is, and one sentence on what to do about it. */
export interface Problem {
  file: string;
  line: number;
  sentence: string;
}

type Section = keyof Facts;
type Item<S extends Section> = NonNullable<Facts[S]>[number];

/** An item of a section as it was written, with the place of everything in it. */
export interface Written<S extends Section = Section> {
  section: S;
  item: Item<S>;
  file: string;
  lineOf(path: Path): number;
}

/**
 * What the files hold. `broken` items do not fit the format: of them only the slug may be relied on, if it is
 * text. Not `complete` when a file is no YAML, so that nobody knows what is in it.
 */
export interface Reading {
  sound: Written[];
  broken: Written[];
  problems: Problem[];
  complete: boolean;
}

const fitsFormat = new Ajv({
  allErrors: true,
  allowUnionTypes: true,
  verbose: true,
  keywords: ['refersTo'],
}).compile(format);

/** Reads every .yaml file below `directory`, in order of path, and holds each against the format. */
export function readFacts(directory: string): Reading {
  const reading: Reading = { sound: [], broken: [], problems: [], complete: true };
  for (const path of globSync('**/*.yaml', { cwd: directory }).sort())
    readFile(join(directory, path), reading);
  return reading;
}

/** The items of one section. */
export function itemsOf<S extends Section>(written: Written[], section: S): Written<S>[] {
  return written.filter((one): one is Written<S> => one.section === section);
}

function readFile(path: string, reading: Reading): void {
  const { sound, broken, problems } = reading;
  const file = relative(process.cwd(), path);
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const { content, syntax } = contentOf(document);
  if (syntax.length > 0) {
    problems.push(...syntax.map(({ at, sentence }) => ({ file, line: lines.linePos(at).line, sentence })));
    reading.complete = false;
    return;
  }

  const lineOf = (nodePath: Path) => lines.linePos(offsetOf(document, nodePath)).line;
  const misfits = fitsFormat(content)
    ? []
    : (fitsFormat.errors ?? []).map(shapeProblem).filter(misfit => misfit !== undefined);
  problems.push(...misfits.map(misfit => ({ file, line: lineOf(misfit.path), sentence: misfit.sentence })));

  for (const [section, items] of Object.entries(content ?? {})) {
    if (!Object.hasOwn(sections, section) || !Array.isArray(items)) continue;
    items.forEach((item, index) => {
      if (typeof item !== 'object' || item === null) return;
      const written = {
        section,
        item,
        file,
        lineOf: (path: Path) => lineOf([section, index, ...path]),
      } as Written;
      (isMisfit(misfits, section, index) ? broken : sound).push(written);
    });
  }
}

function isMisfit(misfits: ShapeProblem[], section: string, index: number): boolean {
  return misfits.some(({ path }) => path[0] === section && path[1] === index);
}

// A year is a number to YAML; a year below 1000 keeps its zeros only when it is quoted.
const yearsAsText = (key: unknown, value: unknown) =>
  typeof value === 'number' && datedProperties.has(String(key)) ? String(value).padStart(4, '0') : value;

function contentOf(document: Document): { content: unknown; syntax: { at: number; sentence: string }[] } {
  const syntax = document.errors.map(({ pos, message }) => ({
    at: pos[0],
    sentence: `This is not YAML: ${message}.`,
  }));
  if (syntax.length > 0) return { content: undefined, syntax };
  try {
    return { content: document.toJS({ reviver: yearsAsText }), syntax };
  } catch (error) {
    return {
      content: undefined,
      syntax: [{ at: 0, sentence: `This YAML cannot be read: ${(error as Error).message}.` }],
    };
  }
}

// What is missing is reported where it should be: at the nearest thing around it.
function offsetOf(document: Document, path: Path): number {
  const parent = document.getIn(path.slice(0, -1), true);
  const key =
    isMap(parent) && parent.items.find(pair => isScalar(pair.key) && pair.key.value === path.at(-1))?.key;
  if (isScalar(key) && key.range) return key.range[0];
  const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
  if (node?.range) return node.range[0];
  return path.length > 0 ? offsetOf(document, path.slice(0, -1)) : 0;
}
