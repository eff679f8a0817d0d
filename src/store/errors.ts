/**
 * - `record_gap`: the events do not follow the last recorded one.
 * - `record_conflict`: another event is already recorded under this `seq`.
 * - `basis_missing`: the first record of an incident came without what it is pinned to.
 * - `register_changed`: another roster or ledger was saved since this one was compared with the newest.
 * - `not_approved`: the record does not say that this may be published, or is withdrawn.
 * - `drill_not_published`: of a drill nothing is published.
 * - `bad_cursor`: not a cursor that a list has given out.
 * - `database_newer`: the database was migrated by a newer release.
 * - `database_failed`: the database refused or was not there; `sqlState` where it said so.
 */
export type StoreErrorCode =
  | RecordRefusal
  | 'register_changed'
  | 'not_approved'
  | 'drill_not_published'
  | 'bad_cursor'
  | 'database_newer'
  | 'database_failed';

export type RecordRefusal = 'record_gap' | 'record_conflict' | 'basis_missing';

/** Thrown when the store cannot do what it was asked. Only `database_failed` may go away by trying again. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly code: StoreErrorCode,
    message: string,
    readonly sqlState?: string,
  ) {
    super(message);
  }
}

/** Whose record it is. */
export type RecordOf = { incidentId: string } | { improvement: string } | { drill: string };

/** The events do not fit what is recorded: only another database heals that. */
export class RecordRefused extends StoreError {
  constructor(
    override readonly code: RecordRefusal,
    readonly recordOf: RecordOf,
    message: string,
    readonly found: object,
    readonly needed: object,
  ) {
    super(code, `${whose(recordOf)}: ${message}`);
  }
}

function whose(recordOf: RecordOf): string {
  if ('improvement' in recordOf) return `Improvement ${recordOf.improvement}`;
  return 'drill' in recordOf ? `Drill ${recordOf.drill}` : `Incident ${recordOf.incidentId}`;
}
