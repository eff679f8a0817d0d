import type { Request } from 'express';
import type { z } from 'zod';
import { writePlan } from '../../planfiles/index.js';
import { planOutbox } from '../../store/index.js';
import type { PlanFilesAnswer, PlanList, PlanVersion } from '../contract.js';
import { languageOf } from '../language.js';
import { checkVersion } from '../plans/checkVersion.js';
import { loadVersion, planKey, planKeyOf, versionBefore } from '../plans/loadVersion.js';
import { rosterToday } from '../plans/rosterToday.js';
import { planCheckView, planDiffView } from '../views/planFindingsView.js';
import { planDistributionView, planRecordView, planSpeech, planSummaryView } from '../views/planView.js';
import type { Routes } from './router.js';

/** Everybody may read every version: a plan that people cannot look up is of no use to them. */
export const planRoutes: Routes = (router, parts) => {
  const { store, settings } = parts;
  const version = (action: string) => `/api/v1/plans/:planId/versions/:version${action}`;

  router.get('/api/v1/plans', async (req, res) => {
    const items = (await store.listPlans()).map((entry) => planSummaryView(entry, languageOf(req)));
    res.json({ items } satisfies z.infer<typeof PlanList>);
  });

  router.get(version(''), async (req, res) => {
    const { plan, speech } = await spoken(req);
    const answer = { ...planRecordView(plan, speech), document: plan.document };
    res.json(answer satisfies z.infer<typeof PlanVersion>);
  });

  router.get(version('/distribution'), async (req, res) => {
    const { plan, speech } = await spoken(req);
    res.json(planDistributionView(plan, await store.noticesOf(planOutbox(plan)), speech));
  });

  router.get(version('/check'), async (req, res) => {
    const [plan, { roster }, stock] = await Promise.all([
      loadVersion(parts, planKeyOf(req)),
      rosterToday(parts),
      store.currentLedger(),
    ]);
    const before = await versionBefore(parts, plan);
    const result = checkVersion(plan, {
      roster,
      ledger: stock?.document,
      ...(before ? { before: before.document } : {}),
      at: settings.now(),
      zone: settings.zone,
    });
    res.json(planCheckView(plan, result, languageOf(req)));
  });

  router.get(version('/diff/:other'), async (req, res) => {
    const { id, version } = planKeyOf(req);
    const other = planKey(id, req.params['other']);
    const [from, to] = await Promise.all([loadVersion(parts, { id, version }), loadVersion(parts, other)]);
    res.json(planDiffView(from, to, languageOf(req)));
  });

  router.get(version('/files'), async (req, res) => {
    const { id, version, hash, document } = await loadVersion(parts, planKeyOf(req));
    res.json({ id, version, hash, files: writePlan(document) } satisfies PlanFilesAnswer);
  });

  async function spoken(req: Request) {
    const [plan, { roster }] = await Promise.all([loadVersion(parts, planKeyOf(req)), rosterToday(parts)]);
    return { plan, speech: planSpeech(plan, roster, languageOf(req), settings.zone) };
  }
};
