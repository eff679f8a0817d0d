import {
  isAfterEnd,
  isOutcomeTold,
  isPublicationOut,
  knownFacts,
  PUBLICATION_KINDS,
} from '../../domain/incident/index.js';
import type { PublicationKind, State } from '../../domain/incident/index.js';
import type { Lang } from '../../domain/lang.js';
import { blanksIn, splitAtBlanks } from '../../domain/plan/blanks.js';
import type { Names } from '../../domain/plan/names.js';
import type { PlanDocument } from '../../domain/plan/schema.js';
import type { Instant } from '../../domain/time.js';
import { formatFormal, speaker } from '../../domain/words/index.js';
import type { PublicationTemplate } from '../contract.js';

interface Asked {
  template: string;
  document: PlanDocument;
  state: State;
  names: Names;
  zone: string;
  now: Instant;
}

/**
 * A template of the plan with what the record answers; the rest stays a blank, and no text with a blank is taken. `undefined`:
 * the plan has no such template for publication.
 */
export function publicationTemplateView(asked: Asked): PublicationTemplate | undefined {
  const { document, state } = asked;
  const found = document.templates?.find(({ id, kind }) => id === asked.template && kind === 'publication');
  if (found === undefined) return undefined;
  const known = knownFacts(state);
  const named = found.blanks ?? [];
  const factsOf = (blank: string) =>
    named.filter((entry) => entry.blank === blank).flatMap(({ facts = [] }) => facts.filter((id) => id in known));
  const texts = state.basis.plan.languages.flatMap((lang) => {
    const [title, body] = [found.title[lang], found.body[lang]];
    if (title === undefined || body === undefined) return [];
    const say = speaker(asked.names, lang);
    const answer = (blank: string) => {
      const facts = factsOf(blank).map((id) => say.fact(id, known[id]!));
      return facts.length > 0 ? facts.join(lang === 'en' ? '; ' : '；') : ofRecord(asked, blank, lang);
    };
    const filled = splitAtBlanks(body).map((piece, i) => (i % 2 === 0 ? piece : (answer(piece) ?? `{${piece}}`)));
    return [[lang, { title, body: filled.join('') }] as const];
  });
  const left = texts.flatMap(([, { body }]) => blanksIn({ en: body }));
  return {
    template: found.id,
    kind: kindOf(found.id, state),
    texts: Object.fromEntries(texts),
    blanks: [...new Set(left)],
    facts: [...new Set(blanksIn(found.body).flatMap(factsOf))],
  };
}

/** Whoever fills it in in a hurry leaves it as it is: a closing notice must not go out as a first statement. */
function kindOf(template: string, state: State): PublicationKind {
  const named = PUBLICATION_KINDS.find((kind) => template === kind || template.endsWith(`-${kind}`));
  if (named !== undefined) return named;
  if (!Object.values(state.publication.items).some(isPublicationOut)) return 'first';
  return isAfterEnd(state.phase) && !isOutcomeTold(state) ? 'final' : 'update';
}

/** When it is published, and what it is called to the public, people say. */
function ofRecord({ state, names, zone, now }: Asked, blank: string, lang: Lang): string | undefined {
  const time = (at: Instant | undefined) => (at === undefined ? undefined : formatFormal(at, lang, zone));
  const { report, publication, termination } = state;
  switch (blank) {
    case 'organisation':
      return names.organisation(lang);
    case 'number':
      return String(Object.values(publication.items).filter(isPublicationOut).length + 1);
    case 'startedAt':
      return time(report.occurredAt);
    case 'discoveredAt':
      return time(report.reportedAt);
    case 'respondedAt':
      return time(publication.activatedAt);
    case 'endedAt':
      return time(termination.terminatedAt);
    case 'asOf':
      return time(now);
    default:
      return undefined;
  }
}
