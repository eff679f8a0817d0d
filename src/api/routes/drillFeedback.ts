import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { areSheetsOpen } from '../../domain/drill/index.js';
import type { DrillMessage, DrillState } from '../../domain/drill/index.js';
import { nameIn } from '../../domain/lang.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import { Reason } from '../contract.js';
import { readDrillFeedbackLink } from '../../seal/index.js';
import type { DrillFeedbackLink } from '../../seal/index.js';
import { behindLink, retryAfter } from '../behindLink.js';
import { carryOut } from '../drills/carryOut.js';
import { loadDrillById, untilRecorded } from '../drills/loadDrill.js';
import { sheetApart } from '../drills/sheetApart.js';
import { languageOf } from '../language.js';
import { byAddress, limit, USUAL_LIMITS } from '../limits.js';
import { drillFeedbackAgainPage, drillFeedbackFailurePage, drillFeedbackPage } from '../pages/drillFeedbackPage.js';
import type { SheetTold } from '../pages/drillFeedbackPage.js';
import { sendPage } from '../pages/html.js';
import type { Page } from '../pages/html.js';
import { unavailable } from '../problemError.js';
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

  /** Whatever becomes of it, the words go back to whoever wrote them. */
  async function receive(link: DrillFeedbackLink, req: Request, res: Response): Promise<void> {
    const written = answersOf(req);
    try {
      const { state } = await loadDrillById(store, link.drill);
      const answers = toQuestions(written, state);
      const before = standing(state, link);
      const told = before === 'open' ? (wrongWith(answers) ?? (await handIn(link, state, answers))) : before;
      sendPage(res, await page(told, state, link, req, answers));
    } catch (error) {
      const wait = retryAfter(error);
      if (wait === undefined) throw error;
      parts.log.warn({ err: error, drill: link.drill }, 'a feedback sheet could not be taken now');
      sendPage(res.set('Retry-After', wait), drillFeedbackAgainPage(link.drill, written, languageOf(req)));
    }
  }

  async function handIn({ drill, person }: DrillFeedbackLink, state: DrillState, answers: Answers): Promise<SheetTold> {
    const message: DrillMessage = {
      ...{ type: 'answer', requestId: randomUUID(), actor: { kind: 'person', id: person }, via: 'link' },
      ...(state.rules.feedback.anonymous ? {} : { answers }),
    };
    const { seq, refusal } = await carryOut(parts, drill, await sheetApart(parts, state, message, answers));
    if (refusal !== undefined) return standing((await loadDrillById(store, drill)).state, { person });
    await untilRecorded(store, drill, seq);
    return 'received';
  }

  async function page(
    told: SheetTold,
    state: DrillState,
    { person }: DrillFeedbackLink,
    req: Request,
    answers: Answers = {},
  ): Promise<Page> {
    const { scenario, feedback, ended, rules, drill } = state;
    const [kept, stored] = await Promise.all([store.getPlan(rules.plan.id, rules.plan.version), store.currentRoster()]);
    if (!kept || !stored) throw unavailable('no_plan');
    const { scenarios, drills, calendar } = kept.document;
    const { people } = stored.document as RosterDocument;
    const lang = people.find(({ id }) => id === person)?.languages[0] ?? languageOf(req);
    const name = scenarios?.find(({ id }) => id === scenario.id)?.name;
    return drillFeedbackPage(
      told,
      {
        ...{ drill, endedAt: ended?.at, dueAt: feedback?.dueAt, answers },
        names: !rules.feedback.anonymous ? 'told' : areSheetsOpen(state) ? 'late' : 'none',
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

/** As browsers send it, but with plain line ends. */
function answersOf({ body }: Request): Answers {
  const form = Object.entries((body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    form.flatMap(([id, text]) =>
      /^q[1-9]\d?$/.test(id) && typeof text === 'string' && text.trim() !== ''
        ? [[id, text.replaceAll('\r\n', '\n')]]
        : [],
    ),
  );
}

/** Only what there is a question for. */
function toQuestions(answers: Answers, { rules }: DrillState): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => Number(id.slice(1)) <= rules.feedback.questions));
}
