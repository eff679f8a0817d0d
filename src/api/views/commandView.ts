import type { State } from '../../domain/incident/index.js';
import type { Incident } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { actorView, iso, named, namedIfAny } from './named.js';

export function commandView({ basis, command, checkIn }: State, speech: Speech): Incident['command'] {
  const { offer, posts } = command;
  const person = (id: string) => named(speech, 'person', id);
  return {
    inCommand: namedIfAny(speech, 'person', posts[basis.plan.command.commander]),
    offer: offer && { from: person(offer.from), to: person(offer.to), at: iso(offer.at), brief: offer.brief },
    checkIn: checkIn.next && { due: iso(checkIn.next.at), asked: checkIn.asked.map(person) },
  };
}

export function claimsView({ claims: { contested, shared } }: State, speech: Speech): Incident['claims'] {
  const person = (id: string) => named(speech, 'person', id);
  return {
    contested: Object.entries(contested).map(([id, { heldBy, role }]) => ({ person: person(id), heldBy, role })),
    shared: Object.entries(shared).map(([id, others]) => ({ person: person(id), with: others })),
  };
}

export function mergingView({ merging: { asked, into, absorbed } }: State, speech: Speech): Incident['merging'] {
  const reports = absorbed.map(({ from, reporter, at }) => ({
    from,
    reporter: actorView(reporter, speech),
    at: iso(at),
  }));
  return { asked: asked?.into, into, absorbed: reports };
}
