import { resolve } from 'node:path';
import { runCommand } from './command.ts';

const help = `
npm run curate -- <folder>: writes the curated facts that follow from public datasets

Reads Archigos 4.1, REIGN (March 2021), Powell–Thyne (V2025.09.12), ATOP 5 and the lists of states of Correlates of War
and of Gleditsch and Ward from files in the folder, whatever their names, and writes
src/curated/facts/west-africa/generated: who has led sixteen countries since 1990, their coups and their pacts, and for which
times that is all there is. Skips rows that hand-written facts cite. The same files give the same bytes. Full names come from
src/importers/curate/persons.yaml.
`;

// What it needs is loaded only here: that takes a second, too long to wait for --help.
await runCommand(
  help,
  [],
  async (_flags, folder = '') => {
    const { curate } = await import('../importers/curate/curate.ts');
    // npm runs this in the project directory, wherever the user is.
    const { leaders, coups, alliances } = await curate(
      resolve(process.env.INIT_CWD || process.cwd(), folder),
    );
    const count = (items: unknown[] | undefined) => items?.length ?? 0;
    console.log(
      `${count(leaders.leaders)} leaders with ${count(leaders.relationships)} spells, ${count(coups.events)} coups and attempts, ${count(alliances.relationships)} pacts.`,
    );
  },
  { positionals: ['folder'] },
);
