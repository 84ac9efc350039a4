/** Address of a font, as served by the build. */
declare module '*.woff2' {
  const address: string;
  export default address;
}
