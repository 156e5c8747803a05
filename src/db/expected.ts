/** The parts of the database that this code was written for. Made by `npm run schema`. */
export const expected: Record<string, string> = {
  'migrations/20261125064026_baseline': 'c9b0aeacdb9df245',
  'migrations/20261125064252_installed': 'e80375779cc6a793',
  'functions/adjacency.sql': 'e1529b560ddcd0bb',
  'functions/neighborhood.sql': '515caf5554729d6f',
  'functions/paths.sql': '891bf38feb80adeb',
  'functions/record.sql': 'f721a22a0ddf2c7f',
  'functions/search.sql': '45036b38154897b5',
  'functions/shared_neighbors.sql': '55572a9a99398418',
  'functions/shortest_paths.sql': 'ae2f5eeb796d8e31',
  'functions/ties.sql': '9117d1dc1a6261fd',
  'reader.sql': '985e38510afa2eb1',
};
