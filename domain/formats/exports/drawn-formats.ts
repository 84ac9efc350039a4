/** Formats that are drawn, with fonts: only available on the server, not in a browser. */
export const DRAWN_NAMES = ['svg', 'png', 'pdf', 'brief', 'kit'] as const;
export type DrawnName = (typeof DRAWN_NAMES)[number];

/** Names of these files. */
export const DRAWN: Readonly<Record<DrawnName, { readonly extension: string; readonly mediaType: string }>> =
  {
    svg: { extension: 'svg', mediaType: 'image/svg+xml' },
    png: { extension: 'png', mediaType: 'image/png' },
    pdf: { extension: 'pdf', mediaType: 'application/pdf' },
    brief: { extension: 'brief.pdf', mediaType: 'application/pdf' },
    kit: { extension: 'kit.pdf', mediaType: 'application/pdf' },
  };
