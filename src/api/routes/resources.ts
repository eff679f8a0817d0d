import { namesFrom } from '../../domain/plan/namesFrom.js';
import { holdersOf } from '../../domain/plan/roster.js';
import type { ResourceList } from '../contract.js';
import { languageOf } from '../language.js';
import { groundOf } from '../registers/kind.js';
import { LEDGER } from '../registers/ledgerKind.js';
import { resourceView } from '../views/resourceView.js';
import { registerRoutes } from './registers.js';
import type { Routes } from './router.js';

/** What the plan wants, what there is of it, and where. */
export const resourceRoutes: Routes = (router, deps) => {
  router.get('/api/v1/resources', async (req, res) => {
    const [{ plan, roster, today }, now, upkeep] = await Promise.all([
      groundOf(deps),
      deps.store.stockNow(),
      deps.store.openUpkeep(),
    ]);
    const stock = { ...now, upkeep };
    const holders = holdersOf(roster);
    const speech = { names: namesFrom(plan, roster), lang: languageOf(req) };
    res.json({
      plan: { id: plan.plan.id, version: plan.plan.version },
      version: stock.ledger?.version,
      items: (plan.resources ?? []).map((resource) => resourceView(resource, stock, holders, today, speech)),
    } satisfies ResourceList);
  });

  registerRoutes('/api/v1/resources', LEDGER)(router, deps);
};
