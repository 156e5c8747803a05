import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Refusals } from '../../../src/cli/refusals.ts';
import { temporaryDirectory } from '../../files.ts';

const row = (line: number, ...cells: string[]) => ({
  line,
  fields: Object.fromEntries(cells.map((cell, at) => [`column ${at + 1}`, cell])),
});

test('refused rows stand in a file of their own, as they were, with line and reason', () => {
  const directory = temporaryDirectory();
  const refusals = new Refusals(directory, '/data/leaders_archigos_4.1.csv', ',');
  refusals.add(row(7, 'USA-1869', '2', 'Grant'), 'There is no state "2".');
  refusals.add(row(12, 'a\nb', ''), 'The row has 2 columns, but the header has 3.');
  refusals.close();
  expect(refusals.name).toBe('leaders_archigos_4.1.refused.csv');
  expect(readFileSync(join(directory, refusals.name), 'utf8')).toBe(
    'line,reason,row\n' +
      '7,"There is no state ""2"".","USA-1869,2,Grant"\n' +
      '12,"The row has 2 columns, but the header has 3.","a\nb,"\n',
  );
});

test('an earlier file of that name is replaced', () => {
  const directory = temporaryDirectory();
  const refusals = new Refusals(directory, 'events.tsv', '\t');
  writeFileSync(join(directory, refusals.name), 'earlier '.repeat(100));
  refusals.add(row(2, 'a', 'b'), 'No.');
  refusals.close();
  expect(readFileSync(join(directory, refusals.name), 'utf8')).toBe('line,reason,row\n2,"No.","a\tb"\n');
});

test('no file is made when nothing is refused, and an earlier one goes when it is told to', () => {
  const directory = temporaryDirectory();
  const refusals = new Refusals(directory, 'events.tsv', '\t');
  refusals.close();
  expect(readdirSync(directory)).toEqual([]);
  writeFileSync(join(directory, refusals.name), 'earlier');
  refusals.removeEarlier();
  refusals.removeEarlier();
  expect(readdirSync(directory)).toEqual([]);
});

test('many rows are written as they come, and none is lost', () => {
  const directory = temporaryDirectory();
  const refusals = new Refusals(directory, 'events.tsv', '\t');
  const path = join(directory, refusals.name);
  for (let line = 1; line <= 20_000; line++) refusals.add(row(line, 'a', `${line}`), 'No.');
  expect(existsSync(path) && readFileSync(path).length).toBeGreaterThan(100_000);
  refusals.close();
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  expect(lines).toHaveLength(20_001);
  expect(lines.at(-1)).toBe('20000,"No.","a\t20000"');
});

test('a directory that cannot be written to is known before the first row', () => {
  expect(() => new Refusals('/proc/none', 'events.tsv', '\t')).toThrow(
    /which cannot be written to: run this in another\.$/,
  );
});
