import { sql } from 'drizzle-orm';
import type { AnyColumn, SQL } from 'drizzle-orm';

/** JSON as its text, as it is stored: what is damaged is for whoever proves it to find. */
export const textOf = (column: AnyColumn): SQL<string> => sql<string>`${column}::text`;
