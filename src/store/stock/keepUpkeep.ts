import { desc, inArray, isNull, max, sql } from 'drizzle-orm';
import type { Day } from '../../domain/plan/days.js';
import { dayIn } from '../../domain/plan/days.js';
import type { MoveKind } from '../../domain/plan/stock.js';
import { upkeepOf } from '../../domain/plan/upkeep.js';
import type { Upkeep } from '../../domain/plan/upkeep.js';
import type { Instant } from '../../domain/time.js';
import type { Db } from '../engine.js';
import { inChunks } from '../inChunks.js';
import { effectivePlan } from '../plans/getPlan.js';
import type { Importer } from '../registers/register.js';
import { stockInspections, stockMoves, stockUpkeep } from '../schema.js';
import { ledgerNow } from './ledgerNow.js';
import type { LedgerNow } from './ledgerNow.js';
import type { Keeper } from './move.js';
import { lockStock } from './serveWaiting.js';

/** What closed a task. `changed`: plan or day, without anybody's act on the stock. */
export type UpkeepDone =
  | { how: 'inspected'; result: 'good' | 'bad'; on: Day; by: Keeper }
  | { how: 'moved'; as: MoveKind; by?: Keeper; incidentId?: string }
  | { how: 'imported'; version: number; by?: Importer }
  | { how: 'changed' };

export type UpkeepRow = typeof stockUpkeep.$inferSelect;

/** `zone`: where the plan does not say in which one its days begin. */
export interface UpkeepMoment {
  at: Instant;
  zone: string;
}

/**
 * Opens what has to be done about stock and is not open yet, and closes what is open and need not be done any more, with
 * what closed it. Any number of processes may ask for it, any number of times.
 */
export async function keepUpkeep(db: Db, { at, zone }: UpkeepMoment): Promise<{ opened: number; closed: number }> {
  return db.transaction(async (tx) => {
    await lockStock(tx);
    const plan = await effectivePlan(tx);
    const ledger = await ledgerNow(tx);
    // Before a ledger there is nobody whose task it could be, and nothing has been counted.
    if (plan === undefined || ledger === undefined) return { opened: 0, closed: 0 };
    const today = dayIn(at, plan.document.calendar?.zone ?? zone);
    const stands = upkeepOf(plan.document, { items: ledger.document.items, bad: ledger.bad }, today);
    const matters = new Set(stands.map(({ matter }) => matter));
    const open = await openUpkeep(tx);
    const over = open.filter(({ matter }) => !matters.has(matter));
    await close(tx, over, ledger, at);
    const known = new Set(open.map(({ matter }) => matter));
    const fresh = stands.filter(({ matter }) => !known.has(matter));
    await openAll(tx, fresh, ledger.version, { at, today });
    return { opened: fresh.length, closed: over.length };
  });
}

/** The first due first. */
export async function openUpkeep(db: Db): Promise<UpkeepRow[]> {
  return db.select().from(stockUpkeep).where(isNull(stockUpkeep.doneAt)).orderBy(stockUpkeep.dueOn, stockUpkeep.n);
}

async function openAll(
  tx: Db,
  tasks: Upkeep[],
  ledgerVersion: number,
  { at, today }: { at: Instant; today: Day },
): Promise<void> {
  const afterMove = await newest(tx, stockMoves);
  const afterInspection = await newest(tx, stockInspections);
  for (const some of inChunks(tasks)) {
    const before = await tx
      .select({ id: stockUpkeep.id })
      .from(stockUpkeep)
      .where(
        inArray(
          stockUpkeep.matter,
          some.map(({ matter }) => matter),
        ),
      );
    const ids = new Set(before.map(({ id }) => id));
    await tx.insert(stockUpkeep).values(
      some.map(({ id, kind, matter, resource, item, due }) => ({
        ...{ id: unused(id, ids), kind, matter, resource, item: item ?? null, dueOn: due },
        ...{ openedOn: today, openedAt: at, afterMove, afterInspection, ledgerVersion },
      })),
    );
  }
}

/** Closed and opened again on one day, it is another task. */
function unused(id: string, ids: ReadonlySet<string>): string {
  let n = 1;
  const numbered = () => (n === 1 ? id : `${id}/${n}`);
  while (ids.has(numbered())) n += 1;
  return numbered();
}

async function newest(tx: Db, table: typeof stockMoves | typeof stockInspections): Promise<number> {
  const [row] = await tx.select({ n: max(table.n) }).from(table);
  return row?.n ?? 0;
}

async function close(tx: Db, tasks: UpkeepRow[], ledger: LedgerNow, at: Instant): Promise<void> {
  if (tasks.length === 0) return;
  const reasons = await whatHappened(tx, ledger);
  for (const task of tasks) {
    await tx
      .update(stockUpkeep)
      .set({ doneAt: at, done: reasons(task) })
      .where(sql`${stockUpkeep.n} = ${task.n}`);
  }
}

async function whatHappened(tx: Db, ledger: LedgerNow): Promise<(task: UpkeepRow) => UpkeepDone> {
  const inspections = await tx
    .selectDistinctOn([stockInspections.item])
    .from(stockInspections)
    .orderBy(stockInspections.item, desc(stockInspections.n));
  // An import says anew what there is: what was moved before has closed nothing since.
  const moves = await tx
    .selectDistinctOn([stockMoves.item])
    .from(stockMoves)
    .where(sql`${stockMoves.change} <> 0 AND ${stockMoves.ledgerVersion} = ${ledger.version}`)
    .orderBy(stockMoves.item, desc(stockMoves.n));
  const inspectionOf = new Map(inspections.map((inspection) => [inspection.item, inspection]));
  const moveOf = new Map(moves.map((move) => [move.item, move]));

  return ({ kind, item, resource, afterInspection, afterMove, ledgerVersion }) => {
    const inspection = item === null ? undefined : inspectionOf.get(item);
    const isInspection = kind === 'inspect' || kind === 'repair';
    if (isInspection && inspection !== undefined && inspection.n > afterInspection) {
      const { result, inspectedOn: on, inspectedBy: by } = inspection;
      return { how: 'inspected', result, on, by };
    }
    const items = item === null ? ledger.document.items.filter((one) => one.resource === resource) : [{ id: item }];
    const [move] = items
      .flatMap(({ id }) => moveOf.get(id) ?? [])
      .filter(({ n }) => n > afterMove)
      .toSorted((a, b) => b.n - a.n);
    if (move !== undefined) {
      const { kind: as, movedBy: by, incidentId } = move;
      return { how: 'moved', as, ...(by === null ? {} : { by }), ...(incidentId === null ? {} : { incidentId }) };
    }
    const { version, importedBy: by } = ledger;
    if (version !== ledgerVersion) return { how: 'imported', version, ...(by === null ? {} : { by }) };
    return { how: 'changed' };
  };
}
