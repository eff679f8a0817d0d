import type { SitrepWords } from './sitrep.js';

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
    called: 'Mobilised',
    acknowledged: 'Acknowledged',
    unanswered: 'No answer',
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
  confirmed: ({ at, by, levels, reason }) =>
    `On ${at} ${by} verified and confirmed the incident at ${levels}; the response began at once. Reason: ${reason}.`,
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
  statement: ({ at, by, text, source, confidence }) =>
    `On ${at}, from ${by}: ${text} (source: ${source}; ${confidence}).`,
  earlierStatements: (count) => `${count} more came before these; see the timeline of the incident.`,
  noStatements: 'No new statement came in during this period.',

  lasting: (span) => `It has lasted ${span} since it happened.`,
  known: 'Known at this time:',
  knownFact: ({ fact, by, at, confidence }) => `${fact} (added by ${by} on ${at}, ${confidence}).`,
  reportedFact: (fact) => `${fact} (as reported).`,
  reportedImpact: (text) => `Impact, as first reported: ${text}.`,
  reportedCause: (text) => `Cause, as first reported: ${text}. It has not been established.`,
  noImpact: 'The record says nothing about the impact, which has yet to be established.',

  mobilised: (bodies) => `Mobilised: ${bodies}.`,
  stoodDown: (bodies) => `Stood down: ${bodies}.`,
  peopleNow: ({ called, acknowledged, unanswered }) =>
    `Of ${called} people mobilised at the end of this period, ${acknowledged} have acknowledged and ${unanswered} have not.`,
  decided: (at, told) => `On ${at}: ${told}`,
  found: 'These questions were answered:',
  foundOut: ({ question, answer, by }) => `${question} Answer: ${answer} (${by}).`,
  nothingDone: 'The record shows no new action in this period.',
  noTeams: 'No team is mobilised now.',
  teamStanding: (status, unanswered) =>
    status === 'stoodDown' ? 'stood down' : unanswered === 0 ? 'all acknowledged' : 'awaiting answers',

  openQuestion: (question) => `To be found out: ${question}`,
  unansweredCall: ({ team, people }) => `${team}, no acknowledgement from: ${people}`,
  secondSignature: (by) => `Termination proposed by ${by}, awaiting the second signature`,
  nothingPending: 'The record shows nothing pending.',
  askedBy: (person) => `${person} (who asked)`,

  unreachable: (people) => `Notices cannot reach these people, who must be reached by other means: ${people}.`,
  silent: (people) => `These people have not answered in time; reach them, or find somebody else: ${people}.`,
  failed: (count) =>
    count === 1
      ? 'Once in this period the system could not carry out a step, which must be checked by hand; see the timeline.'
      : `${count} times in this period the system could not carry out a step; check these by hand, see the timeline.`,
  nothingNeeded: 'The record shows no difficulty and no request for support.',

  toSign: (by) => `${by} has proposed the termination: a second person must decide whether to sign it.`,
  toRaise: ({ proposed, now }) =>
    `From the facts known, the grading criteria propose ${proposed}, above the present ${now}: command decides whether to change it.`,
  nothingToDecide: 'Nothing on record awaits a decision by command.',

  noOutlook: 'No outlook was given.',

  obligationsNote:
    'By the plan and the facts known, these legal reports may apply; whether they do, and from when time runs, is for their owners to establish.',
  obligation: ({ title, limit, owner }) => `${title}: ${limit}; owner: ${owner}.`,
  within: (span) => `within ${span}`,
  workingDays: (count) => (count === 1 ? 'within one working day' : `within ${count} working days`),
  months: (count) => (count === 1 ? 'within one month' : `within ${count} months`),
  noLimit: 'the law gives no number',

  next: (at) => `The next report is due on ${at}.`,
  noNext: 'The present level asks for no regular reports; another follows when something changes.',
  noMore: 'The response has ended. This is the final report; no other follows.',
};
