import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { DrillMessage, DrillState } from '../../domain/drill/index.js';
import { nameIn } from '../../domain/lang.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import { Reason } from '../contract.js';
import { readDrillFeedbackLink } from '../../seal/index.js';
import type { DrillFeedbackLink } from '../../seal/index.js';
import { behindLink } from '../behindLink.js';
import { carryOut } from '../drills/carryOut.js';
import { loadDrillById, untilRecorded } from '../drills/loadDrill.js';
import { sheetApart } from '../drills/sheetApart.js';
import { languageOf } from '../language.js';
import { byAddress, limit, USUAL_LIMITS } from '../limits.js';
import { drillFeedbackFailurePage, drillFeedbackPage } from '../pages/drillFeedbackPage.js';
import type { SheetTold } from '../pages/drillFeedbackPage.js';
import { sendPage } from '../pages/html.js';
import type { Page } from '../pages/html.js';
import { ProblemError, unavailable } from '../problemError.js';
import { readSheetForm } from '../readBody.js';
import type { Routes } from './router.js';

/**
 * The link in the mail that asks for feedback after a drill. GET changes nothing, because mail scanners fetch every link;
 * POST hands the sheet in. Whoever has the token in the address may, and no cookie stands behind it: see `ackLink.ts`.
 */
export const drillFeedbackRoutes: Routes = (router, parts) => {
  const { store, settings } = parts;
  const atMost = limit(settings.limits?.links ?? USUAL_LIMITS.links, byAddress);
  const answered = behindLink(parts, {
    name: 'a link to a feedback sheet',
    read: readDrillFeedbackLink,
    failurePage: drillFeedbackFailurePage,
  });
  router.get('/drill-feedback/:token', atMost, answered(show));
  router.post('/drill-feedback/:token', atMost, readSheetForm, answered(receive));

  async function show(link: DrillFeedbackLink, req: Request, res: Response): Promise<void> {
    const { state } = await loadDrillById(store, link.drill);
    // Whatever the page has to tell, looking at it succeeded.
    sendPage(res, { ...(await page(standing(state, link), state, link, req)), status: 200 });
  }

  async function receive(link: DrillFeedbackLink, req: Request, res: Response): Promise<void> {
    const { state } = await loadDrillById(store, link.drill);
    const before = standing(state, link);
    const answers = answersOf(req, state);
    const told = before === 'open' ? (wrongWith(answers) ?? (await handIn(link, state, answers))) : before;
    sendPage(res, await page(told, state, link, req, answers));
  }

  /** Whatever becomes of it, the words go back to whoever wrote them. */
  async function handIn({ drill, person }: DrillFeedbackLink, state: DrillState, answers: Answers): Promise<SheetTold> {
    const message: DrillMessage = {
      ...{ type: 'answer', requestId: randomUUID(), actor: { kind: 'person', id: person }, via: 'link' },
      ...(state.rules.feedback.anonymous ? {} : { answers }),
    };
    try {
      const { seq, refusal } = await carryOut(parts, drill, await sheetApart(parts, state, message, answers));
      if (refusal !== undefined) return standing((await loadDrillById(store, drill)).state, { person });
      await untilRecorded(store, drill, seq);
      return 'received';
    } catch (error) {
      if (!(error instanceof ProblemError) || error.extras.headers?.['Retry-After'] === undefined) throw error;
      parts.log.warn({ err: error, drill }, 'a feedback sheet could not be taken now');
      return 'notNow';
    }
  }

  async function page(
    told: SheetTold,
    { scenario, feedback, ended, rules, drill }: DrillState,
    { person }: DrillFeedbackLink,
    req: Request,
    answers: Answers = {},
  ): Promise<Page> {
    const [kept, stored] = await Promise.all([store.getPlan(rules.plan.id, rules.plan.version), store.currentRoster()]);
    if (!kept || !stored) throw unavailable('no_plan');
    const { scenarios, drills, calendar } = kept.document;
    const { people } = stored.document as RosterDocument;
    const lang = people.find(({ id }) => id === person)?.languages[0] ?? languageOf(req);
    const name = scenarios?.find(({ id }) => id === scenario.id)?.name;
    return drillFeedbackPage(
      told,
      {
        ...{ drill, endedAt: ended?.at, dueAt: feedback?.dueAt, anonymous: rules.feedback.anonymous, answers },
        name: name === undefined ? scenario.id : nameIn(name, lang),
        questions: (drills?.feedback.questions ?? []).map((question) => nameIn(question, lang)),
      },
      { lang, zone: calendar?.zone ?? settings.zone },
    );
  }
};

type Answers = Record<string, string>;

function standing({ feedback, status }: DrillState, { person }: Pick<DrillFeedbackLink, 'person'>): SheetTold {
  if (feedback === undefined || (status !== 'evaluating' && status !== 'submitted')) return 'over';
  if (feedback.given.includes(person)) return 'already';
  return feedback.asked.includes(person) ? 'open' : 'notAsked';
}

function wrongWith(answers: Answers): SheetTold | undefined {
  if (Object.keys(answers).length === 0) return 'blank';
  return Object.values(answers).every((text) => Reason.safeParse(text).success) ? undefined : 'unreadable';
}

/** Only what there is a question for, as browsers send it but with plain line ends. */
function answersOf({ body }: Request, { rules }: DrillState): Answers {
  const form = (body ?? {}) as Record<string, unknown>;
  const ids = Array.from({ length: rules.feedback.questions }, (_, i) => `q${i + 1}`);
  const said = ids.flatMap((id) => {
    const text = form[id];
    return typeof text === 'string' && text.trim() !== '' ? [[id, text.replaceAll('\r\n', '\n')]] : [];
  });
  return Object.fromEntries(said) as Answers;
}
