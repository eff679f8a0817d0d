import { DrizzleQueryError } from 'drizzle-orm/errors';
import { StoreError } from './errors.js';

/**
 * Drizzle's message quotes the whole statement with its parameters: texts about incidents, addresses, megabytes. It would
 * end up in logs and in workflow histories. So every operation throws a `StoreError` with the database's own words instead.
 */
export function withPlainErrors<T extends object>(operations: T): T {
  const plain = Object.entries(operations).map(([name, operation]) => [name, plainly(operation as Operation)]);
  return Object.fromEntries(plain) as T;
}

type Operation = (...args: unknown[]) => unknown;

function plainly(operation: Operation): Operation {
  return (...args) => {
    const result = operation(...args);
    return result instanceof Promise ? result.catch(rethrow) : result;
  };
}

function rethrow(error: unknown): never {
  throw error instanceof DrizzleQueryError ? databaseFailed(error.cause) : error;
}

function databaseFailed(cause: Error | undefined): StoreError {
  const sqlState = cause && 'code' in cause ? String(cause.code) : undefined;
  return new StoreError('database_failed', cause?.message ?? 'The database gave no reason.', sqlState);
}
