/** How far an import has come. */
export interface Progress {
  rows: number;
  /** Bytes read of the file's `totalBytes`. */
  bytes: number;
  totalBytes: number;
  /** Since the import began. */
  milliseconds: number;
}

const BAR = 24;

/**
 * How often, in milliseconds, a line is written: several times a second where it replaces itself, else every
 * few seconds.
 */
const EVERY = { terminal: 200, plain: 5_000 };

/** The progress in a line: `42 % 12,000 rows, 3,000 rows/s, 6 s left`, optionally with a bar in front. */
export function progressLine({ rows, bytes, totalBytes, milliseconds }: Progress, withBar = false): string {
  const part = totalBytes > 0 ? Math.min(bytes / totalBytes, 1) : 1;
  const filled = Math.round(part * BAR);
  const bar = withBar ? `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ` : '';
  const percent = `${Math.floor(part * 100)} %`.padStart(withBar ? 5 : 0);
  const speed = milliseconds > 0 ? Math.round((rows / milliseconds) * 1000) : 0;
  const left = part > 0 && part < 1 ? `, ${duration((milliseconds / part) * (1 - part))} left` : '';
  return `${bar}${percent}  ${count(rows)} rows, ${count(speed)} rows/s${left}`;
}

/** A duration, as short as possible: 4.1 s, 38 s, 2 min 5 s, 3 h 20 min. */
export function duration(milliseconds: number): string {
  if (milliseconds < 9_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/** A number with commas for thousands, whatever the locale. */
export function count(number: number): string {
  return number.toLocaleString('en-US');
}

/**
 * Shows the progress of an import on a stream: on a terminal, one line that is rewritten; elsewhere, one line
 * after another.
 */
export class ProgressDisplay {
  #stream: NodeJS.WriteStream;
  #totalBytes: number;
  #started: number;
  #shown: number;
  #rows = 0;
  #bytes = 0;

  constructor(stream: NodeJS.WriteStream, totalBytes: number) {
    this.#stream = stream;
    this.#totalBytes = totalBytes;
    this.#started = performance.now();
    this.#shown = this.#started;
  }

  /** Milliseconds since the import began. */
  get milliseconds(): number {
    return performance.now() - this.#started;
  }

  /** Records rows handled or bytes read, and shows them when it is time to. */
  update({ rows = this.#rows, bytes = this.#bytes }: Partial<Progress>): void {
    this.#rows = rows;
    this.#bytes = bytes;
    const every = this.#stream.isTTY ? EVERY.terminal : EVERY.plain;
    if (performance.now() - this.#shown >= every) this.#show();
  }

  /** Clears the line, or writes the last one, to make way for the summary. */
  end(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\x1b[K');
    else if (this.#shown > this.#started) this.#show();
  }

  #show(): void {
    this.#shown = performance.now();
    const progress = {
      rows: this.#rows,
      bytes: this.#bytes,
      totalBytes: this.#totalBytes,
      milliseconds: this.milliseconds,
    };
    if (!this.#stream.isTTY) this.#stream.write(`${progressLine(progress)}\n`);
    // A line wider than the terminal could not be rewritten.
    else {
      const line = progressLine(progress, true).slice(0, (this.#stream.columns || 80) - 1);
      this.#stream.write(`\r${line}\x1b[K`);
    }
  }
}
