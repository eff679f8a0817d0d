import { listOf, numberOf, textOf } from './details.js';
import { decidedReason, shortTitle } from './notice.js';
import type { Notice, NoticeLanguage } from './notice.js';
import { failedWords } from './messageNames.js';
import { isSitrep, sitrepEn } from './notices/sitrepLines.js';
import { oneLine } from './text.js';
import { formatInstant } from './time.js';

export const noticesEn: NoticeLanguage = {
  drill: 'This is a drill, not a real incident.',
  link: 'To acknowledge, open this link and press “Acknowledge”:',
  how: 'How:',

  subject(notice) {
    const level = levelMark(notice);
    return `${level === '' ? '' : `[${level}] `}${notice.sentences.subject}: ${shortTitle(notice, '(title erased)')}`;
  },

  happened(notice) {
    const { quoted, say } = notice;
    const reason = decidedReason(notice);
    const lines = [
      failure(notice),
      notice.sentences.lines?.(notice) ?? [],
      sitrepEn(notice),
      [`Incident: ${quoted.title ?? '(title erased)'}`],
      notice.category === undefined ? [] : [`Category: ${say.names.category(notice.category, 'en')}`],
      [`Place: ${quoted.place ?? 'unknown'}`],
      times(notice),
      isSitrep(notice) ? [] : asReported(notice),
      levelLine(notice),
      proposal(notice),
      reason === undefined
        ? []
        : [`${isSitrep(notice) ? 'Situation' : (notice.sentences.reason ?? 'Reason for the decision')}: ${reason}`],
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

function asReported({ quoted }: Notice): string[] {
  const description = quoted.description === undefined ? [] : [`Description: ${quoted.description}`];
  return [`Cause, as reported: ${quoted.cause ?? 'unknown'}`, `Impact: ${quoted.impact ?? 'unknown'}`, ...description];
}

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
    criteria.length === 0 ? [] : ['Confirmed as met:', ...criteria.map((criterion) => `- ${criterion}`)],
  ].flat();
}
