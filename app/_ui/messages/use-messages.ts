'use client';

import type { Locale, useTranslations as Typed } from 'use-intl';
import { createTranslator } from 'use-intl/core';
import { useMessages as useCatalogue, useLocale } from 'use-intl/react';
import type { Messages } from './en.ts';
import { stripBidiControls } from './strip-bidi-controls.ts';
import { TIME_ZONE } from './time-zone.ts';

/**
 * Returns the translator for one namespace of the catalogue, in components that run in the browser; the types check its keys. All users
 * of a namespace share one translator: `useTranslations` creates one for each component, which took more than half of the time in which
 * the server renders 1,000 claims.
 */
export const useMessages = ((namespace: keyof Messages) =>
  sayingOf(useCatalogue(), useLocale(), namespace)) as typeof Typed;

type Saying = ReturnType<typeof Typed>;

/** Translators by namespace, for each catalogue: each is in one language. */
const known = new WeakMap<object, Map<string, Saying>>();

function sayingOf(messages: object, locale: Locale, namespace: keyof Messages): Saying {
  const ofCatalogue = known.get(messages) ?? new Map<string, Saying>();
  known.set(messages, ofCatalogue);
  const saying = ofCatalogue.get(namespace) ?? makeSaying(messages, locale, namespace);
  ofCatalogue.set(namespace, saying);
  return saying;
}

function makeSaying(messages: object, locale: Locale, namespace: keyof Messages): Saying {
  const saying = createTranslator({
    locale,
    messages: messages as Messages,
    namespace,
    timeZone: TIME_ZONE,
  }) as Saying;
  return stripBidiControls(saying);
}
