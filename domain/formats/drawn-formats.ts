/** Formats that are drawn, with fonts: the server has them, a browser has not. */
export const DRAWN_NAMES = ['svg', 'png', 'pdf', 'brief'] as const;
export type DrawnName = (typeof DRAWN_NAMES)[number];

/** How files of these are called. */
export const DRAWN: Readonly<Record<DrawnName, { readonly extension: string; readonly mediaType: string }>> =
  {
    svg: { extension: 'svg', mediaType: 'image/svg+xml' },
    png: { extension: 'png', mediaType: 'image/png' },
    pdf: { extension: 'pdf', mediaType: 'application/pdf' },
    brief: { extension: 'brief.pdf', mediaType: 'application/pdf' },
  };
