/** The parts of the database that this code was written for. Made by `npm run schema`. */
export const expected: Record<string, string> = {
  'migrations/20261125064026_baseline': 'c9b0aeacdb9df245',
  'migrations/20261125064252_installed': 'e80375779cc6a793',
  'functions/adjacency.sql': 'b473aac267fe433a',
  'functions/neighborhood.sql': '120605e925f122fb',
  'functions/paths.sql': '4e6e40986781ca27',
  'functions/record.sql': 'e8a6b4e6e8b24cb1',
  'functions/search.sql': '3f4d3379a8abd0a8',
  'functions/shared_neighbors.sql': 'ac0d57cb2483a158',
  'functions/shortest_paths.sql': '33fac3e4506d9493',
  'functions/ties.sql': '8f326db698d6e583',
  'reader.sql': '0c1015872cafd1e4',
};
