import type { SilenceWords, SitrepWords } from './sitrep.js';
import { listed } from './speaker.js';
import { closed } from './text.js';
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
    active: 'Acting, not acknowledged',
    unanswered: 'No answer',
    gone: 'Declined or left',
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
  levelAtEnd: (levels) => `ended in this period, at ${levels}`,
  levelReopened: (levels) => `${levels}, reopened in this period`,
  writtenBy: (authors) =>
    [
      'the system, from the record',
      ...authors.map(({ by, headings }) => `${headings.map((h) => `“${h}”`).join(', ')} by ${by}`),
    ].join('; '),
  notReleased: 'not released yet',
  late: (span) => ` (${span} late)`,
  eventRange: (first, last) => `${first} to ${last}`,
  version: (version) => ` (version ${version})`,
  vacant: (post) => `${post} (vacant)`,
  written: (by) => `(This section was written by ${by}.)`,
  drillNote: 'This report is about a drill. The incident that it describes did not happen.',

  reported: ({ at, reporter, title, place }) => `On ${at} ${reporter} reported: ${title}. Place: ${place}.`,
  occurred: (at) => `It happened, according to the report, on ${at}.`,
  unverified: 'The report is not verified yet.',
  standby: ({ at, by, reason, prolonged }) =>
    `On ${at} ${by} ${prolonged ? 'prolonged' : 'declared'} standby. Reason: ${reason}.`,
  confirmed: ({ at, by, levels, reason, provisional }) =>
    `On ${at} ${by} verified and confirmed the incident at ${levels}; the response ${provisional ? 'goes on' : 'began at once'}. Reason: ${reason}.`,
  recalled: ({ reportedAt, place }) => `The incident was reported on ${reportedAt}; place: ${place}.`,
  ongoing: ({ reportedAt, place, span, levels }) =>
    `The incident was reported on ${reportedAt}; place: ${place}. At the end of this period the response has lasted ${span} and stands at ${levels}.`,
  reopened: ({ ended, at, by, levels, reason }) =>
    `The response had ended on ${ended}. The incident came back while it was watched: on ${at} ${by} reopened it at ${levels}. Reason: ${reason}.`,
  changed: ({ at, by, direction, from, to, incidentLevel, reason }) =>
    `On ${at} ${by} ${direction} the response from ${from} to ${to} (incident level: ${incidentLevel}). Reason: ${reason}.`,
  regraded: ({ at, by, was, incidentLevel, level, reason }) =>
    `On ${at} ${by} changed the incident level from ${was} to ${incidentLevel}; the response stays at ${level}. Reason: ${reason}.`,
  ended: ({ at, proposed, second, override, span, levels, highest }) =>
    `The response ended${override ? ' by override' : ''} on ${at} at ${levels}, ${span} after it began${highest === undefined ? '' : `; at its highest it stood at ${highest}`}. ${proposed.by} proposed it on ${proposed.at}${second === undefined ? '; this level asks for no second signature' : ` and ${second} gave the second signature`}. Reason: ${proposed.reason}.${proposed.criteria === '' ? '' : ` Confirmed as met: ${proposed.criteria}.`}`,
  statements: (count) => (count === 1 ? 'One statement came in:' : `${count} statements came in:`),
  earlierStatements: (count) => `${count} more came before these; see the timeline of the incident.`,
  noStatements: 'No further statement came in during this period.',
  opinion: ({ count, figures, alerts, replied }) =>
    `Public opinion: ${count === 1 ? '1 entry' : `${count} entries`}, ${replied === 1 ? '1 reply' : `${replied} replies`}${figures.length === 0 ? '' : `; ${figures.join(', ')}`}.${alerts === '' ? '' : ` People were told of: ${alerts}.`}`,
  factsTold: (facts) => `Facts that came in during this period: ${facts}. For their sources see “Impact”.`,
  onlyFindings: 'No new statement came in; what was found stands under “Action taken”.',
  treatedAsReal: ({ at, levels, why }) =>
    `On ${at}, since ${whyTreatedAsReal(why, 'en')}, the report was treated as real under the plan, for the time being at ${levels}; the response began at once.`,

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

  mobilised: (groups) =>
    groups
      .map(({ at, more, bodies }) => `Mobilised ${more ? 'from' : 'on'} ${at}${more ? ' on' : ''}: ${bodies}.`)
      .join(' '),
  declined: (people) =>
    `Declined: ${people.map(({ person, at, reason }) => `${person} (on ${at}; reason: ${reason})`).join('; ')}.`,
  declinedMany: (count) => `${count} people declined in this period; see the timeline for their reasons.`,
  partnerAsked: ({ at, partner, team, people }) =>
    `On ${at} ${listed(people, 'en')} ${people.length === 1 ? 'was' : 'were'} asked to call the partner “${partner}” for help, since ${team} was short of people.`,
  partnersDropped({ at, partners, team }) {
    const named = listed(
      partners.map((partner) => `“${partner}”`),
      'en',
    );
    return `When ${team} was stood down on ${at}, no answer of ${named} was on record, and none is awaited any more.`;
  },
  answeredLate: ({ post, called, heard }) =>
    `${post}, called on ${called}, was silent past the deadline and first heard of on ${heard}.`,
  commandBack({ asked, at, ...silence }) {
    const who = asked.map((one) => `${one.person} (asked on ${one.at})`);
    return `${silent(silence)}. An answer came on ${at}${asked.length === 0 ? '' : `; ${listed(who, 'en')} need not take over`}.`;
  },
  stoodDown: ({ at, bodies }) => `Stood down on ${at}: ${bodies.join('; ')}.`,
  formerly: (body) => `former ${body}`,
  peopleNow: ({ present, arrived, acknowledged, active, unanswered, gone, until, besides, onceEach }) => {
    const notes = [
      ...(besides === '' ? [] : [`${besides} included`]),
      ...(onceEach ? ['whoever is in several teams counts once'] : []),
    ];
    const note = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
    const busy = active === 0 ? '' : `acting without having acknowledged: ${active}; `;
    const left = gone === 0 ? '' : `. Besides, declined or left: ${gone}`;
    return `Called and not withdrawn on ${until}: ${present}${note}. Arrived: ${arrived}; acknowledged, not registered as arrived: ${acknowledged}; ${busy}no answer: ${unanswered}${left}.`;
  },
  tasksDone: 'These tasks were completed:',
  taskDone: ({ at, task, by, results }) =>
    closed(`${at}: ${task} (${by})${results.length === 0 ? '' : `: ${results.join('; ')}`}`, '.'),
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
  foundOut: ({ at, question, answer, by }) => `${question} On ${at} ${by} answered: ${answer}.`,
  handedOver: (brief) => `From the brief that was handed over: ${brief.join('; ')}.`,
  moves: 'Entries into the cordon and exits from it:',
  movesCounted: ({ admitted, left }) =>
    `In this period ${admitted} were let into the cordon and ${left} left it; see the timeline for each.`,
  left: ({ at, by, pass, name }) => `On ${at}: ${by} registered that pass ${pass} (${name}) left.`,
  cordon({ until, area, set, changed, inside, entries }) {
    const times = `set on ${set}${changed === undefined ? '' : `, changed on ${changed}`}`;
    const each = entries.map(({ pass, name, purpose }) => `pass ${pass}: ${name}, for: ${purpose}`).join('; ');
    const within =
      inside === 0 ? 'nobody' : `${inside === 1 ? '1 entry' : `${inside} entries`}${each === '' ? '' : ` (${each})`}`;
    return `On ${until} the cordon stands around: ${area} (${times}). Registered as inside: ${within}.`;
  },
  nothingDone: 'The record shows no new action in this period.',
  noTeams: 'No team is mobilised now.',
  standing: {
    stoodDown: 'stood down',
    there: 'enough arrived',
    partlyThere: 'enough promised; some arrived',
    late: 'enough promised; some past their time',
    promised: 'enough promised; none arrived',
    accepted: 'short, accepted by command',
    answered: 'all have answered',
    silent: 'some are silent past the deadline',
    waiting: 'awaiting answers',
  },
  short: (missing) => `missing: ${missing}`,

  openQuestion: (question) => `To be found out: ${question}`,
  unansweredCall: ({ team, people }) => `${team}, no answer from: ${people}`,
  partnerOpen: ({ at, partner, team }) =>
    `Help of the partner “${partner}” for ${team}: people were asked on ${at} to call it; no answer on record`,
  overridden: 'It was ended although this stood against it:',
  secondSignature: (by) => `Termination proposed by ${by}, awaiting the second signature`,
  nothingPending: 'The record shows nothing pending.',
  overdue: (due) => `${due} (overdue)`,
  inProgress: (due, since) => `${due}; in progress since ${since}`,
  waitsFor: (tasks) => `after ${tasks}`,
  askedBy: (person) => `nobody named (asked by ${person})`,

  commandSilent({ asked, ...silence }) {
    const [first, ...others] = asked;
    const head = `The commander, ${silent({ ...silence, commander: `${silence.commander},` })}`;
    if (first === undefined) return `${head}; there is nobody who could take over.`;
    if (others.length === 0)
      return `${head}. ${first.person} was asked on ${first.at} to take over command and has not yet done so.`;
    return `${head}. ${listed(
      asked.map(({ person, at }) => `${person} (${at})`),
      'en',
    )} were asked to take over command; nobody has yet done so.`;
  },
  unreachable: (people) => `Notices cannot reach these people, who must be reached by other means: ${people}.`,
  silent: (people) => `Silent past the deadline: ${people}. Reach these people, or find somebody else.`,
  shortOf: ({ team, missing }) => `${team} is short of ${missing}, who must be found.`,
  shortAccepted: ({ team, missing }) => `${team} is short of ${missing}; command has decided to go on without.`,
  shortUntil: ({ team, missing, count, who, enough }) =>
    `${team} is short of ${missing}${enough ? '' : ', who must be found'}; ${count} more expected: ${who}.`,
  expectedAt: (people, at) => `${people} (${at})`,
  ofPartner: (partner, people) => `${people} of “${partner}”`,
  notThere: (people) => `Past the time that they gave, and not registered as arrived: ${people}.`,
  resourcesShort: 'Resources that are short:',
  resourceShort: ({ what, missing, heldBy, late }) =>
    `${what}: ${missing} missing${late ? ', and needed before now' : ''}${heldBy === '' ? '' : `; held by ${heldBy}`}.`,
  resourcesOut: (what) => `Resources that are out: ${listed(what, 'en')}.`,
  partnerAwaited: (partners) => `Partners asked for help who have not answered: ${listed(partners, 'en')}.`,
  spendingAwaited: (what) => `Spending that waits for approval: ${listed(what, 'en')}.`,
  overdueTask: ({ task, owner, due }) => `${task} (${owner}, due on ${due})`,
  overdueTasks: (tasks, final) => `${final ? 'Overdue, and left open' : 'Overdue'}: ${listed(tasks, 'en')}.`,
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
  toSettle: (pending) =>
    `Left to be decided when command was handed over: ${pending}. If it is decided, the record does not say so.`,
  nothingToDecide: 'Nothing on record awaits a decision by command.',

  noOutlook: 'No outlook was given.',

  obligationsDue:
    'By the plan and the facts known, these legal reports may apply; whether they do, and from when time runs, is for their owners to establish:',
  obligationsOpen:
    'Not decided by the facts known; their owners must settle soon whether they apply, and prepare for the limit meanwhile:',
  obligationsBefore:
    'Called for earlier; facts, level or plan have changed since. Recovery alone does not lift a duty to report: where a fact or the grading was corrected one may no longer apply, which its owner settles and puts on file:',
  obligationsAtEnd:
    'Not decided by the facts on record by the end; whether they applied, their owners must add to the record:',
  obligationsDone: 'Registered as filed:',
  obligationDone: ({ title, at, late }) => `${title}, at ${at}${late ? ', late' : ''}.`,
  obligationsMissed:
    'The limits of these reports, as they stood then, passed with nothing registered as filed; the clocks were set anew later (the start was corrected, or the incident was reopened and the next end begins them):',
  obligationMissed: ({ title, limits }) => `${title}, limit ${limits}.`,
  obligationsFiled: 'This goes by what is registered; for anything else go by what its owner has on file.',
  obligation: ({ title, addressee, limit, ends, owner, verified }) =>
    `${title}. To: ${addressee}; limit: ${limit}${ends === undefined ? '' : `, counted from the report until ${ends.at}${ends.past ? ' (past)' : ''}`}; owner: ${owner}${verified ? '' : '; rule not compared with its source'}.`,
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
  hours: (count) => (count === 1 ? 'one hour' : `${count} hours`),
  promptly: (own) => (own === undefined ? 'promptly' : `promptly, by the plan ${own}`),

  next: (at) => `The next report is due on ${at}.`,
  noNext: 'The present level asks for no regular reports; another follows when something changes.',
  noMore: 'The response has ended. This is the final report; no other follows.',
};

function silent({ commander, lastActed, reminded }: Omit<SilenceWords, 'asked'>): string {
  const last = lastActed === undefined ? '' : ` last acted on ${lastActed} and`;
  return `${commander}${last} ${reminded === undefined ? 'has not answered' : `did not check in when reminded on ${reminded}`}`;
}
