'use client';

import { lazyComponent } from '#app/_ui/lazy-component.ts';

/** The section on a claim's or position's strength, loaded after the rest of its panel. */
export const StrengthLater = lazyComponent(async () => ({
  default: (await import('./strength-section.tsx')).StrengthSection,
}));
