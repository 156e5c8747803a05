import { accessSync, closeSync, constants, openSync, rmSync, writeSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Row } from '../importers/file/row.ts';
import { UserMistake } from '../mistake.ts';

/** How many characters are held before they are written. */
const BUFFER = 64 * 1024;

/** The rows of a file that were refused, written with the reasons to a file of their own as they come. */
export class Refusals {
  /** The name of that file: the name of the dataset's file, but ending in `.refused.csv`. */
  readonly name: string;
  #path: string;
  #delimiter: string;
  #file: number | undefined;
  #held = '';

  /**
   * @param directory where the file goes; it is made once a row is refused, and replaces an earlier one
   * @throws UserMistake when nothing can be written there, which is better known before an hour's import than
   *   during it
   */
  constructor(directory: string, datasetFile: string, delimiter: string) {
    this.name = `${basename(datasetFile, extname(datasetFile))}.refused.csv`;
    this.#path = join(directory, this.name);
    this.#delimiter = delimiter;
    try {
      accessSync(directory, constants.W_OK);
    } catch {
      throw new UserMistake(
        `Refused rows go to the current directory, ${directory}, which cannot be written to: run this in another.`,
      );
    }
  }

  /** Adds a row, with its fields separated as in the dataset's file. */
  add(row: Row, reason: string): void {
    if (this.#file === undefined) {
      this.#file = opened(this.#path);
      this.#held = 'line,reason,row\n';
    }
    const text = Object.values(row.fields).join(this.#delimiter);
    this.#held += `${row.line},${quoted(reason)},${quoted(text)}\n`;
    if (this.#held.length > BUFFER) this.#write(this.#file);
  }

  /** Writes what is still held. */
  close(): void {
    if (this.#file === undefined) return;
    this.#write(this.#file);
    closeSync(this.#file);
    this.#file = undefined;
  }

  /** Removes the file of an earlier import, if this one has refused nothing. */
  removeEarlier(): void {
    rmSync(this.#path, { force: true });
  }

  #write(file: number): void {
    writeSync(file, this.#held);
    this.#held = '';
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function opened(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    throw new UserMistake(
      `Refused rows go to ${path}, which cannot be written (${(error as { code?: string }).code}): move it away.`,
    );
  }
}
