/** Who a GDELT actor is: turns the codes and names in its columns into an actor of the graph. */
import packaged from 'world-countries';
import { countries } from '../../../reference/countries.ts';
import { stateByIso3, stateByName } from '../../../reference/states.ts';
import type { CodedActor } from '../../events/codedEvent.ts';
import { readsAsPerson } from '../../events/personal.ts';

/** The columns of an actor that matter here: Actor?Code, Actor?Name, Actor?CountryCode and Actor?Type1Code. */
export interface ActorColumns {
  code: string;
  name: string;
  country: string;
  role: string;
}

/**
 * CAMEO's role codes, from the table of generic and supplementary domestic roles in its codebook 1.1b3
 * (2012): the type of such a body, and its name if the row names only its country. The names are those of
 * ICEWS, so that the police of Kenya is one body in both streams.
 */
const roles = new Map<string, [CodedActor['type'], string]>([
  ['GOV', ['GOVERNMENT_BODY', 'Government']],
  ['LEG', ['GOVERNMENT_BODY', 'Legislature']],
  ['JUD', ['GOVERNMENT_BODY', 'Judiciary']],
  ['COP', ['GOVERNMENT_BODY', 'Police']],
  ['SPY', ['GOVERNMENT_BODY', 'Intelligence']],
  ['MIL', ['ARMED_FORCE', 'Military']],
  ['REB', ['ARMED_GROUP', 'Armed Rebel']],
  ['INS', ['ARMED_GROUP', 'Insurgent']],
  ['SEP', ['ARMED_GROUP', 'Separatist']],
  ['UAF', ['ARMED_GROUP', 'Armed Band']],
  ['PTY', ['PARTY', 'Political Parties']],
  ['OPP', ['PARTY', 'Main Opposition']],
  ['MED', ['MEDIA', 'Media']],
  ['BUS', ['COMPANY', 'Business']],
  ['MNC', ['COMPANY', 'Multinational Company']],
  ['NGO', ['CIVIL_SOCIETY', 'Non-Governmental Organization']],
  ['NGM', ['CIVIL_SOCIETY', 'Non-Governmental Movement']],
  ['CVL', ['CIVIL_SOCIETY', 'Citizen']],
  ['EDU', ['CIVIL_SOCIETY', 'Education']],
  ['REL', ['CIVIL_SOCIETY', 'Religion']],
  ['LAB', ['CIVIL_SOCIETY', 'Labor Union']],
  ['HRI', ['CIVIL_SOCIETY', 'Human Rights Group']],
  ['ENV', ['CIVIL_SOCIETY', 'Environmentalist']],
  ['AGR', ['OTHER', 'Farm Worker']],
  ['CRM', ['OTHER', 'Criminal']],
  ['ELI', ['OTHER', 'Elite']],
  ['HLH', ['OTHER', 'Medical Personnel']],
  ['REF', ['OTHER', 'Refugee']],
]);

/** The roles of those whom GDELT calls by name: in office, formerly in office, in opposition. */
const personal = new Set(['GOV', 'ELI', 'OPP']);

/**
 * The actor; undefined if the columns are empty. GDELT codes people as it does bodies: Joe Biden and the White House are
 * both USAGOV. Whoever has a country and one of the roles of those whom it calls by name, and a name that reads as a
 * person's, is a person. Of a single word, such as Obama, only who held office then tells.
 */
export function gdeltActor(columns: ActorColumns): CodedActor | undefined {
  const key = Object.values(columns).join('\t');
  if (!asked.has(key)) asked.set(key, actorOf(columns));
  return asked.get(key);
}

/** Actors already looked up, because GDELT repeats them. */
const asked = new Map<string, CodedActor | undefined>();

const countryNames = new Map(countries.map(({ slug, name }) => [slug, name]));

function actorOf({ code, name, country, role }: ActorColumns): CodedActor | undefined {
  if (!code && !name.trim()) return undefined;
  const home = countryOf(country);
  const homeName = home && (countryNames.get(home) ?? home);
  if (home && homeName && (code === country || !code))
    return { name: homeName, country: home, type: 'OTHER' };

  // Religious bodies and parties have their role only in the code: KENREL, PTY.
  const roleInCode = code.slice(code.startsWith(country) ? country.length : 0).slice(0, 3);
  const [type, sector] = roles.get(role) ?? roles.get(roleInCode) ?? ['OTHER', 'Body'];
  const title = titleCase(name) || sector;
  if (!home || !homeName) return { name: title, type };
  if (meansCountry(name, home)) return { name: `${sector} (${homeName})`, type, home };
  if (personal.has(role) && readsAsPerson(title)) return { name: title, type: 'OTHER', home, person: true };
  const isSurname = personal.has(role) && !title.includes(' ');
  return {
    name: title.includes(homeName) ? title : `${title} (${homeName})`,
    type,
    home,
    ...(isSurname && { surname: title }),
  };
}

/**
 * CAMEO's country codes are those of ISO 3166-1, except for these, from GDELT's list of them
 * (CAMEO.country.txt). AFR, EUR and the like are regions, not countries.
 */
const otherCodes = new Map([
  ['GZS', 'Palestine'],
  ['IMY', 'Isle of Man'],
  ['KOS', 'Kosovo'],
  ['MTN', 'Montenegro'],
  ['ROM', 'Romania'],
  ['SPM', 'Saint Pierre and Miquelon'],
  ['TMP', 'Timor-Leste'],
  ['WSB', 'Palestine'],
]);

/** GDELT 2.0 begins in 2015, when news no longer meant the Soviet Union by Russia. */
const stateNamed = (name: string) => stateByName(name, '2015-01-01');

function countryOf(code: string): string | undefined {
  const name = otherCodes.get(code);
  return name ? stateNamed(name) : code ? stateByIso3(code) : undefined;
}

/** What GDELT's names also use for each country: its people, and its capital. */
const standIns = new Map(
  packaged.map(({ cca3, demonyms, capital }) => [
    stateByIso3(cca3),
    new Set([demonyms.eng?.m, demonyms.eng?.f, ...capital].map(word => word?.toLowerCase())),
  ]),
);

/** Whether a name means just the country: UNITED STATES, THE US, AMERICAN, WASHINGTON, PHILIPPINE. */
function meansCountry(name: string, country: string): boolean {
  const word = name.trim().toLowerCase().replace(/^the /, '');
  if (word === '' || stateNamed(word) === country || standIns.get(country)?.has(word)) return true;
  return word.length > 4 && country.startsWith(word);
}

const small = new Set(['and', 'for', 'in', 'of', 'on', 'the', 'to']);
const acronyms = new Set(
  'asean au cia ecowas eu fbi iaea imf nasa nato opec sadc uk un unesco unhcr unicef us usa'.split(' '),
);

/** GDELT's names are in capitals: TOURISM INDUSTRY OF THE EU becomes Tourism Industry of the EU. */
function titleCase(name: string): string {
  const words = name
    .toLowerCase()
    .split(/[\s_\p{Cc}]+/u)
    .filter(Boolean);
  return words
    .map((word, index) => {
      if (acronyms.has(word) || !/[aeiouy]/.test(word)) return word.toUpperCase();
      return index > 0 && small.has(word) ? word : word.replace(/(^|-)\p{L}/gu, first => first.toUpperCase());
    })
    .join(' ');
}
