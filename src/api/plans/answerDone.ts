import type { Request, Response } from 'express';
import type { PlanRecord } from '../contract.js';
import type { ApiDeps } from '../deps.js';
import { languageOf } from '../language.js';
import { planRecordView, planSpeech } from '../views/planView.js';
import type { Done } from './actOn.js';
import { rosterToday } from './rosterToday.js';

/** Where the version stands after the act. */
export async function answerDone(
  deps: ApiDeps,
  req: Request,
  res: Response,
  { version, repeated }: Done,
): Promise<void> {
  const { roster } = await rosterToday(deps);
  const speech = planSpeech(version, roster, languageOf(req), deps.settings.zone);
  if (repeated) res.set('Idempotent-Replayed', 'true');
  res.json(planRecordView(version, speech) satisfies PlanRecord);
}
