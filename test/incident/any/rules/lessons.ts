import { duesOf } from '../../../../src/domain/incident/aftermath/dues.js';
import { isAfterEnd } from '../../../../src/domain/incident/index.js';
import { must, named } from '../whatever.js';
import type { Rules } from '../whatever.js';

export const lessonsRules: Rules = {
  'whoever is asked has answered, is owed, or is listed as missing': ({ moments }) => {
    let isDropped = false;
    for (const { event, before, after } of moments) {
      const { asked, given, collected } = after.lessons;
      if (event.type === 'lessonsCollected') {
        const reason = event.texts?.reason ?? '';
        must(event.missing.length === 0 || reason.trim() !== '', () => `${named(event)}: no reason`);
      }
      if (event.type === 'lessonGiven') {
        must(before.lessons.collected === undefined, () => `${named(event)}: after it was collected`);
        must(
          event.version === (before.lessons.versions[event.post] ?? 0) + 1,
          () => `${named(event)}: ${event.version}`,
        );
      }
      // What was said stays, although another version of the plan does not ask for it.
      if (event.type === 'planMoved' && before.lessons.asked !== undefined) isDropped = true;
      if (asked === undefined) {
        must(
          collected === undefined && (isDropped || Object.keys(given).length === 0),
          () => `${named(event)}: answers, not asked`,
        );
        continue;
      }
      const owed = new Set(duesOf(after).map(({ item }) => item));
      for (const post of asked.posts) {
        const accounted = collected?.missing.includes(post) ?? owed.has(`lessons ${post}`);
        must((given[post] === undefined) === accounted, () => `${named(event)}: ${post}`);
      }
    }
  },

  'after a move of the plan the new version says what is asked for after the end, and whoever is rid of it is told': ({
    story,
  }) => {
    for (const turn of story.turns) {
      const [{ event, before, after: next }] = turn;
      const { after } = turn.at(-1)!;
      if (event.type !== 'planMoved' || !isAfterEnd(next.phase)) continue;
      const rule = after.basis.plan.aftermath;
      const level = after.grading.level ?? '';
      const isWanted = (some: { levels?: string[] } | undefined) =>
        some !== undefined && some.levels?.includes(level) !== false;
      const { analysis, summary, lessons, incidentReport } = after;
      must((analysis.asked !== undefined) === isWanted(rule?.analysis), () => `${named(event)}: analysis`);
      must((summary.asked !== undefined) === isWanted(rule?.summary), () => `${named(event)}: summary`);
      must((incidentReport.dueAt !== undefined) === (rule !== undefined), () => `${named(event)}: report`);
      const departments = rule?.lessons.questions === undefined ? undefined : rule.lessons.askedFrom.toSorted();
      const same = JSON.stringify(lessons.asked?.posts.toSorted()) === JSON.stringify(departments);
      must(same || lessons.collected !== undefined, () => `${named(event)}: lessons`);
      must(summary.called === undefined || before.summary.called !== undefined, () => `${named(event)}: meeting`);
      const owed = new Set(duesOf(after).map(({ item }) => item));
      const gone = duesOf(before).filter(({ item }) => /^(analysis|lessons|summary)/.test(item) && !owed.has(item));
      const told = turn.flatMap((one) => (one.event.type === 'duesLifted' ? one.event.items : []));
      for (const { item } of gone)
        must(
          told.some((one) => one.item === item),
          () => `${named(event)}: ${item}`,
        );
    }
  },

  'nothing of the aftermath is asked for or done while the response runs': ({ moments }) => {
    for (const { event, after } of moments) {
      if (event.type === 'lessonGiven' || event.type === 'summaryHeld' || event.type === 'summaryCalled') {
        must(isAfterEnd(after.phase), () => named(event));
      }
      if (after.phase !== 'responding' || event.type === 'reopened') continue;
      const { lessons, summary } = after;
      must(lessons.asked === undefined && summary.asked === undefined, () => `${named(event)}: asked`);
    }
  },

  'a score lies between 0 and 100, a critical failure leaves at most the cap, and no meeting is left standing': ({
    moments,
    story,
  }) => {
    for (const turn of story.turns) {
      const { event, after } = turn.at(-1)!;
      must(after.phase !== 'closed' || after.summary.called === undefined, () => `${named(event)}: a meeting`);
    }
    for (const { event, before } of moments) {
      if (event.type !== 'summaryHeld') continue;
      const { score = 0, conclusion, ratings } = event;
      must(score >= 0 && score <= 100, () => `${named(event)}: ${score}`);
      const { criteria = [], criticalCap } = before.basis.plan.evaluation ?? {};
      const failed = ratings.some(
        ({ criterion, rating }) => rating === 'U' && criteria.some(({ id, critical }) => critical && id === criterion),
      );
      must(!failed || conclusion === undefined || conclusion === criticalCap, () => `${named(event)}: ${conclusion}`);
    }
  },
};
