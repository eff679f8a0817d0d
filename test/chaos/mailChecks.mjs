/**
 * What the SMTP sink says about one incident, held against the outbox view (`/notices`), the events, and what the witness
 * saw of the record. Returns violations and the number of mails that arrived more than once.
 */
export function checkMails({ sink, witness, incidentId, notices, events }) {
  const violations = [];
  let repeats = 0;
  let possible = 0;
  const messageId = (noticeId, person) => `${incidentId}.${noticeId}.${person}@muster`;
  const known = new Set();
  for (const { noticeId, person, status, possibleRepeats, acceptedAt } of notices) {
    const id = messageId(noticeId, person.id);
    known.add(id);
    const mails = sink.of(id);
    const name = `${noticeId} to ${person.id}`;
    repeats += Math.max(0, mails.length - 1);
    possible += possibleRepeats;
    if (status !== 'accepted') violations.push(`${name} is ${status}, not accepted`);
    if (mails.length - 1 > possibleRepeats)
      violations.push(`${name} arrived ${mails.length} times, counted as possible repeats: ${possibleRepeats}`);
    // The whole mail was at the sink before anybody could record it as accepted.
    const acceptances = {
      outbox: Date.parse(acceptedAt ?? ''),
      stream: witness?.acceptedAt(incidentId, noticeId, person.id),
    };
    for (const [where, at] of Object.entries(acceptances))
      for (const { endedAt } of mails)
        if (endedAt > at)
          violations.push(`${name} arrived ${endedAt - at} ms after it was accepted according to the ${where}`);
  }
  for (const { effect } of events.filter(({ type }) => type === 'effectRequested'))
    for (const { person } of effect.recipients ?? [])
      if (sink.of(messageId(effect.noticeId, person)).length === 0)
        violations.push(`${person} was to get ${effect.noticeId} (${effect.template}) and got no mail`);
  for (const id of sink.idsOf(incidentId))
    if (!known.has(id)) violations.push(`a mail ${id} that the outbox does not know`);
  return { violations, repeats, possible };
}
