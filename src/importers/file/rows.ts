/** Reads the file of a dataset as rows, a few thousand at a time, with only those in memory. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { type CsvError, type Info, parse } from 'csv-parse';
import { UserMistake } from '../../mistake.ts';
import type { Layout } from './layout.ts';
import type { Row } from './row.ts';

/** Rows in a chunk: enough for one statement to be worth its trip to the database. */
const CHUNK = 5_000;

/** In bytes. No row of a dataset is nearly as long, but some other file can be one endless row. */
const LONGEST_ROW = 1_000_000;

interface Cells {
  line: number;
  cells: string[];
}

/**
 * The rows of the file below its header, in chunks. The next chunk is read when it is asked for. Empty lines
 * are left out; bytes that are not UTF-8 become U+FFFD. A row with more or fewer fields than the dataset has
 * columns comes with what it has: wholeRow.ts refuses it.
 *
 * @param onBytes called now and then with the number of bytes read so far
 * @throws UserMistake when the file is so broken that it is unclear where its rows end
 */
export async function* readRows(
  file: string,
  { columns, delimiter, header }: Layout,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Row[]> {
  const names = fieldNames(columns);
  const cellsOfRows = delimiter === '\t' ? readTabbed(file, onBytes) : readQuoted(file, onBytes);
  let isHeader = header;
  let chunk: Row[] = [];
  for await (const some of cellsOfRows) {
    for (const { line, cells } of some) {
      if (isHeader) isHeader = false;
      else chunk.push({ line, fields: named(cells, names) });
      if (chunk.length === CHUNK) {
        yield chunk;
        chunk = [];
      }
    }
  }
  if (chunk.length > 0) yield chunk;
}

/**
 * A column without a name of its own gets its number, so that a row has as many fields as its line in the
 * file.
 */
function fieldNames(columns: string[]): string[] {
  return columns.map((column, at) => (column && columns.indexOf(column) === at ? column : numbered(at)));
}

function numbered(at: number): string {
  return `column ${at + 1}`;
}

function named(cells: string[], names: string[]): Row['fields'] {
  const fields: Row['fields'] = {};
  for (let at = 0; at < cells.length; at++) fields[names[at] ?? numbered(at)] = cells[at] ?? '';
  return fields;
}

/**
 * Tab-separated streams have no quoting, so a line is a row. They are long, and split by hand here: measured
 * on 1.3 million rows of ICEWS, that is 2,400,000 rows/s with their fields named, where csv-parse reads
 * 490,000 without. Each line becomes its own string: as a slice of one big string, each name kept from it
 * would keep all of it in memory.
 */
async function* readTabbed(file: string, onBytes: (bytes: number) => void): AsyncGenerator<Cells[]> {
  let bytes = 0;
  let line = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const read of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    const text: Buffer = rest.length > 0 ? Buffer.concat([rest, read]) : read;
    const some: Cells[] = [];
    let start = 0;
    for (let end = text.indexOf(10); end !== -1; end = text.indexOf(10, start)) {
      push(some, ++line, text, start, end);
      start = end + 1;
    }
    rest = text.subarray(start);
    if (rest.length > LONGEST_ROW) throw broken(file, line);
    bytes += read.length;
    onBytes(bytes);
    yield some;
  }
  const last: Cells[] = [];
  push(last, line + 1, rest, 0, rest.length);
  yield last;
}

function push(rows: Cells[], line: number, text: Buffer, start: number, end: number): void {
  const written = text.toString('utf8', start, text[end - 1] === 13 && end > start ? end - 1 : end);
  const cells = (line === 1 ? written.replace(/^\uFEFF/, '') : written).split('\t');
  if (!isEmptyLine(cells)) rows.push({ line, cells });
}

async function* readQuoted(file: string, onBytes: (bytes: number) => void): AsyncGenerator<Cells[]> {
  const source = createReadStream(file);
  const parser = parse({
    bom: true,
    info: true,
    max_record_size: LONGEST_ROW,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  source.on('error', error => parser.destroy(error)).pipe(parser);
  let last = 0;
  // Inside quotes, csv-parse counts \r\n as two lines.
  let countedTwice = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const breaks = record.map(cell => (cell.includes('\n') ? cell.split('\n').length - 1 : 0));
      countedTwice += record.reduce((sum, cell) => sum + cell.split('\r\n').length - 1, 0);
      last = info.lines - countedTwice;
      onBytes(source.bytesRead);
      const line = last - breaks.reduce((sum, count) => sum + count, 0);
      if (!isEmptyLine(record)) yield [{ line, cells: record }];
    }
  } catch (error) {
    throw (error as CsvError).code?.startsWith('CSV_') ? broken(file, last) : error;
  } finally {
    source.destroy();
  }
}

function isEmptyLine(cells: string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === '';
}

function broken(file: string, line: number): UserMistake {
  return new UserMistake(
    `${basename(file)} is broken after line ${line}: a quote is never closed, or a row is longer than 1 MB.`,
  );
}
