/** The address of a font, as the build serves it. */
declare module '*.woff2' {
  const address: string;
  export default address;
}
