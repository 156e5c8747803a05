/** What a user did or set wrong, in one sentence that says what to do; shown without a stack. */
export class UserMistake extends Error {
  override name = 'UserMistake';
}
