const WARM_UP = 10_000;

/** What one way of searching answered to each question, in their order, and how long each answer took. */
export interface Series<Answer> {
  name: string;
  answers: Answer[];
  milliseconds: number[];
}

/**
 * Asks all `questions`, one after the other, and times each. Before that it asks them untimed, in the same order, for
 * at most ten seconds, so that caches are warm and prepared plans have settled.
 */
export async function measure<Question, Answer>(
  name: string,
  questions: Question[],
  ask: (question: Question) => Answer | Promise<Answer>,
): Promise<Series<Answer>> {
  const begun = performance.now();
  for (const question of questions) {
    if (performance.now() - begun > WARM_UP) break;
    await ask(question);
  }
  const answers: Answer[] = [];
  const milliseconds: number[] = [];
  for (const question of questions) {
    const asked = performance.now();
    const answer = await ask(question);
    milliseconds.push(performance.now() - asked);
    answers.push(answer);
  }
  return { name, answers, milliseconds };
}

/** The value that the given share of the numbers does not exceed: 0.5 for the median, 0.95 for the slow end. */
export function quantile(numbers: number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

/** Numbers from 0 to 1 that are the same at every run (mulberry32, public domain, by Tommy Ettinger). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
