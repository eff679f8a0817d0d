import type { SitrepWords } from './sitrep.js';
import { whyTreatedAsReal } from './treatedAsReal.js';

const KINDS = { first: 'initial', continued: 'update', final: 'final' };

export const sitrepEn: SitrepWords = {
  title: ({ organisation, title, drill }) => [organisation, `Situation report${drill ? ' (drill)' : ''}: ${title}`],
  issue: ({ number, kind }) => `No. ${number} (${KINDS[kind]})`,
  runningHead: (incidentId, number) => `Situation report no. ${number}, ${incidentId}`,
  drillMark: '【演练 DRILL】',
  draftMark: 'DRAFT, not released',
  formCaption: 'Particulars',
  footCaption: 'Distribution and record',
  labels: {
    unit: 'Organisation',
    incident: 'Incident',
    category: 'Category',
    period: 'Period',
    level: 'Response level',
    phase: 'Phase',
    commander: 'Commander',
    plan: 'Plan',
    writtenBy: 'Drafted by',
    releasedBy: 'Released by',
    releasedAt: 'Released at',
    dueAt: 'Due at',
    zone: 'Time zone',
    sentTo: 'Sent to',
    passedOn: 'To be passed on to',
    recordHash: 'Record hash',
    eventsCovered: 'Events covered',
    team: 'Team',
    called: 'Called',
    arrived: 'Arrived',
    acknowledged: 'Acknowledged',
    active: 'Active',
    unanswered: 'No answer',
    gone: 'Out',
    standing: 'Standing',
    matter: 'Matter',
    owner: 'Owner',
    due: 'Due',
  },
  headings: { teams: 'Teams', obligations: 'Legal reports', next: 'Next report' },
  captions: { teams: 'Where the teams stand', pending: 'Pending matters' },
  tableNumber: (number, caption) => `Table ${number}  ${caption}`,
  colon: ': ',
  semicolon: '; ',
  blank: '–',
  erased: '(text erased)',
  undecided: 'not decided',
  missing: 'not recorded',
  period: (from, until) => `${from} to ${until}`,
  levelNow: (levels) => `${levels}; no change in this period`,
  levelFirst: (levels) => `${levels}; activated in this period`,
  levelFrom: (levels, before) => `${levels}; changed from ${before} in this period`,
  bySystem: 'the system, from the record',
  notReleased: 'not released yet',
  late: (span) => ` (${span} late)`,
  eventRange: (first, last) => `${first} to ${last}`,
  version: (version) => ` (version ${version})`,
  written: (by) => `(This section was written by ${by}.)`,
  drillNote: 'This report is about a drill. The incident that it describes did not happen.',

  reported: ({ at, reporter, title, place }) => `On ${at} ${reporter} reported: ${title}. Place: ${place}.`,
  occurred: (at) => `It happened, according to the report, on ${at}.`,
  unverified: 'The report is not verified yet.',
  standby: ({ at, by, reason }) => `On ${at} ${by} declared standby. Reason: ${reason}.`,
  confirmed: ({ at, by, levels, reason, provisional }) =>
    `On ${at} ${by} verified and confirmed the incident at ${levels}; the response ${provisional ? 'goes on' : 'began at once'}. Reason: ${reason}.`,
  recalled: ({ reportedAt, place }) => `The incident was reported on ${reportedAt}; place: ${place}.`,
  ongoing: ({ reportedAt, place, span, levels }) =>
    `The incident was reported on ${reportedAt}; place: ${place}. At the end of this period the response has lasted ${span} and stands at ${levels}.`,
  changed: ({ at, by, from, levels, reason }) =>
    `On ${at} ${by} changed the response from ${from} to ${levels}. Reason: ${reason}.`,
  regraded: ({ at, by, levels, reason }) =>
    `On ${at} ${by} kept the response level and set it to ${levels}. Reason: ${reason}.`,
  unchanged: (levels) => `The level did not change in this period; it is ${levels}.`,
  ended: ({ at, by, second, span, levels, criteria }) =>
    `The response ended on ${at} at ${levels}, ${span} after it began. It was proposed by ${by}${second === undefined ? '' : ` and signed by ${second}`}.${criteria === '' ? '' : ` The proposer stated as met: ${criteria}.`}`,
  statements: (count) => (count === 1 ? 'One statement came in:' : `${count} statements came in:`),
  earlierStatements: (count) => `${count} more came before these; see the timeline of the incident.`,
  noStatements: 'No new statement came in during this period.',
  onlyFigures: 'New figures came in during this period, see “Impact”, and no other statement.',
  treatedAsReal: ({ at, levels, why }) =>
    `On ${at}, since ${whyTreatedAsReal(why, 'en')}, the plan took the report for real at ${levels}, for the time being; the response began at once.`,

  lasting: ({ span, ended }) => `From occurrence to the end of ${ended ? 'the response' : 'this period'}: ${span}.`,
  known: 'Known at this time:',
  reportedImpact: (text) => `Impact, as first reported: ${text}.`,
  reportedCause: (text) => `Cause, as first reported: ${text}.`,
  noImpact: 'The record says nothing about the impact, which has yet to be established.',
  newFact: 'new in this period',
  changedFact: (was) => `changed in this period, before: ${was}`,
  reportedAs: (value) => `first reported: ${value}`,
  findings: 'Found so far:',
  foundBy: ({ task, by, at, finding }) => `${task} (${by}, ${at}): ${finding}.`,

  mobilised: (bodies) => `Mobilised: ${bodies}.`,
  partnersAsked: ({ partners, team, people }) => `${people} asked to call ${partners} for ${team}.`,
  stoodDown: (bodies) => `Stood down: ${bodies}.`,
  peopleNow: ({ called, arrived, acknowledged, active, unanswered, gone }) => {
    const busy = active === 0 ? '' : `active without having acknowledged: ${active}; `;
    const left = gone === 0 ? '' : `. Besides, declined or left: ${gone}`;
    return `People mobilised at the end of this period: ${called}. Arrived: ${arrived}; acknowledged, not registered as arrived: ${acknowledged}; ${busy}no answer: ${unanswered}${left}.`;
  },
  tasksDone: 'These tasks were completed:',
  taskDone: ({ at, task, by, results }) =>
    `${at}: ${task} (${by})${results.length === 0 ? '' : `: ${results.join('; ')}`}.`,
  finding: (text) => `found: ${text}`,
  evidence: (link) => `evidence: ${link}`,
  decisionsTaken: 'These decisions were taken:',
  taskAdded: ({ at, by, task, owner }) => `On ${at}: ${by} added the task ${task} for ${owner}.`,
  taskSkipped: ({ at, by, task, reason }) =>
    `On ${at}: ${by} decided that the task ${task} is not to be done. Reason: ${reason}.`,
  taskReassigned: ({ at, by, task, owner, reason }) =>
    `On ${at}: ${by} gave the task ${task} to ${owner}. Reason: ${reason}.`,
  decided: (at, told) => `On ${at}: ${told}`,
  found: 'These questions were answered:',
  foundOut: ({ question, answer, by }) => `${question} Answer: ${answer} (${by}).`,
  cordon: ({ area, at, inside }) =>
    `At the end of this period the cordon stands around: ${area} (set or changed on ${at}). Registered as inside: ${inside}.`,
  nothingDone: 'The record shows no new action in this period.',
  noTeams: 'No team is mobilised now.',
  standing: {
    stoodDown: 'stood down',
    enough: 'enough people',
    accepted: 'short, accepted by command',
    answered: 'all have answered',
    silent: 'some are silent past the deadline',
    waiting: 'awaiting answers',
  },
  short: (missing) => `missing: ${missing}`,

  openQuestion: (question) => `To be found out: ${question}`,
  unansweredCall: ({ team, people }) => `${team}, no answer from: ${people}`,
  secondSignature: (by) => `Termination proposed by ${by}, awaiting the second signature`,
  nothingPending: 'The record shows nothing pending.',
  overdue: (due) => `${due} (overdue)`,
  inProgress: (due, since) => `${due}; in progress since ${since}`,
  waitsFor: (tasks) => `after ${tasks}`,
  askedBy: (person) => `${person} (who asked)`,

  commandSilent: ({ commander, asked }) =>
    `The commander, ${commander}, does not answer; ${asked === undefined ? 'there is nobody who could take over' : `${asked} asked to take over command, and nobody has yet`}.`,
  unreachable: (people) => `Notices cannot reach these people, who must be reached by other means: ${people}.`,
  silent: (people) => `Silent past the deadline: ${people}. Reach these people, or find somebody else.`,
  shortOf: ({ team, missing, accepted }) =>
    accepted
      ? `${team} is short of ${missing}; command has decided to go on without.`
      : `${team} is short of ${missing}, who must be found.`,
  relief: (people) => `These people have been on duty for as long as the plan allows and must be relieved: ${people}.`,
  failed: (count) =>
    count === 1
      ? 'Once in this period the system could not carry out a step, which must be checked by hand; see the timeline.'
      : `${count} times in this period the system could not carry out a step; check these by hand, see the timeline.`,
  nothingNeeded: 'The record shows no difficulty and no request for support.',

  toTakeCommand: (commander) => `The commander, ${commander}, does not answer: who commands must be settled at once.`,
  toSign: (by) => `${by} has proposed the termination: a second person must decide whether to sign it.`,
  toRaise: ({ proposed, now }) =>
    `From the facts known, the grading criteria propose ${proposed}, above the present ${now}: command decides whether to change it.`,
  toVerify: 'The plan took the report for real and nobody has verified it: command must confirm or reject it.',
  toAccept: (to) => `A handover of command to ${to} has been offered and awaits acceptance.`,
  toShare: ({ person, incident }) =>
    `${person} serves incident ${incident} as well: command must decide whether to share or to give up this person.`,
  nothingToDecide: 'Nothing on record awaits a decision by command.',

  noOutlook: 'No outlook was given.',

  obligationsDue:
    'By the plan and the facts known, these legal reports may apply; whether they do, and from when time runs, is for their owners to establish:',
  obligationsOpen:
    'Not decided by the facts known; their owners must settle soon whether they apply, and prepare for the limit meanwhile:',
  obligationsBefore:
    'Called for earlier; the facts have changed since, and whether they are still owed is for their owners to settle:',
  obligationsFiled: 'Whether a report has been filed is not told here; go by what its owner has on file.',
  obligation: ({ title, addressee, limit, owner }) => `${title}. To: ${addressee}; limit: ${limit}; owner: ${owner}.`,
  starts: {
    discovered: 'discovery',
    aware: 'becoming aware',
    received: 'receipt of the report',
    classified: 'classification',
    materialityDetermined: 'the finding of materiality',
    responseEnded: 'the end of the response',
    planPublished: 'publication of the plan',
    earlierFiling: 'the earlier filing',
  },
  filing: (title) => `the filing of “${title}”`,
  within: (span, since) => `within ${span} of ${since}`,
  workingDays: (count, since) => `within ${count === 1 ? 'one working day' : `${count} working days`} of ${since}`,
  months: (count, since) => `within ${count === 1 ? 'one month' : `${count} months`} of ${since}`,
  hours: (count) => `${count} h`,
  promptly: (own) => (own === undefined ? 'promptly' : `promptly, by the plan ${own}`),

  next: (at) => `The next report is due on ${at}.`,
  noNext: 'The present level asks for no regular reports; another follows when something changes.',
  noMore: 'The response has ended. This is the final report; no other follows.',
};
