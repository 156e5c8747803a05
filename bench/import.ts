import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../src/cli/command.ts';
import { UserMistake } from '../src/mistake.ts';
import { compareLoads, type Load } from './load.ts';
import { writeMadeEvents } from './madeEvents.ts';
import type { Server } from './postgres.ts';
import { compareQueries } from './queries.ts';
import { runOnServer } from './runOnServer.ts';

const help = `
npm run import: how fast events are imported, and how their number affects the queries

Imports the ICEWS event files, if ICEWS_DIR is set, and then made events of the same shape, into its own Postgres on 127.0.0.1;
copies the same rows into bare tables with psql; and asks what front ends ask at both sizes. Prints ratios from one run;
README.md has those of one machine.

  --small     250,000 made events instead of 5,000,000: minutes instead of a quarter of an hour, and other figures
  --smallest  all of it on a few made events, with made ICEWS files: about 20 seconds, to see that all of it works; the
              figures mean nothing, and nothing is kept
  ICEWS_DIR   where the ICEWS event files are, icews*.tsv
`;

/** How much is measured. */
interface Size {
  /** Made events to import. */
  events: number;
  /** How many questions of each kind are asked. */
  questions: number;
}

const whole: Size = { events: 5_000_000, questions: 100 };
const twentieth: Size = { events: 250_000, questions: 100 };
const least: Size = { events: 10_000, questions: 5 };
const LEAST_ICEWS = 2_000;

await runCommand(help, ['small', 'smallest'], async ({ small, smallest }) => {
  if (small && smallest) throw new UserMistake('Take either --small or --smallest.');
  if (smallest)
    await runOnServer(undefined, async server => {
      const folder = join(server.directory, 'icews');
      mkdirSync(folder);
      await writeMadeEvents(join(folder, 'icews-made.tsv'), LEAST_ICEWS);
      await compareAll(server, least, folder);
    });
  else
    await runOnServer(join(import.meta.dirname, '.data/import'), server =>
      compareAll(server, small ? twentieth : whole, process.env.ICEWS_DIR),
    );
});

async function compareAll(
  server: Server,
  { events, questions }: Size,
  icewsFolder: string | undefined,
): Promise<void> {
  const file = join(server.directory, `made-${events}.tsv`);
  await writeMadeEvents(file, events);
  const loads: Load[] = [
    ...icewsEvents(server.directory, icewsFolder),
    { name: `${events.toLocaleString('en')} made events`, database: 'made', file, events },
  ];
  for (const load of loads) await compareLoads(server, load);
  if (loads.length > 1) await compareQueries(server, loads, questions);
}

/** The icews*.tsv files of a folder as one load; none when there is no folder, or it has no such files. */
function icewsEvents(directory: string, folder: string | undefined): Load[] {
  const files = folder ? globSync('icews*.tsv', { cwd: folder }).sort() : [];
  if (!folder || files.length === 0) {
    console.log('The ICEWS events are left out: set ICEWS_DIR to the folder that has icews*.tsv.\n');
    return [];
  }
  const texts = files.map(name => readFileSync(join(folder, name), 'utf8').trim().split(/\r?\n/));
  const [header] = texts[0] ?? [];
  const file = join(directory, 'icews.tsv');
  writeFileSync(file, [header, ...texts.flatMap(lines => lines.slice(1))].join('\n'));
  return [{ name: 'the ICEWS events', database: 'icews', file }];
}
