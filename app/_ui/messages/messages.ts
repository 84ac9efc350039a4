import { createTranslator } from 'use-intl/core';
import { en, type Messages } from './en.ts';

/** The catalogue for a request. English is the only one so far. */
export function catalogue(): { locale: 'en'; messages: Messages } {
  return { locale: 'en', messages: en };
}

/** Sentences of one namespace of the catalogue, in components that run on the server. */
export function messages<Namespace extends keyof Messages>(namespace: Namespace) {
  return createTranslator({ ...catalogue(), namespace });
}
