/** The slugs of the countries behind the codes and names that datasets use. */

/** The Correlates of War list of states, or that of Gleditsch and Ward. */
export type StateSystem = 'COW' | 'GW';

/** The country that had the number on a day (YYYY, YYYY-MM or YYYY-MM-DD); undefined when the list has no such number. */
export function stateByNumber(_system: StateSystem, _number: number, _on: string): string | undefined {
  return undefined;
}

/** The country of a FIPS 10-4 code, which GDELT's places have. */
export function stateByFips(_code: string): string | undefined {
  return undefined;
}

/** The country of an ISO 3166-1 alpha-3 code. */
export function stateByIso3(_code: string): string | undefined {
  return undefined;
}

/** The country of this name or alias, whole, in any case, with or without accents. */
export function stateByName(_name: string): string | undefined {
  return undefined;
}
