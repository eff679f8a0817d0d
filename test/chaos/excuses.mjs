/**
 * Why a reminder or escalation is there that an undisturbed run does not have. It fell due while a part was away or while
 * whoever was to answer was still catching up; or it is about somebody or something that one of those was about; or it is
 * one of a series that such a one moved. Each is answered with its reason; what has none is a violation.
 */

/** Whoever was not answered asks again until answered; so much later everybody has said what the script has them say. */
const CAUGHT_UP_MS = 5_000;

/** `lines`: everything by the clock, in order, each with its event. Answers each of `more` with why it is there. */
export function explained(more, { lines, events, outages, late }) {
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  const dueOf = new Map(late.map(({ seq, due }) => [seq, due]));
  const [subjects, series] = [new Map(), new Map()];
  const left = [...more];
  const found = [];
  for (const { line, event } of lines) {
    const root = rootOf(event, bySeq);
    const due = dueOf.get(root.seq) ?? root.at;
    // What was due a moment before a kill, and not done yet, was held up by it as well.
    const outage = outages.find(({ at, backAt }) => at <= root.at && due <= backAt + CAUGHT_UP_MS);
    const fell = outage && `fell due while the ${outage.part} was away or had just come back`;
    const moves = seriesOf(line);
    if (fell && moves !== undefined && !series.has(moves)) series.set(moves, `moved by ${line}, which ${fell}`);
    const at = left.indexOf(line);
    if (at < 0) continue;
    const about = subjectsOf(line);
    const why = fell ?? about.map((word) => subjects.get(word)).find(Boolean) ?? series.get(moves);
    if (why === undefined) continue;
    for (const word of about) if (!subjects.has(word)) subjects.set(word, `about the same as ${line}, which ${why}`);
    left.splice(at, 1);
    found.push({ line, why });
  }
  return [...found, ...left.map((line) => ({ line, why: undefined }))];
}

/**
 * Whom or what a line is about: people, tasks, partners and, with what happened to it, a team or a number. Steps, reasons and
 * levels say how, and are common to many.
 */
function subjectsOf(line) {
  const [type, ...words] = line.split(' ');
  switch (type) {
    case 'called':
    case 'standInsCalled':
    case 'reminded':
    case 'silent':
    case 'stoodDown':
      return words.slice(1);
    case 'tasksOverdue':
    case 'obligationsReminded':
    case 'obligationsMissed':
    case 'requestsOverdue':
    case 'requestsLate':
      return words.slice(0, 1);
    default:
      return words.length === 0 ? [] : [`${type} ${words[0]}`];
  }
}

/**
 * Command is reminded of all tasks that are overdue at once, and so of all requests: one that is opened or told of late
 * moves all reminders that follow, and with them how often something is among them before it is done.
 */
function seriesOf(line) {
  const [type, , step] = line.split(' ');
  if (type === 'tasksOpened') return 'tasksOverdue';
  if (type === 'resourcesRequested') return 'requestsOverdue';
  return ['tasksOverdue', 'requestsOverdue'].includes(type) && step === 'command' ? type : undefined;
}

function rootOf(event, bySeq) {
  const before = event.cause === undefined ? undefined : bySeq.get(event.cause);
  return before === undefined ? event : rootOf(before, bySeq);
}
