/** How often a property is tried: `usual` keeps all tests quick, `MUSTER_RUNS=10000` looks closely. */
export function runs(usual: number): { numRuns: number } {
  const asked = process.env['MUSTER_RUNS'];
  return { numRuns: asked === undefined ? usual : Number(asked) };
}
