/**
 * What two journeys have in common if nothing was lost, doubled or changed. Left out: times, numbers, hashes, random ids.
 * A number that refers to an event becomes the name of that event: `called#2` is the second `called`.
 */

/** Their place among the others depends on who is quicker, the world or the client. */
const BESIDE = ['noticeAttempted', 'acknowledged', 'documentWritten', 'claimsAnswered', 'claimsReleased'];

/** What falls due by the clock, so that a long outage brings it about; told apart. */
const BY_CLOCK = ['verificationReminded', 'reminded', 'silent', 'sitrepOverdue'];

/** Of SITREPs and their notices: when they fall due, and the events that they tell of. Levels under such names stay. */
const MOMENTS = ['from', 'to', 'dueAt', 'nextDueAt', 'since', 'upTo'];

export function comparable(events, journeyName) {
  const labels = labelsOf(events);
  const incidentId = events[0]?.incidentId ?? '';
  const named = events.map((event) =>
    withNames(event, labels, (text) => plain(text, { labels, incidentId, journeyName })),
  );
  const byClock = named.filter(isByClock);
  const rest = named.filter((event) => !isByClock(event));
  return {
    order: rest.filter(({ type }) => !BESIDE.includes(type)).map(asText),
    ...Object.fromEntries(
      BESIDE.map((kind) => [
        kind,
        rest
          .filter(({ type }) => type === kind)
          .map(asText)
          .sort(),
      ]),
    ),
    byClock: byClock.length,
  };
}

/** What differs, one line each; empty when nothing does. */
export function differences(reference, found) {
  return ['order', ...BESIDE].flatMap((part) => {
    const [wanted, got] = [reference[part], found[part]];
    const missing = without(wanted, got).map((text) => `${part}: missing ${text}`);
    const surplus = without(got, wanted).map((text) => `${part}: too much ${text}`);
    const moved = missing.length + surplus.length === 0 && wanted.join() !== got.join();
    return [...missing, ...surplus, ...(moved ? [`${part}: in another order ${got.join(' | ')}`] : [])];
  });
}

function labelsOf(events) {
  const counts = new Map();
  return new Map(
    events.map(({ seq, type }) => {
      counts.set(type, (counts.get(type) ?? 0) + 1);
      return [seq, `${type}#${counts.get(type)}`];
    }),
  );
}

function withNames(event, labels, plainText) {
  const { seq: _, at: _at, cause, request, retryAt: _retryAt, ...rest } = event;
  const body = withoutMoments(deep(rest, plainText));
  if (body.files) body.files = body.files.map(({ sha256: _hash, ...file }) => file);
  if (body.effect?.upTo) body.effect.upTo = labels.get(body.effect.upTo);
  for (const list of ['accepted', 'unreachable', 'delayed']) if (body[list]) body[list] = sorted(body[list]);
  return {
    ...body,
    ...(cause === undefined ? {} : { cause: labels.get(cause) }),
    // Its fingerprint goes with the content, which is here.
    ...(request === undefined ? {} : { request: plainText(request.id) }),
  };
}

/**
 * Ids within a text: of the incident, of the journey, `n12` of a notice, `d34` of a document, `f5` of a fact, `q6` of a question,
 * `c7` and `r8` of what the ledger of people is asked.
 */
function plain(text, { labels, incidentId, journeyName }) {
  return text
    .replaceAll(incidentId, 'INCIDENT')
    .replaceAll(journeyName, 'JOURNEY')
    .replace(/\b[ndfqcr](\d+)\b/g, (whole, seq) => labels.get(Number(seq)) ?? whole);
}

function withoutMoments(body) {
  if (!body.type.startsWith('sitrep') && !body.effect?.template?.startsWith('sitrep')) return body;
  const kept = (fields) =>
    Object.fromEntries(Object.entries(fields).filter(([name, v]) => typeof v !== 'number' || !MOMENTS.includes(name)));
  return kept(body.effect ? { ...body, effect: { ...body.effect, facts: kept(body.effect.facts) } } : body);
}

/** In milliseconds since 1970; no other number of an event is as great. */
const EARLIEST_MOMENT = 1e12;

function deep(value, plainText) {
  if (typeof value === 'string') return plainText(value);
  if (typeof value === 'number' && value > EARLIEST_MOMENT) return 'MOMENT';
  if (Array.isArray(value)) return value.map((item) => deep(item, plainText));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, deep(item, plainText)]));
}

function isByClock({ type, effect, effectId = '', noticeId = '' }) {
  const concerns = effect?.noticeId ?? (noticeId || effectId);
  return BY_CLOCK.includes(type) || BY_CLOCK.some((kind) => concerns.startsWith(`${kind}#`));
}

function sorted(list) {
  return [...list].sort((a, b) => (asText(a) < asText(b) ? -1 : 1));
}

/** What is left of the list when everything of the other is taken out of it, each once. */
export function without(list, other) {
  const left = [...other];
  return list.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Properties in a fixed order. */
function asText(value) {
  return JSON.stringify(value, (_, v) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}
