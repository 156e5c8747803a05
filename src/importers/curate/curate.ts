/**
 * Writes the curated facts derived from public datasets: who led the countries around Niger, their coups,
 * their pacts.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Document, isCollection, isMap, isSeq, visit } from 'yaml';
import { factsFolder, WrongFacts } from '../../curated/curated.ts';
import type { Facts } from '../../curated/format.ts';
import { itemsOf, type Reading, readFacts } from '../../curated/read.ts';
import { UserMistake } from '../../mistake.ts';
import { archigos } from '../datasets/archigos.ts';
import { atop } from '../datasets/atop.ts';
import { powellThyne } from '../datasets/powellThyne.ts';
import { reign } from '../datasets/reign.ts';
import { cowStates, gwStates } from '../datasets/stateLists.ts';
import { RefusedRow } from '../file/row.ts';
import { readRows } from '../file/rows.ts';
import { wholeRow } from '../file/wholeRow.ts';
import type { Stated, Statement } from '../statements/statement.ts';
import type { StatementDataset } from '../statements/statementDataset.ts';
import { curatedCoverage } from './curatedCoverage.ts';
import { type CitedRows, curatedPart, pactsLeftOut } from './curatedPart.ts';
import { type NamedPerson, namedPersons } from './namedPersons.ts';

const datasets = [archigos, reign, powellThyne, atop, cowStates, gwStates];
/** Where the files go, within the folder of the facts. */
const GENERATED = join('west-africa', 'generated');

/** What each file contains, for the comment at its top. */
const contents = {
  leaders: `Who led the countries around Niger, and France, Russia and the United States: every spell that Archigos or REIGN has, and
that did not end before 1990. What one of them has open was so when its coding stopped, and is judged in ../judged.yaml
where another source ends it. Full names are from src/importers/curate/persons.yaml.`,
  coups: `Coups and coup attempts in these countries, as Powell and Thyne have them. Where Archigos has the military remove a leader in
the same days, it bears the day out or disputes it.`,
  alliances: `Pacts between two of the sixteen countries, whatever they ask and whenever they were in force, until ATOP's coding
stopped in 2018. With one of them at one end alone, "npm run curate" counted PACTS_LEFT_OUT more: most are one treaty with half of a
continent, and would crowd out all else near Niger. An import adds them.`,
  coverage: `For which times these files have all that the datasets say of a country: leaders since 1990, and every coup. Not pacts, of
which they have only those between two of the sixteen. Since when each country has been a state is from the lists of
Correlates of War, and of Gleditsch and Ward.`,
};

/**
 * Reads the four datasets and the two lists of states from a folder, and writes leaders.yaml, coups.yaml, alliances.yaml and
 * coverage.yaml below the folder of the facts: the same bytes for the same input. Skips rows that hand-written facts cite.
 * Throws UserMistake when a dataset is not in the folder, and WrongFacts when the hand-written facts cannot
 * be read.
 *
 * @param options.facts the folder of the facts
 * @param options.persons those whose names are written by hand
 * @returns what was written, by the name of the file without .yaml
 */
export async function curate(
  folder: string,
  { facts = factsFolder, persons = namedPersons() }: { facts?: string; persons?: NamedPerson[] } = {},
): Promise<Record<keyof typeof contents, Facts>> {
  const stated = await statementsIn(folder);
  const { cited, leaders } = writtenByHand(facts);
  const part = {
    ...curatedPart(stated, persons, cited, leaders),
    coverage: { coverage: curatedCoverage(stated) },
  };
  mkdirSync(join(facts, GENERATED), { recursive: true });
  for (const name of ['leaders', 'coups', 'alliances', 'coverage'] as const) {
    const content = contents[name].replace('PACTS_LEFT_OUT', String(pactsLeftOut(stated)));
    writeFileSync(join(facts, GENERATED, `${name}.yaml`), asFile(content, part[name]));
  }
  return part;
}

async function statementsIn(folder: string): Promise<Stated<Statement>[]> {
  const heads = await firstLines(folder);
  const stated: Stated<Statement>[] = [];
  for (const dataset of datasets) {
    for await (const rows of readRows(fileOf(dataset, folder, heads), dataset)) {
      for (const row of rows) {
        try {
          stated.push(
            ...dataset
              .statements(wholeRow(row, dataset))
              .map(statement => ({ source: dataset.source.slug, statement })),
          );
        } catch (error) {
          // The import reports such rows; here they add nothing.
          if (!(error instanceof RefusedRow)) throw error;
        }
      }
    }
  }
  return stated;
}

