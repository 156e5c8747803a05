/** Checks, by its first lines and before anything else, that a file is one of the dataset it is said to be. */
import type { Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { UserMistake } from '../../mistake.ts';
import { type Layout, layoutsOf } from './layout.ts';

/** Enough for any header; the longest, of UCDP/PRIO, has 400 bytes. */
const HEAD = 64 * 1024;

/** The first bytes of formats that users often have instead of text. */
const otherFormats: [string, number[]][] = [
  ['a zip archive: unpack it first', [0x50, 0x4b, 0x03, 0x04]],
  ['compressed by gzip: unpack it first', [0x1f, 0x8b]],
  ['compressed by bzip2: unpack it first', [0x42, 0x5a, 0x68]],
  ['compressed by xz: unpack it first', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['compressed by zstd: unpack it first', [0x28, 0xb5, 0x2f, 0xfd]],
  ['in UTF-16: save it as UTF-8 first', [0xff, 0xfe]],
  ['in UTF-16: save it as UTF-8 first', [0xfe, 0xff]],
];

/**
 * The size in bytes of the file, and which of the dataset's layouts it has, once it is clear that it can be read and begins
 * like a file of the dataset called `name`. Throws UserMistake with what was expected and what was found, and which of `layouts` it
 * looks like instead.
 */
export async function checkDatasetFile(
  file: string,
  name: string,
  layouts: Record<string, Layout>,
): Promise<{ size: number; layout: Layout }> {
  const { head, size } = await readHead(file);
  const shown = basename(file);
  const other = otherFormats.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte));
  if (other) throw new UserMistake(`${shown} is ${other[0]}.`);
  const [first, ...below] = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(line => line.trim());
  if (first === undefined) throw new UserMistake(`${shown} is empty.`);
  const dataset = layouts[name] as Layout;
  const layout = layoutOf(first, dataset);
  if (!layout) {
    const [rightName] = Object.entries(layouts).find(([, one]) => layoutOf(first, one)) ?? [];
    const hint = rightName ? ` Did you mean npm run import -- ${rightName} ${asArgument(file)}?` : '';
    throw new UserMistake(`${shown} is not ${name}: ${complaintAbout(first, dataset)}.${hint}`);
  }
  // Imported as it is, such a file would mean that nothing the dataset said is true any more.
  if (layout.header && below.length === 0 && size <= HEAD) {
    throw new UserMistake(`${shown} has a header and no rows.`);
  }
  return { size, layout };
}

/** Which layout of the dataset a file that begins with this line has; undefined if none. */
const layoutOf = (first: string, dataset: Layout) =>
  layoutsOf(dataset).find(layout => !complaintAbout(first, layout));

async function readHead(file: string): Promise<{ head: Buffer; size: number }> {
  let opened: FileHandle | undefined;
  try {
    opened = await open(file);
    const stats = await opened.stat();
    if (!stats.isFile()) throw new UserMistake(notAFile(file, stats));
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return { head: buffer.subarray(0, bytesRead), size: stats.size };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UserMistake(`There is no file ${file}.`);
    if (code) throw new UserMistake(`${file} cannot be read (${code}).`);
    throw error;
  } finally {
    await opened?.close();
  }
}

function notAFile(file: string, stats: Stats): string {
  return stats.isDirectory()
    ? `${file} is a directory: give a file in it.`
    : `${file} is not a regular file: save its output to one first, because the file is read twice.`;
}

/** What is wrong with a file of the dataset that begins with this line; undefined if nothing is. */
function complaintAbout(first: string, layout: Layout): string | undefined {
  const { columns, delimiter, header } = layout;
  const found = first.split(delimiter).map(unquoted);
  if (!header) {
    if (found.length === columns.length && /^\d+$/.test(found[0] ?? '')) return undefined;
    const has =
      found.length === columns.length
        ? `but it is ${short(found[0] ?? '')}`
        : `but there are ${found.length}`;
    return `its first row must have ${columns.length} columns separated by ${named(delimiter)}, the first a number, ${has}`;
  }
  const differs = columns.findIndex((column, at) => column !== found[at]);
  if (differs === -1 && found.length === columns.length) return undefined;
  const otherDelimiter = delimiter === ',' ? /[\t;]/ : /[,;]/;
  if (found.length === 1 && first.split(otherDelimiter).map(unquoted).join() === columns.join()) {
    return `its columns must be separated by ${named(delimiter)}`;
  }
  // For headers that begin alike, the difference says more than both in full.
  if (differs === -1) return `its header must have ${columns.length} columns, but has ${found.length}`;
  if (differs > 0) {
    const there = found[differs] === undefined ? 'there is none' : `is ${short(found[differs]) || 'blank'}`;
    return `column ${differs + 1} of its header must be ${columns[differs] || 'blank'}, but ${there}`;
  }
  return `its header must be ${short(columns.join())}, but is ${short(
    first
      .split(/[\t,;]/)
      .map(unquoted)
      .join(),
  )}`;
}

function unquoted(cell: string): string {
  return cell.trim().replace(/^"(.*)"$/, '$1');
}

function named(delimiter: Layout['delimiter']): string {
  return delimiter === ',' ? 'commas' : 'tabs';
}

/** As it is typed in a shell. */
function asArgument(file: string): string {
  return /^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
}

/** As much of a text as fits in a sentence, without characters that a terminal would interpret. */
function short(text: string): string {
  const plain = text.replace(/\p{Cc}/gu, '\uFFFD');
  return plain.length > 100 ? `${plain.slice(0, 100)}…` : plain;
}
