/** Version of everything under `domain/protocol`. A page of another version is told to reload, its unsent work kept. */
export const PROTOCOL_VERSION = 12;
