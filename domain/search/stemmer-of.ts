import { franc } from 'franc';
import type { DebateState } from '../debate/engine/state.ts';
import { foldText } from '../words/fold-text.ts';
import { type Stemmer, UNSTEMMED } from '../words/word-forms.ts';

/** Stemmers by language, with `franc`'s names. Each is loaded when a debate is in its language. */
const STEMMERS: Readonly<Record<string, () => Promise<{ readonly stemmer: (word: string) => string }>>> = {
  arb: () => import('@orama/stemmers/arabic'),
  dan: () => import('@orama/stemmers/danish'),
  deu: () => import('@orama/stemmers/german'),
  ell: () => import('@orama/stemmers/greek'),
  eng: () => import('@orama/stemmers/english'),
  fin: () => import('@orama/stemmers/finnish'),
  fra: () => import('@orama/stemmers/french'),
  hun: () => import('@orama/stemmers/hungarian'),
  ind: () => import('@orama/stemmers/indonesian'),
  ita: () => import('@orama/stemmers/italian'),
  nld: () => import('@orama/stemmers/dutch'),
  nno: () => import('@orama/stemmers/norwegian'),
  nob: () => import('@orama/stemmers/norwegian'),
  por: () => import('@orama/stemmers/portuguese'),
  ron: () => import('@orama/stemmers/romanian'),
  rus: () => import('@orama/stemmers/russian'),
  spa: () => import('@orama/stemmers/spanish'),
  swe: () => import('@orama/stemmers/swedish'),
  tam: () => import('@orama/stemmers/tamil'),
  tur: () => import('@orama/stemmers/turkish'),
  ukr: () => import('@orama/stemmers/ukrainian'),
};

/** Widely written languages without a stemmer: a debate in one of them gets none, instead of that of a similar language. */
const UNSTEMMED_LANGUAGES =
  'azj bel bho bos bul ceb ces ckb hau hin hms hnj hrv ibo jav kaz kin lin mag mai mar mad npi nya pbu pes plt pol run skr som srp sun swh tgl urd uzn vie yor zlm zul';

/** The languages considered for a debate. With rarer ones, short English texts would be detected as Scots. */
const CANDIDATES = [...Object.keys(STEMMERS), ...UNSTEMMED_LANGUAGES.split(' ')];

/** Characters of a debate used to detect its language, and the minimum needed. */
const SAMPLE = 2_000;
const LEAST = 60;

/** The stemmer of the main language of a debate; for a few plain words that of English. */
export async function stemmerOf(state: DebateState): Promise<Stemmer> {
  return stemmerIn(languageOf(state));
}

/** The language of a debate, with `franc`'s name; `und`: unknown. */
function languageOf(state: DebateState): string {
  const sample = sampleOf(state);
  const language = franc(sample, { minLength: LEAST, only: CANDIDATES });
  return language === 'und' && /^[\x20-\x7e]*$/.test(sample) ? 'eng' : language;
}

function sampleOf({ head, claims }: DebateState): string {
  let sample = head?.motion ?? '';
  for (const { text } of claims.values()) {
    if (sample.length >= SAMPLE) break;
    sample += ` ${text}`;
  }
  return sample.slice(0, SAMPLE).replace(/\s+/g, ' ');
}

/** Loaded stemmers: they cache their results. */
const fetched = new Map<string, Promise<Stemmer>>();

function stemmerIn(language: string): Promise<Stemmer> {
  const fetch = STEMMERS[language];
  if (!fetch) return Promise.resolve(UNSTEMMED);
  const known = fetched.get(language);
  if (known) return known;
  const stemmer = fetch().then(({ stemmer }) => remembering(stemmer));
  fetched.set(language, stemmer);
  // Offline: another search tries again.
  stemmer.catch(() => fetched.delete(language));
  return stemmer;
}

/** Words whose stems are cached: a debate uses the same ones again and again. */
const REMEMBERED = 50_000;
/** Maximum characters of a word that is stemmed: a longer one isn't a word. */
const LONGEST = 60;

function remembering(stem: (word: string) => string): Stemmer {
  const stems = new Map<string, string>();
  return (word) => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const stemmed =
      word.length > LONGEST ? foldText(word) : foldText(stem(word.normalize('NFKC').toLowerCase()));
    if (stems.size >= REMEMBERED) stems.clear();
    stems.set(word, stemmed);
    return stemmed;
  };
}
