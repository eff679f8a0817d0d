/** So that a statement stays well below PostgreSQL's 65,535 parameters. */
export const ROWS_PER_STATEMENT = 1_000;

export function inChunks<T>(rows: T[], size = ROWS_PER_STATEMENT): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size));
}
