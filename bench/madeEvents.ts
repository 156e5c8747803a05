import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { countries } from '../src/reference/countries.ts';
import { seededRandom } from './measure.ts';

const ACTORS = 12_560;
const FIRST_DAY = Date.parse('1995-01-01');
const DAYS = 25 * 365;

/** The most common events in the news, as ICEWS labels them; the repeats are their weights. */
const labels = [
  ...Array(30).fill('Make statement'),
  ...Array(20).fill('Consult'),
  ...Array(12).fill('Make an appeal or request'),
  ...Array(10).fill('Express intent to meet or negotiate'),
  ...Array(8).fill('Praise or endorse'),
  ...Array(8).fill('Host a visit'),
  ...Array(6).fill('Criticize or denounce'),
  ...Array(4).fill('Arrest, detain, or charge with legal action'),
  ...Array(3).fill('Use unconventional violence'),
  'Sign formal agreement',
];

/**
 * Writes `count` events in the shape of ICEWS to a file, in order of time over 25 years, the same at every run, unless it is
 * there already. There are as many actors as in the ICEWS files that README.md has figures for (12,560), drawn as n·u^2.5, so that
 * a few countries take part in very many events. No two rows are alike.
 */
export async function writeMadeEvents(file: string, count: number): Promise<void> {
  if (existsSync(file)) return;
  console.log(`Writing ${count.toLocaleString('en')} made events …`);
  await pipeline(Readable.from(chunks(count)), createWriteStream(`${file}.unfinished`));
  renameSync(`${file}.unfinished`, file);
}

function* chunks(count: number): Generator<string> {
  const random = seededRandom(7);
  const actors = actorNames();
  const draw = () => actors[Math.floor(ACTORS * random() ** 2.5)] as string;
  const seenToday = new Set<string>();
  let today = '';
  let lines = ['date\tsource\tevent\ttarget\n'];
  for (let made = 0; made < count; ) {
    const day = new Date(FIRST_DAY + Math.floor((made / count) * DAYS) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    if (day !== today) seenToday.clear();
    today = day;
    const line = `${day}\t${draw()}\t${labels[Math.floor(random() * labels.length)]}\t${draw()}\n`;
    if (seenToday.has(line)) continue;
    seenToday.add(line);
    lines.push(line);
    made++;
    if (lines.length === 10_000) {
      yield lines.join('');
      lines = [];
    }
  }
  yield lines.join('');
}

/** The most active actors are countries; the others are bodies in them. */
function actorNames(): string[] {
  const names = countries.map(({ name }) => name);
  const bodies = Array.from({ length: ACTORS - names.length }, (_, index) => {
    return `Body ${Math.floor(index / names.length) + 1} (${names[index % names.length]})`;
  });
  return [...names, ...bodies];
}
