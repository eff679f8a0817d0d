import { namesFrom } from '../../domain/plan/namesFrom.js';
import { upkeepPeople } from '../../domain/plan/upkeep.js';
import { UpkeepQuery } from '../contract.js';
import type { UpkeepList } from '../contract.js';
import { languageOf } from '../language.js';
import { parseQuery } from '../parse.js';
import { groundOf } from '../registers/kind.js';
import { taskOf } from '../upkeep/task.js';
import { upkeepView } from '../views/upkeepView.js';
import type { Routes } from './router.js';

/** What has to be done about stock, and what was. */
export const upkeepRoutes: Routes = (router, parts) => {
  const { store } = parts;

  router.get('/api/v1/resources/upkeep', async (req, res) => {
    const { all, limit, cursor } = parseQuery(UpkeepQuery, req);
    const [due = '', n] = cursor?.split('.') ?? [];
    const [{ plan, roster, today }, ledger, rows] = await Promise.all([
      groundOf(parts),
      store.currentLedger(),
      store.listUpkeep({
        all: all === 'true',
        limit: limit + 1,
        after: n === undefined ? undefined : { due, n: Number(n) },
      }),
    ]);
    const items = ledger?.document.items ?? [];
    const speech = { names: namesFrom(plan, roster), lang: languageOf(req) };
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    res.json({
      items: page.map((row) => upkeepView(row, items, upkeepPeople(taskOf(row), plan, items, roster), today, speech)),
      next: rows.length > limit && last !== undefined ? `${last.dueOn}.${last.n}` : undefined,
    } satisfies UpkeepList);
  });
};
