import { draft, redraft } from '../../domain/plan/lifecycle/index.js';
import { PlanDraftRequest } from '../contract.js';
import { languageOf } from '../language.js';
import { parseBody } from '../parse.js';
import { actOn, actWith } from '../plans/actOn.js';
import { answerDone } from '../plans/answerDone.js';
import { readDraft } from '../plans/readDraft.js';
import type { RosterToday } from '../plans/rosterToday.js';
import { ProblemError } from '../problemError.js';
import { readPlanJson } from '../readBody.js';
import type { Routes } from './router.js';

/** Plans that people bring in. Nothing of them is in force; that takes review and approval. */
export const planDraftRoutes: Routes = (router, parts) => {
  router.post('/api/v1/plans', ...readPlanJson, async (req, res) => {
    const { summary, authors = [], ...sent } = parseBody(PlanDraftRequest, req);
    const content = readDraft(sent, languageOf(req));
    const { id, version } = content.document.plan;
    const asked = { act: 'draft', body: { summary, authors, hash: content.hash } };
    const done = await actWith(parts, req, { id, version }, { asked, content }, (by, now, today) => {
      requireKnown(authors, today);
      const { newest } = now;
      const known = now.version?.standing;
      return draft({ ...by, holders: today.holders }, { ...content, summary, authors }, { known, newest });
    });
    res.status(201).location(`/api/v1/plans/${id}/versions/${version}`);
    await answerDone(parts, req, res, done);
  });

  router.put('/api/v1/plans/:planId/versions/:version', ...readPlanJson, async (req, res) => {
    const { summary, authors = [], ...sent } = parseBody(PlanDraftRequest, req);
    const content = readDraft(sent, languageOf(req));
    const asked = { act: 'redraft', body: { summary, authors, hash: content.hash } };
    const decide = (act: Parameters<typeof redraft>[0], today: RosterToday) => {
      requireKnown(authors, today);
      return redraft(act, { ...content, summary, authors });
    };
    await answerDone(parts, req, res, await actOn(parts, req, asked, (act, _, today) => decide(act, today), content));
  });
};

function requireKnown(authors: string[], { roster }: RosterToday): void {
  const stranger = authors.find((author) => !roster.people.some(({ id }) => id === author));
  if (stranger !== undefined) throw new ProblemError('unknown_person', { person: stranger });
}
