import { UserMistake } from '../mistake.ts';

/** The dataset with this name; throws UserMistake with the names there are, the most similar first. */
export function datasetNamed<Dataset>(datasets: Record<string, Dataset>, name: string): Dataset {
  if (Object.hasOwn(datasets, name)) return datasets[name] as Dataset;
  const names = Object.keys(datasets).toSorted(
    (one, other) => unlikeness(name, one) - unlikeness(name, other),
  );
  throw new UserMistake(`There is no dataset ${name.slice(0, 50)}: choose one of ${names.join(', ')}.`);
}

/** How many letters must be added, removed or changed to turn one word into the other. */
function unlikeness(one: string, other: string): number {
  const letters = [...one.toLowerCase().slice(0, 50)];
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [row, letter] of letters.entries()) {
    const next = [row + 1];
    for (const [at, wanted] of [...other].entries()) {
      const changed = (before[at] as number) + (letter === wanted ? 0 : 1);
      next.push(Math.min(changed, (before[at + 1] as number) + 1, (next[at] as number) + 1));
    }
    before = next;
  }
  return before[other.length] as number;
}
