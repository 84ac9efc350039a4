/** Version of everything under `domain/protocol`. A page of another version is asked to reload, with its unsent work kept. */
export const PROTOCOL_VERSION = 24;
