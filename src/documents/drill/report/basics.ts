import { everybody } from '../../../domain/drill/index.js';
import type { NoticeTemplate } from '../../../domain/incident/index.js';
import type { PersonId } from '../../../domain/plan/compiled.js';
import { formatDate } from '../../../domain/words/index.js';
import type { Section } from '../../model.js';
import { paragraph } from '../../paragraphs.js';
import { partsOf, planPlayed, sub, table } from '../parts.js';
import type { ReportContext } from './context.js';

/** When, by which plan, and who took part. */
export function basics(context: ReportContext): Section {
  const { words, state, name, lang, zone, book, scenario, say, events } = context;
  const { labels } = words;
  const at = events.find(({ type }) => type === 'started')?.at ?? state.openedAt;
  const played = playedBySimulator(context, (people) => say.list(people.map((person) => context.withPost(person))));
  const rows = partsOf(context)
    .filter(({ people }) => people.length > 0)
    .map((part) => [
      part.name,
      String(part.people.length),
      say.list(part.people.map((person) => context.withPost(person))),
    ]);
  return sub(
    words.headings.basics,
    paragraph(
      words.basics({
        ...{ date: formatDate(at, lang, zone), name, kind: book.t(book.choice(scenario.kind)) },
        ...{ players: state.roles.players.length, plan: planPlayed(context) },
      }),
    ),
    ...(played === undefined ? [] : [paragraph(words.playedLead(played))]),
    paragraph(words.withheldCount(withheld(context).length)),
    ...table(
      words.captions.people,
      [
        [labels.role, 18],
        [labels.count, 14],
        [labels.people, 68],
      ],
      rows,
    ),
    ...takenByIncident(context).map(([incident, people]) =>
      paragraph(words.taken({ incident, people: say.list([...people].map(say.person)) })),
    ),
  );
}

/** A real incident may take its people in several steps. */
function takenByIncident({ events }: ReportContext): [incident: string, people: Set<PersonId>][] {
  const taken = new Map<string, Set<PersonId>>();
  for (const { incidentId, people } of events.filter((event) => event.type === 'preempted'))
    taken.set(incidentId, new Set([...(taken.get(incidentId) ?? []), ...people]));
  return [...taken];
}

/** Of those with a part in it; nothing where nobody is. */
export function playedBySimulator(
  { words, state }: ReportContext,
  named: (people: readonly PersonId[]) => string,
): string | undefined {
  const { people: absent = [], seed = 0 } = state.simulateAbsent ?? {};
  const all = everybody(state);
  const played = all.filter((person) => absent.includes(person));
  if (played.length === 0) return undefined;
  return words.playedBySimulator({ count: played.length, of: all.length, people: named(played), seed });
}

/** Whom a real incident would have told, and by what they would have been; not those who left the drill for a real one. */
export function withheld({ state, incident }: ReportContext): { person: string; templates: NoticeTemplate[] }[] {
  const people = new Map<string, Set<NoticeTemplate>>();
  const taken = state.preempted?.people ?? [];
  for (const event of incident?.events ?? []) {
    if (event.type !== 'noticeWithheld') continue;
    for (const person of event.people.filter((one) => !taken.includes(one)))
      people.set(person, (people.get(person) ?? new Set<NoticeTemplate>()).add(event.template));
  }
  return [...people].map(([person, templates]) => ({ person, templates: [...templates] }));
}
