import compile from 'icu-minify/compile';
import { createTranslator } from 'use-intl/core';
import { en, type Messages, OF_SINGLE_PAGES, SERVER_ONLY } from './en.ts';
import { stripBidiControls } from './strip-bidi-controls.ts';

/** Returns the catalogue for a request, as far as browsers need it. English is the only one so far. */
export function catalogue(): { locale: 'en'; messages: Messages } {
  return { locale: 'en', messages: forBrowsers };
}

/** Returns the same with the messages of single pages. */
export function wholeCatalogue(): { locale: 'en'; messages: Messages } {
  return { locale: 'en', messages: forSinglePages };
}

/** Returns the browser's messages of one namespace, for a page that needs no other. */
export function catalogueOf(namespace: keyof Messages): { locale: 'en'; messages: Messages } {
  return { locale: 'en', messages: { [namespace]: forSinglePages[namespace] } as unknown as Messages };
}

/** Returns the single pages' messages of one namespace, for other pages that come to need them; `null`: there is no such namespace. */
export function singlePageMessages(namespace: string): object | null {
  return OF_SINGLE_PAGES.includes(namespace) ? forSinglePages[namespace as keyof Messages] : null;
}

/** Returns the translator for one namespace of the catalogue, in components that run on the server. */
export function messages<Namespace extends keyof Messages>(namespace: Namespace) {
  return stripBidiControls(createTranslator({ ...catalogue(), messages: compiled, namespace }));
}

/** The translator for one namespace, on the server and in the browser. */
export type Translate<Namespace extends keyof Messages> = ReturnType<typeof messages<Namespace>>;

/**
 * Compiled once, on the server: the parser of ICU messages then stays out of every page's script. `next.config.js` selects the part of
 * use-intl that formats compiled messages, which have the types of the sources. Through JSON, because only plain objects pass from server
 * components to the browser's.
 */
const compiled: Messages = JSON.parse(JSON.stringify(compileAll(en)));

const forSinglePages = without(compiled, SERVER_ONLY);
const forBrowsers = without(forSinglePages, OF_SINGLE_PAGES);

function without(all: Messages, namespaces: readonly string[]): Messages {
  const kept = Object.entries(all).filter(([namespace]) => !namespaces.includes(namespace));
  return Object.fromEntries(kept) as Messages;
}

function compileAll(part: object): unknown {
  const entries = Object.entries(part).map(([key, value]) => [
    key,
    typeof value === 'string' ? compile(value) : compileAll(value),
  ]);
  return Object.fromEntries(entries);
}
