/** The parts of the database that this code was written for. Made by `npm run schema`. */
export const expected: Record<string, string> = {
  'migrations/20261125064026_baseline': 'c9b0aeacdb9df245',
  'migrations/20261125064252_installed': 'e80375779cc6a793',
  'migrations/20261125112600_no_ends_view': 'f70eb888308ff4a8',
  'migrations/20261125121129_attestation': '61cc8dfff73e2ed3',
  'migrations/20261125124424_event_outcome': '5f80f4e22ef81b45',
  'functions/adjacency.sql': '43d1ed75fd4b2325',
  'functions/lifetimes.sql': 'fa433726c0fc9c30',
  'functions/neighborhood.sql': 'c3afb4b298982d22',
  'functions/paths.sql': '1a3271317c8ac01f',
  'functions/record.sql': '5d0b7cff34088550',
  'functions/search.sql': '2713f30232146209',
  'functions/shared_neighbors.sql': '0eca5c98250c2063',
  'functions/shortest_paths.sql': 'e227e1165025f3e7',
  'functions/ties.sql': '1d4060f36b59a078',
  'reader.sql': '682ea7945aa324d9',
};
