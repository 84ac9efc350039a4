'use client';

import type { Locale, useTranslations as Typed } from 'use-intl';
import { createTranslator } from 'use-intl/core';
import { useMessages as useCatalogue, useLocale } from 'use-intl/react';
import type { Messages } from './en.ts';
import { stripBidiControls } from './strip-bidi-controls.ts';
import { TIME_ZONE } from './time-zone.ts';

/**
 * Sentences of one namespace of the catalogue, in components that run in the browser; its keys are held against the catalogue by
 * the types. All that say something of a namespace share what says it: as `useTranslations` makes one for each component, that
 * took more than half of the time in which the server renders a thousand claims.
 */
export const useMessages = ((namespace: keyof Messages) =>
  sayingOf(useCatalogue(), useLocale(), namespace)) as typeof Typed;

type Saying = ReturnType<typeof Typed>;

/** What says the sentences of each namespace, by catalogues: each is of one language. */
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
