'use client';

import { lazyComponent } from '../../_ui/lazy-component.ts';

/** The section about a claim's or position's strength, fetched after the rest of its panel. */
export const StrengthLater = lazyComponent(async () => ({
  default: (await import('./strength-section.tsx')).StrengthSection,
}));
