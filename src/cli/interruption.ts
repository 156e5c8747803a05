import type { Row } from '../importers/file/row.ts';
import { UserMistake } from '../mistake.ts';

/** Ctrl-C, which ends an import between two chunks of rows. Pressed again, it ends the process at once. */
export class Interruption {
  /** Whether rows were left out because of it. */
  hasCut = false;
  #asked = false;
  #listener = () => {
    this.ask();
    console.error('\nStopping after the batch in hand. Ctrl-C again stops at once.');
  };

  constructor() {
    process.once('SIGINT', this.#listener);
  }

  /** Asks for the end, as Ctrl-C does. */
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
   * The rows, all of them: an interruption throws UserMistake. Of what has to be taken as a whole, an early end would look
   * like a shorter file, and what stands below it like something that no longer holds.
   */
  async *refuse(rows: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
    yield* this.cut(rows);
    if (!this.#asked) return;
    this.hasCut = true;
    throw new UserMistake('Stopped by Ctrl-C: nothing was written.');
  }

  /** Leaves Ctrl-C to what it did before. */
  end(): void {
    process.off('SIGINT', this.#listener);
  }
}
