/** A database that this version can neither use nor bring up to date; the message says why and what to do. */
export class UnknownDatabase extends Error {
  override name = 'UnknownDatabase';
}
