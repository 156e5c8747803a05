import type { Row } from '../importers/file/row.ts';
import { UserMistake } from '../mistake.ts';

/** Ctrl-C, which ends an import between two chunks of rows. Pressed again, it ends the process at once. */
export class Interruption {
  /** Whether rows were left out because of it. */
  hasCut = false;
  #asked = false;
  #listener = () => {
    this.ask();
    console.error('\nStopping after the current batch. Press Ctrl-C again to stop at once.');
  };

  constructor() {
    process.once('SIGINT', this.#listener);
  }

  /** Asks to stop, as Ctrl-C does. */
  ask(): void {
    this.#asked = true;
  }

  /** The rows, up to the interruption. */
  async *cut(rows: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
    for await (const chunk of rows) {
      if (this.#asked) {
        this.hasCut = true;
        return;
      }
      yield chunk;
    }
  }

  /**
   * All of the rows: an interruption throws UserMistake. In a dataset that must be taken as a whole, an early
   * end would look like a shorter file, and the rows below it would seem to hold no longer.
   */
  async *refuse(rows: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
    yield* this.cut(rows);
    if (!this.#asked) return;
    this.hasCut = true;
    throw new UserMistake('Stopped by Ctrl-C: nothing was written.');
  }

  /** Gives Ctrl-C back its old meaning. */
  end(): void {
    process.off('SIGINT', this.#listener);
  }
}
