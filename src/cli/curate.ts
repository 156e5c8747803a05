import { resolve } from 'node:path';
import { runCommand } from './command.ts';

const help = `
npm run curate -- <folder>: writes the curated facts that follow from public datasets

Reads Archigos 4.1, REIGN (March 2021), Powell–Thyne (V2025.09.12) and ATOP 5 from files in the folder, whatever these are
called, and writes src/curated/facts/west-africa/generated: who has led sixteen countries since 1990, their coups, their alliances. Rows that
facts written by hand cite are left to those. The same files give the same bytes. Names are in src/importers/curate/persons.yaml.
`;

// What it needs is loaded only there: that takes a second, too long to wait for --help.
await runCommand(
  help,
  [],
  async (_flags, folder = '') => {
    const { curate } = await import('../importers/curate/curate.ts');
    // npm runs this in the directory of the project, wherever its user is.
    const { leaders, coups, alliances } = await curate(
      resolve(process.env.INIT_CWD || process.cwd(), folder),
    );
    const count = (items: unknown[] | undefined) => items?.length ?? 0;
    console.log(
      `${count(leaders.leaders)} leaders with ${count(leaders.relationships)} spells, ${count(coups.events)} coups and attempts, ${count(alliances.relationships)} alliances.`,
    );
  },
  { positionals: ['folder'] },
);
