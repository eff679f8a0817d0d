import type { EventOf } from '../../../../src/domain/incident/index.js';
import { must, named } from '../whatever.js';
import type { Rules } from '../whatever.js';

export const reportingRules: Rules = {
  'no report is approved without its own review, nor signed twice by one person, and what is approved was written before':
    ({ moments }) => {
      const submitted = new Map<number, EventOf<'incidentReportSubmitted'>>();
      const reviewed = new Map<number, EventOf<'incidentReportReviewed'>>();
      const written = new Set<string>();
      const isSame = (one: object | undefined, other: object) => JSON.stringify(one) === JSON.stringify(other);
      for (const { event } of moments) {
        switch (event.type) {
          case 'documentWritten':
            written.add(event.effectId);
            break;
          case 'incidentReportSubmitted':
            must(event.version === submitted.size + 1, () => `${named(event)} is version ${event.version}`);
            submitted.set(event.version, event);
            break;
          case 'incidentReportReviewed':
          case 'incidentReportApproved': {
            const first = submitted.get(event.version);
            const second = reviewed.get(event.version);
            must(first !== undefined && event.version === submitted.size, () => `${named(event)} is not the last one`);
            must(written.has(`d${first?.seq}`), () => `${named(event)} is not written`);
            must(!isSame(first?.actor, event.actor), () => `${named(event)} by whoever submitted it`);
            if (event.type === 'incidentReportReviewed') reviewed.set(event.version, event);
            else must(second !== undefined && !isSame(second.actor, event.actor), () => `${named(event)} not reviewed`);
            break;
          }
          default:
        }
      }
    },

  'a report is approved only with the causes, lessons and measures that there are by then; none waits for ever': ({
    moments,
  }) => {
    for (const { event, before, after } of moments) {
      const { stage, versions } = after.incidentReport;
      const latest = versions.at(-1);
      if (event.type === 'incidentReportApproved') {
        const { analysis, lessons, improvements } = before;
        for (const brought of [analysis.seq, analysis.completed?.seq, lessons.collected?.seq]) {
          must(brought === undefined || brought < latest!.seq, () => `${named(event)} is older than ${brought}`);
        }
        const isWithout = latest?.lacks?.includes('prevention') === true && improvements.opened > 0;
        must(!isWithout, () => `${named(event)} is without measures`);
      }
      if (event.type === 'closed' && event.undone === undefined && before.basis.plan.aftermath !== undefined) {
        const { mandatory } = before.basis.plan.aftermath;
        const lacks = (latest?.lacks ?? []).filter((part) => (mandatory as string[]).includes(part));
        must(
          !mandatory.includes('report') || stage !== 'approved' || lacks.length === 0,
          () => `lacks ${lacks.join()}`,
        );
      }
    }
  },

  'an analysis is complete only as it was recorded last, with all that it needs': ({ moments }) => {
    for (const { event, before, after } of moments) {
      if (event.type === 'analysisRecorded') must(after.analysis.completed === undefined, () => named(event));
      if (event.type !== 'analysisCompleted') continue;
      must(before.analysis.version === event.version, () => `${named(event)} of version ${event.version}`);
      must(before.analysis.lacks?.length === 0, () => `${named(event)} lacks ${before.analysis.lacks?.join()}`);
    }
  },
};
