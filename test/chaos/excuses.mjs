/**
 * Why a reminder or escalation is there that an undisturbed run does not have: it fell due while a part was away or while
 * whoever was to answer was still catching up, or it is about somebody or something that one of those was about.
 */

/** Whoever was not answered asks again until answered; so much later everybody has said what the script has them say. */
const CAUGHT_UP_MS = 5_000;

/** `lines`: everything by the clock, in order, each with its event. Answers those of `more` that nothing explains. */
export function unexplained(more, { lines, events, outages, late }) {
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  const dueOf = new Map(late.map(({ seq, due }) => [seq, due]));
  const subjects = new Set();
  const left = [...more];
  for (const { line, event } of lines) {
    const at = left.indexOf(line);
    if (at < 0) continue;
    const about = subjectsOf(line);
    const root = rootOf(event, bySeq);
    const moment = dueOf.get(root.seq) ?? root.at;
    const inOutage = outages.some((outage) => outage.at <= moment && moment <= outage.backAt + CAUGHT_UP_MS);
    if (!inOutage && !about.some((word) => subjects.has(word))) continue;
    about.forEach((word) => subjects.add(word));
    left.splice(at, 1);
  }
  return left;
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

function rootOf(event, bySeq) {
  const before = event.cause === undefined ? undefined : bySeq.get(event.cause);
  return before === undefined ? event : rootOf(before, bySeq);
}
