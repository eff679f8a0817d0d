import { listOf, numberOf, textOf } from './details.js';
import { decidedReason, shortTitle, targetsOf } from './notice.js';
import type { Notice, NoticeLanguage } from './notice.js';
import { failedWords } from './messageNames.js';
import { oneLine } from './text.js';
import { formatInstant } from './time.js';

export const noticesEn: NoticeLanguage = {
  templates: {
    alert: {
      subject: 'Verify now',
      todo: 'Verify the report below at once, and acknowledge this notice.',
      why: 'the plan asks you to verify reports',
      level: 'unverified',
    },
    verificationReminder: {
      subject: 'Verification is overdue, decide now',
      todo: 'The report below is still not verified. Decide now: confirm it, declare standby, or reject it.',
      why: 'the plan asks you to verify reports',
      level: 'unverified',
    },
    standby: {
      subject: 'Stand by',
      todo: 'Stand by and stay reachable: standby has been declared, the report below is not confirmed.',
      why: 'you were notified of this report before',
      level: 'unverified',
    },
    rejected: {
      subject: 'No incident, nothing to do',
      todo: 'Nothing to do: the report below was verified and is no incident.',
      why: 'you were notified of this report before, or you made it',
      level: 'none',
    },
    call: {
      subject: 'Report for duty now',
      todo: 'You are mobilised: acknowledge at once, then report for duty.',
      why: 'the plan calls you at this level',
      level: 'fromFacts',
    },
    reminder: {
      subject: 'Acknowledge now',
      todo: 'You have not acknowledged our earlier notice: acknowledge at once and take up your duty.',
      why: 'an earlier notice to you is not acknowledged',
      level: 'fromFacts',
    },
    silence: {
      subject: 'No answer',
      todo: 'The people below have not answered in time: reach them by other means, or find somebody else.',
      why: 'you lead the team concerned, or the plan says that you must be told',
      level: 'none',
    },
    standDown: {
      subject: 'Stand down',
      todo: 'Your team is stood down: you need not come for it any more, and may stop if you are at work. Any other duty of yours in this incident goes on.',
      why: 'you were mobilised before',
      level: 'fromFacts',
    },
    terminationProposed: {
      subject: 'Sign the termination',
      todo: 'Termination is proposed and needs a second signature: check each termination criterion, then decide whether to sign.',
      why: 'the plan authorises you to sign a termination',
      level: 'fromFacts',
    },
    terminated: {
      subject: 'Response terminated',
      todo: 'The response is terminated: everybody is stood down, nobody need come any more, and whoever is at work may stop.',
      why: 'you were mobilised before',
      level: 'fromFacts',
    },
    machineFailed: {
      subject: 'Muster failed, act by hand now',
      todo: 'Muster could not carry out a step of this incident. The incident goes on as it was. Decide by hand, by the paper plan, and tell the operator.',
      why: 'you are in command, or you were alerted to this report',
      level: 'none',
    },
  },
  drill: 'This is a drill, not a real incident.',
  link: 'To acknowledge, open this link and press “Acknowledge”:',

  subject(notice) {
    const level = levelMark(notice);
    return `${level === '' ? '' : `[${level}] `}${notice.sentences.subject}: ${shortTitle(notice, '(title erased)')}`;
  },

  happened(notice) {
    const { quoted, say } = notice;
    const reason = decidedReason(notice);
    const silent = listOf(notice.facts, 'silent');
    const lines = [
      failure(notice),
      silent.length === 0 ? [] : [`No answer from: ${say.list(silent.map(say.person))} (${silentTargets(notice)})`],
      [`Incident: ${quoted.title ?? '(title erased)'}`],
      notice.category === undefined ? [] : [`Category: ${say.names.category(notice.category, 'en')}`],
      [`Place: ${quoted.place ?? 'unknown'}`],
      times(notice),
      [`Cause, as reported: ${quoted.cause ?? 'unknown'}`, `Impact: ${quoted.impact ?? 'unknown'}`],
      quoted.description === undefined ? [] : [`Description: ${quoted.description}`],
      levelLine(notice),
      proposal(notice),
      reason === undefined
        ? []
        : [`Reason for the ${notice.template === 'terminationProposed' ? 'proposal' : 'decision'}: ${reason}`],
    ];
    return lines.flat();
  },

  why({ targets, sentences, say }) {
    const posts = targets.filter((t) => t.kind === 'post').map((t) => say.target(t));
    const teams = targets.filter((t) => t.kind === 'team').map((t) => say.target(t));
    const roles = [
      posts.length === 0 ? [] : [`you hold the post ${say.list(posts)}`],
      teams.length === 0 ? [] : [`you belong to the team ${say.list(teams)}`],
    ].flat();
    return `Why you: ${roles.length === 0 ? sentences.why : roles.join(', and ')}.`;
  },

  closing({ incidentId, ackUrl, say }) {
    const sender = `Sent by: ${say.names.organisation('en')}, automatically, under the plan “${say.names.plan('en')}”.`;
    return [
      `Incident id: ${incidentId}`,
      ackUrl === undefined ? sender : `${sender} A reply to this mail does not count; use the link above.`,
    ];
  },
};

function levelMark({ sentences, level, proposedLevel, say }: Notice): string {
  if (sentences.level === 'none') return '';
  if (level !== undefined) return say.level(level);
  return proposedLevel === undefined ? 'Unverified' : `Unverified, proposed ${say.level(proposedLevel)}`;
}

function levelLine(notice: Notice): string[] {
  const { sentences, level, proposedLevel, incidentLevel, say } = notice;
  if (sentences.level === 'none') return [];
  if (level !== undefined) {
    const bad = incidentLevel === undefined ? '' : ` (incident level: ${say.incidentLevel(incidentLevel)})`;
    return [`Response level: ${say.level(level)}${bad}`];
  }
  const proposed = proposedLevel === undefined ? '' : `; the grading criteria propose ${say.level(proposedLevel)}`;
  return [`Response level: not decided, the report is unverified${proposed}`];
}

function times({ occurredAt, reportedAt, facts, zone }: Notice): string[] {
  const reported = reportedAt ?? numberOf(facts, 'since');
  return [
    ...(occurredAt === undefined ? [] : [`Happened at: ${formatInstant(occurredAt, 'en', zone)}`]),
    ...(reported === undefined ? [] : [`Reported at: ${formatInstant(reported, 'en', zone)}`]),
  ];
}

function silentTargets({ facts, say }: Notice): string {
  return say.list(targetsOf(facts, 'targets').map((target) => say.target(target)));
}

function failure({ facts }: Notice): string[] {
  const error = textOf(facts, 'error');
  if (error === undefined) return [];
  return [`Not carried out: ${failedWords(textOf(facts, 'during'), 'en')}`, `Error: ${oneLine(error)}`];
}

/** Who proposed the termination, and what was stated as met. */
function proposal({ facts, say }: Notice): string[] {
  const proposer = textOf(facts, 'proposer');
  const criteria = listOf(facts, 'criteria').map((id) => say.names.terminationCriterion(id, 'en'));
  return [
    proposer === undefined ? [] : [`Proposed by: ${say.person(proposer)}`],
    criteria.length === 0 ? [] : ['Stated as met:', ...criteria.map((criterion) => `- ${criterion}`)],
  ].flat();
}