function fileOf({ columns, source }: StatementDataset, folder: string, heads: Map<string, string>): string {
  const header = columns.join();
  const files = [...heads].filter(([, first]) => first.replaceAll('"', '') === header).map(([file]) => file);
  const [file, other] = files;
  if (!file)
    throw new UserMistake(`${folder} has no file for "${source.slug}": its header would be ${header}.`);
  if (other)
    throw new UserMistake(
      `${folder} has two files for "${source.slug}", ${file} and ${other}: keep only one.`,
    );
  return join(folder, file);
}

/** The first line of every file in the folder, by the file's name. */
async function firstLines(folder: string): Promise<Map<string, string>> {
  const lines = new Map<string, string>();
  for (const file of filesIn(folder)) {
    const opened = await open(join(folder, file));
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(1024), 0, 1024, 0);
    await opened.close();
    const [first = ''] = buffer
      .toString('utf8', 0, bytesRead)
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
    lines.set(file, first);
  }
  return lines;
}

function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter(entry => entry.isFile())
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserMistake(`There is no folder ${folder}.`);
    throw error;
  }
}

/** The rows that hand-written facts rest on, and the hand-written leaders. */
function writtenByHand(facts: string): { cited: CitedRows; leaders: Set<string> } {
  const reading = readFacts(facts);
  const generated = relative(process.cwd(), join(facts, GENERATED));
  const isByHand = ({ file }: { file: string }) => !file.startsWith(generated);
  const problems = reading.problems.filter(isByHand);
  if (problems.length > 0) throw new WrongFacts(problems);
  const sound = reading.sound.filter(isByHand);
  const relationships = itemsOf(sound, 'relationships').map(({ item }) => item);
  return {
    // An event that cites the end of a spell does not say who led, and an office that a coup ended does not
    // describe it.
    cited: {
      LEADER_SPELL: rowsCitedBy(relationships.filter(({ type }) => type === 'HOLDS_OFFICE')),
      TIE: rowsCitedBy(relationships.filter(({ type }) => type !== 'HOLDS_OFFICE')),
      COUP: new Map(
        itemsOf(sound, 'events').flatMap(({ item }) =>
          [...rowsCitedBy([item])].map(row => [row, item.slug] as const),
        ),
      ),
      STATE: new Map(),
    },
    leaders: new Set(itemsOf(sound as Reading['sound'], 'leaders').map(({ item }) => item.slug)),
  };
}

function rowsCitedBy(facts: { evidence: { source: string; locator?: string; stance?: string }[] }[]) {
  const supporting = facts.flatMap(({ evidence }) => evidence.filter(({ stance }) => stance !== 'DISPUTES'));
  return new Set(supporting.map(({ source, locator }) => `${source} ${locator}`));
}

/** The facts as a file in their format, each piece of evidence and each short list on a line. */
function asFile(content: string, facts: Facts): string {
  const document = new Document(facts);
  visit(document, {
    Pair(_, { key, value }) {
      const name = String(key);
      // Implied by an end.
      if (name === 'endState' && String(value) === 'ENDED') return visit.REMOVE;
      if (isCollection(value) && ['period', 'aliases', 'obligations'].includes(name)) value.flow = true;
      if (isSeq(value) && ['evidence', 'participants', 'coverage', 'births'].includes(name)) {
        for (const item of value.items) if (isMap(item)) item.flow = true;
      }
    },
    // A year is a number, as in hand-written facts.
    Scalar(key, node) {
      if (key === 'value' && /^[1-9]\d{3}$/.test(String(node.value))) node.value = Number(node.value);
    },
    Map(key, node, path) {
      // A blank line between the items of a section.
      if (typeof key === 'number' && key > 0 && path.length === 4 && !node.flow) node.spaceBefore = true;
    },
  });
  const head = [
    '# yaml-language-server: $schema=../../../format.schema.json',
    'format: 1',
    '',
    '# Written by "npm run curate", and not to be edited: what is written here by hand is lost.',
    ...content.split('\n').map(line => `# ${line}`),
    '',
  ];
  const body = document.toString({ lineWidth: 0, singleQuote: true });
  // As elsewhere in the facts: spaces inside braces, none inside brackets.
  return `${head.join('\n')}\n${body.replace(/^( *(?:aliases|obligations): \[) (.*) \]$/gm, '$1$2]')}`;
}
