'use client';

import { useTranslations } from 'use-intl/react';

/** Sentences of one namespace of the catalogue, in components that run in the browser. */
export const useMessages = useTranslations;
